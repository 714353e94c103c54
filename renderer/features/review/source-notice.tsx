import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { KeysOf } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Card } from '#shared/contract/study.ts'
import classes from './source-notice.module.css'

interface SourceNoticeProps {
  readonly card: Card
  readonly onSettle: (how: 'update' | 'keep') => void
  readonly onRetire: () => void
}

/** Says that the article does not say any more what the card was made from, and what can be done. */
export function SourceNotice({ card, onSettle, onRetire }: SourceNoticeProps) {
  const source = useQuery(api.evidence.check.queryOptions({ input: { cardId: card.id } })).data
  useCommands({
    ...(source?.state === 'changed' && {
      ...(source.canUpdate && { 'review.update': () => onSettle('update') }),
      'review.history': () => onSettle('keep'),
    }),
  })
  if (!source || source.state === 'same') return null
  return (
    <section className={classes.root} aria-label="The source has changed">
      {source.state === 'changed' ? (
        <p>
          The source now says <strong>{source.after || source.now}</strong>
          {source.before && ` where it said “${source.before}”`}.
        </p>
      ) : (
        <p>The source does not say this any more.</p>
      )}
      <div className={classes.actions}>
        {source.state === 'changed' && source.canUpdate && (
          <Button size="xs" onClick={() => onSettle('update')} rightSection={<KeysOf id="review.update" />}>
            Update the card
          </Button>
        )}
        {source.state === 'changed' && (
          <Button
            size="xs"
            variant="default"
            onClick={() => onSettle('keep')}
            rightSection={<KeysOf id="review.history" />}
          >
            Keep as history
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={onRetire}
          rightSection={<KeysOf id="review.suspend" />}
        >
          Set aside
        </Button>
      </div>
    </section>
  )
}
