import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { keysNow } from '#renderer/ui/key-bindings.ts'
import type { CommandId } from '#renderer/ui/keymap.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { formatLikeness } from '#renderer/ui/likeness.ts'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { NameLinks } from '#renderer/ui/name-links.tsx'
import type { RepairItem, RepairPlace } from '#shared/contract/repair.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { findWordChanges } from '#shared/text/word-changes.ts'
import { Changed } from './changed.tsx'
import classes from './repair-bench.module.css'

interface RepairBenchProps {
  readonly item: RepairItem
  readonly placeIndex: number
  readonly onLook: (index: number) => void
  readonly onAccept: () => void
  readonly onChoose: () => void
  readonly onDetach: () => void
}

/** One mark: where it was and where it may be, side by side. */
export function RepairBench({ item, placeIndex, onLook, onAccept, onChoose, onDetach }: RepairBenchProps) {
  const { annotation, places } = item
  const place = places[placeIndex] ?? null
  const changes = useMemo(() => (place ? findWordChanges(annotation.quote, place.quote) : null), [annotation, place])
  return (
    <section className={classes.bench} aria-label="The mark and its places">
      <p className={classes.article}>
        <Link to={articlePath(annotation.articleId, place)}>{annotation.articleTitle}</Link>
      </p>
      <div className={classes.sides}>
        <div className={classes.side}>
          <h2 className={classes.heading}>Where it was</h2>
          <p className={classes.text}>
            {item.before}
            <span className={classes.quote}>
              {changes ? <Changed changes={changes} hide="added" /> : annotation.quote}
            </span>
            {item.after}
          </p>
        </div>
        <div className={classes.side}>
          <h2 className={classes.heading}>
            {place ? `Where it may be: ${formatLikeness(place.score)}` : 'Where it may be'}
          </h2>
          {place && changes ? (
            <p className={classes.text}>
              {place.before}
              <span className={classes.quote}>
                <Changed changes={changes} hide="removed" />
              </span>
              {place.after}
            </p>
          ) : (
            <p className={classes.none}>
              Nothing in the new text is like it. Select its place in the text, or keep it as a quote.
            </p>
          )}
        </div>
      </div>
      {places.length > 1 && <Places places={places} placeIndex={placeIndex} onLook={onLook} />}
      {(annotation.note !== '' || annotation.tags.length + annotation.entities.length > 0) && (
        <div className={classes.note}>
          <MarkdownView text={annotation.note} />
          <NameLinks names={annotation.entities} />
          {annotation.tags.length > 0 && (
            <p className={classes.tags}>{annotation.tags.map((tag) => `#${tag}`).join(' ')}</p>
          )}
        </div>
      )}
      <div className={classes.actions}>
        <Button onClick={onAccept} disabled={!place} rightSection={<KeyOf id="repair.accept" />}>
          Put the mark here
        </Button>
        <Button variant="default" onClick={onChoose} rightSection={<KeyOf id="repair.choose" />}>
          Select its place
        </Button>
        <Button variant="subtle" onClick={onDetach} rightSection={<KeyOf id="repair.detach" />}>
          Keep as a quote
        </Button>
      </div>
    </section>
  )
}

function KeyOf({ id }: { readonly id: CommandId }) {
  const [keys] = keysNow(id)
  return keys ? <Keys keys={keys} /> : null
}

interface PlacesProps {
  readonly places: readonly RepairPlace[]
  readonly placeIndex: number
  readonly onLook: (index: number) => void
}

function Places({ places, placeIndex, onLook }: PlacesProps) {
  return (
    <ol className={classes.places} aria-label="Places">
      {places.map((place, index) => (
        <li key={place.start}>
          <button
            type="button"
            className={classes.place}
            aria-pressed={index === placeIndex}
            onClick={() => onLook(index)}
          >
            <Keys keys={String(index + 1)} />
            <span className={classes.words}>{place.quote}</span>
            <span className={classes.score}>{formatLikeness(place.score)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
