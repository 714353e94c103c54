import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatDay, formatHost } from '#renderer/ui/format.ts'
import { keysNow } from '#renderer/ui/key-bindings.ts'
import type { CommandId } from '#renderer/ui/keymap.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import type { DuplicatePair, DuplicateSide } from '#shared/contract/duplicate.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { findWordChanges, type WordChange } from '#shared/text/word-changes.ts'
import classes from './duplicates-screen.module.css'

/** So much of two texts is compared word by word: enough to see what they are. */
const COMPARED_CHARS = 6000

interface PairBenchProps {
  readonly pair: DuplicatePair
  readonly isBusy: boolean
  readonly onKeep: (keep: DuplicateSide, drop: DuplicateSide) => void
  readonly onApart: () => void
}

/** Two articles side by side, what differs set off, and which of them to keep. */
export function PairBench({ pair, isBusy, onKeep, onApart }: PairBenchProps) {
  const { first, second } = pair
  const changes = useChanges(first.id, second.id)
  return (
    <section className={classes.bench} aria-label="The two articles">
      <p className={classes.note}>
        The one you keep gets the marks, notes, cards and tags of both. The other is deleted; undo brings it back.
      </p>
      <div className={classes.sides}>
        <Side side={first} changes={changes} hide="added">
          <Button
            onClick={() => onKeep(first, second)}
            disabled={isBusy}
            rightSection={<KeyOf id="duplicates.first" />}
          >
            Keep this one
          </Button>
        </Side>
        <Side side={second} changes={changes} hide="removed">
          <Button
            onClick={() => onKeep(second, first)}
            disabled={isBusy}
            rightSection={<KeyOf id="duplicates.second" />}
          >
            Keep this one
          </Button>
        </Side>
      </div>
      <div>
        <Button variant="default" onClick={onApart} disabled={isBusy} rightSection={<KeyOf id="duplicates.apart" />}>
          They are two
        </Button>
      </div>
    </section>
  )
}

function KeyOf({ id }: { readonly id: CommandId }) {
  const [keys] = keysNow(id)
  return keys ? <Keys keys={keys} /> : null
}

function useChanges(firstId: string, secondId: string): readonly WordChange[] | null {
  const [first, second] = useQueries({
    queries: [firstId, secondId].map((articleId) => ({
      ...api.article.get.queryOptions({ input: { articleId } }),
      // Under a key of its own it is not asked for again when one of them has just been deleted.
      queryKey: ['duplicate', articleId],
      gcTime: 60_000,
    })),
  })
  const [before, after] = [first?.data?.text, second?.data?.text]
  return useMemo(
    () =>
      before === undefined || after === undefined
        ? null
        : findWordChanges(before.slice(0, COMPARED_CHARS), after.slice(0, COMPARED_CHARS)),
    [before, after],
  )
}

interface SideProps {
  readonly side: DuplicateSide
  readonly changes: readonly WordChange[] | null
  readonly hide: WordChange['kind']
  readonly children: React.ReactNode
}

function Side({ side, changes, hide, children }: SideProps) {
  const about = [side.byline, side.source ?? formatHost(side.url), formatDay(side.publishedOn)].filter(Boolean)
  const counts = [
    formatCount(side.wordCount, 'word', 'words'),
    formatCount(side.annotationCount, 'mark', 'marks'),
    formatCount(side.cardCount, 'card', 'cards'),
  ]
  return (
    <article className={classes.side}>
      <h2 className={classes.heading}>
        <Link to={articlePath(side.id)}>{side.title}</Link>
      </h2>
      <p className={classes.about}>{about.join(' · ')}</p>
      <p className={classes.about}>{counts.join(' · ')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={classes.text} tabIndex={0} aria-label={`Text of ${side.title}`}>
        {changes?.map(({ kind, text }, index) => {
          if (kind === hide) return null
          if (kind === 'same') return <span key={index}>{text}</span>
          return kind === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>
        })}
      </section>
      {children}
    </article>
  )
}
