import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { api } from '#renderer/client/api.ts'
import { KeysOf } from '#renderer/ui/keys.tsx'
import { PassageChooser } from '#renderer/ui/passage-chooser.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { SourceState } from '#shared/contract/evidence.ts'
import type { Card } from '#shared/contract/study.ts'
import classes from './source-notice.module.css'

/** What can be done with a card whose source has changed. */
export interface SourceActions {
  readonly onSettle: (how: 'update' | 'keep') => void
  readonly onPlace: (passage: Span) => void
  readonly onRetire: () => void
  readonly onRemove: () => void
}

interface SourceNoticeProps extends SourceActions {
  readonly card: Card
}

/** Says that the article does not say any more what the card was made from, and what can be done. */
export function SourceNotice({ card, ...actions }: SourceNoticeProps) {
  const source = useQuery(api.evidence.check.queryOptions({ input: { cardId: card.id } })).data
  if (!source || source.state === 'same') return null
  return (
    <section className={classes.root} aria-label="The source has changed">
      {source.state === 'changed' ? (
        <ChangedSource source={source} {...actions} />
      ) : (
        <LostSource card={card} {...actions} />
      )}
    </section>
  )
}

function ChangedSource({
  source,
  onSettle,
  onRetire,
}: SourceActions & { readonly source: Extract<SourceState, { state: 'changed' }> }) {
  useCommands({
    ...(source.canUpdate && { 'review.update': () => onSettle('update') }),
    'review.history': () => onSettle('keep'),
  })
  return (
    <>
      <p>
        The source now says <strong>{source.after || source.now}</strong>
        {source.before && ` where it said “${source.before}”`}.
      </p>
      <div className={classes.actions}>
        {source.canUpdate && (
          <Button size="xs" onClick={() => onSettle('update')} rightSection={<KeysOf id="review.update" />}>
            Update the card
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => onSettle('keep')}
          rightSection={<KeysOf id="review.history" />}
        >
          Keep as history
        </Button>
        <SetAside onRetire={onRetire} />
      </div>
    </>
  )
}

function LostSource({ card, onSettle, onPlace, onRetire, onRemove }: SourceNoticeProps) {
  const [isChoosing, setChoosing] = useState(false)
  const { articleId, quote } = card.evidence
  const article = useQuery(api.article.get.queryOptions({ input: isChoosing && articleId ? { articleId } : skipToken }))
  useCommands({
    'review.place': () => setChoosing(true),
    'review.history': () => onSettle('keep'),
    'review.delete': onRemove,
  })
  return (
    <>
      <p className={classes.said}>The source does not say this any more. It said: “{quote}”</p>
      <div className={classes.actions}>
        <Button size="xs" onClick={() => onSettle('keep')} rightSection={<KeysOf id="review.history" />}>
          Keep as it is
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => setChoosing(true)}
          rightSection={<KeysOf id="review.place" />}
        >
          Choose the passage
        </Button>
        <SetAside onRetire={onRetire} />
        <Button size="xs" variant="subtle" color="red" onClick={onRemove} rightSection={<KeysOf id="review.delete" />}>
          Delete
        </Button>
      </div>
      {isChoosing && (
        <PassageChooser
          title="Select what the card rests on"
          action="Use this passage"
          article={article}
          near={null}
          onClose={() => setChoosing(false)}
          onChoose={(span) => {
            setChoosing(false)
            onPlace(span)
          }}
        />
      )}
    </>
  )
}

function SetAside({ onRetire }: Pick<SourceActions, 'onRetire'>) {
  return (
    <Button size="xs" variant="subtle" color="gray" onClick={onRetire} rightSection={<KeysOf id="review.suspend" />}>
      Set aside
    </Button>
  )
}
