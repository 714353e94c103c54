import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { firstWithout } from '#renderer/client/contrast.ts'
import { linkToPlace } from '#renderer/client/place.ts'
import { CardEditor } from '#renderer/ui/card-editor.tsx'
import { CardAnswer, CardQuestion } from '#renderer/ui/card-face.tsx'
import { ConfusedNote } from '#renderer/ui/confused-note.tsx'
import { copyToClipboard } from '#renderer/ui/copy-link.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount, formatWhen } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { MoreMenu } from '#renderer/ui/page-title.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Card } from '#shared/contract/study.ts'
import { holdsQuote } from '#shared/domain/card-line.ts'
import type { CardId } from '#shared/domain/ids.ts'
import { dueInWords, memoryInWords } from '#shared/domain/memory-words.ts'
import { cardPath, taggedCardsPath } from '#shared/domain/routes.ts'
import classes from './card-detail.module.css'
import { type CardActions, useCardActions } from './use-card-actions.ts'

interface CardDetailProps {
  readonly cardId: CardId
  readonly onRemoved: () => void
}

/** The open card: both sides, how well it is remembered, where it comes from. */
export function CardDetail({ cardId, onRemoved }: CardDetailProps) {
  const card = useQuery(api.card.get.queryOptions({ input: { cardId } }))
  return (
    <section className={classes.pane} aria-label="Card">
      {card.error ? (
        <ErrorState error={card.error} onRetry={() => void card.refetch()} />
      ) : card.data ? (
        <Detail card={card.data} onRemoved={onRemoved} />
      ) : (
        <LoadingState label="Fetching the card" lines={3} />
      )}
    </section>
  )
}

function Detail({ card, onRemoved }: { card: Card; onRemoved: () => void }) {
  const [isEditing, setEditing] = useState(false)
  const actions = useCardActions(card, onRemoved)
  const tags = useQuery(api.tag.list.queryOptions())
  // Once is chance: only for a card that fails again and again is it worth a card more.
  const input = card.leech ? { cardId: card.id } : skipToken
  const confusions = useQuery(api.confusion.ofCard.queryOptions({ input })).data ?? []
  const ifReading = (act: () => void) => () => {
    if (!isEditing) act()
  }
  useCommands({
    'cards.edit': ifReading(() => setEditing(true)),
    'cards.suspend': ifReading(actions.toggleSuspended),
    'cards.bury': ifReading(actions.bury),
    'cards.delete': ifReading(actions.remove),
    'cards.contrast': ifReading(() => actions.contrast(firstWithout(confusions))),
  })
  if (isEditing) {
    return (
      <div className={classes.editor}>
        <CardEditor
          initial={{
            kind: card.kind,
            front: card.front,
            back: card.back,
            tags: card.tags,
            part: card.part,
            typed: card.typed,
          }}
          canChooseKind={false}
          tagNames={tags.data?.map((tag) => tag.name) ?? []}
          saveLabel="Save"
          onSave={(draft) => actions.save(draft, () => setEditing(false))}
          onCancel={() => setEditing(false)}
        />
      </div>
    )
  }
  return (
    <>
      <article className={classes.card}>
        {card.kind === 'basic' && (
          <div className={classes.question}>
            <CardQuestion card={card} />
          </div>
        )}
        <div className={classes.answer} data-kind={card.kind}>
          <CardAnswer card={card} />
        </div>
      </article>
      <DetailActions card={card} actions={actions} onEdit={() => setEditing(true)} />
      <CardFacts card={card} />
      {confusions.length > 0 && (
        <ConfusedNote confusions={confusions} command="cards.contrast" onContrast={actions.contrast} />
      )}
      <Evidence card={card} />
    </>
  )
}

function DetailActions({ card, actions, onEdit }: { card: Card; actions: CardActions; onEdit: () => void }) {
  return (
    <div className={classes.actions}>
      <Button variant="default" size="xs" onClick={onEdit}>
        Edit
      </Button>
      <Button variant="default" size="xs" onClick={actions.toggleSuspended}>
        {card.suspended ? 'Take back' : 'Set aside'}
      </Button>
      <MoreMenu
        label="More for this card"
        entries={[
          { label: 'Hide until tomorrow', onSelect: actions.bury },
          { label: 'Copy a link to it', onSelect: () => void copyToClipboard(linkToPlace(cardPath(card.id))) },
          { label: 'Delete', onSelect: actions.remove, danger: true },
        ]}
      />
    </div>
  )
}

function CardFacts({ card }: { card: Card }) {
  return (
    <p className={classes.facts}>
      <span className={classes.memory}>
        {memoryInWords(card)}
        {dueWords(card)}.
      </span>{' '}
      {historyInWords(card)}
      {card.tags.length > 0 && (
        <span className={classes.tags}>
          {card.tags.map((tag) => (
            <Link key={tag} to={taggedCardsPath(tag)} className={classes.link ?? ''}>
              #{tag}
            </Link>
          ))}
        </span>
      )}
    </p>
  )
}

/** "not asked yet" says already that it is new. */
function dueWords(card: Card): string {
  const words = dueInWords(card, Date.now())
  return words === 'new' ? '' : `, ${words}`
}

function historyInWords({ reps, lapses, lastReviewAtMs }: Card): string {
  if (reps === 0) return ''
  const asked = `Asked ${reps === 1 ? 'once' : formatCount(reps, 'time', 'times')}`
  const forgotten = lapses === 0 ? '' : `, forgotten ${lapses === 1 ? 'once' : formatCount(lapses, 'time', 'times')}`
  const last = lastReviewAtMs === null ? '' : `, last ${formatWhen(lastReviewAtMs, Date.now())}`
  return `${asked}${forgotten}${last}.`
}

function Evidence({ card }: { card: Card }) {
  const { articleId, articleTitle, start, end, quote } = card.evidence
  if (quote === '' && articleId === null) return null
  return (
    <section className={classes.evidence} aria-label="Where it comes from">
      {quote !== '' && !holdsQuote(card) && <blockquote className={classes.quote}>{quote}</blockquote>}
      {articleId === null ? (
        <p className={classes.facts}>Its article is no longer in the library.</p>
      ) : (
        <PassageLink articleId={articleId} start={start} end={end} className={classes.link ?? ''}>
          {articleTitle ?? 'Open the article'}
        </PassageLink>
      )}
    </section>
  )
}
