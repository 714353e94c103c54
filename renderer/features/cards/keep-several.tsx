import { Button, Checkbox, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Suggestion } from '#shared/contract/study.ts'
import { cardLine, plainLine } from '#shared/domain/card-line.ts'
import { parseCloze } from '#shared/domain/cloze.ts'
import classes from './keep-several.module.css'

/** So many are looked through at a time. */
const MOST_SHOWN = 100

interface KeepSeveralProps {
  readonly suggestions: readonly Suggestion[]
  readonly onClose: () => void
}

/** The suggestions at a glance, question and answer; what is ticked becomes cards in one step. */
export function KeepSeveral({ suggestions, onClose }: KeepSeveralProps) {
  const [shown] = useState(() => suggestions.slice(0, MOST_SHOWN))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const kept = shown.filter(({ id }) => !left.has(id))
  const keep = useMutation(
    api.suggestion.acceptMany.mutationOptions({
      onSuccess: async ({ accepted }) => {
        onClose()
        showUndoToast(`${formatCount(accepted, 'card', 'cards')} kept`, await holdUndo())
      },
      onError: showErrorToast,
    }),
  )
  const toggle = (id: string) =>
    setLeft((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]))
  return (
    <Modal opened onClose={onClose} title="Keep several suggestions" size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (kept.length > 0 && !keep.isPending) keep.mutate({ suggestionIds: kept.map(({ id }) => id) })
        }}
      >
        <ul className={classes.list}>
          {shown.map((suggestion, index) => (
            <li key={suggestion.id}>
              <Checkbox
                checked={!left.has(suggestion.id)}
                onChange={() => toggle(suggestion.id)}
                data-autofocus={index === 0 || undefined}
                label={cardLine({ kind: suggestion.cardKind, front: suggestion.front, back: suggestion.back })}
                description={answerOf(suggestion)}
              />
            </li>
          ))}
        </ul>
        <div className={classes.actions}>
          <Button
            type="submit"
            disabled={kept.length === 0}
            loading={keep.isPending}
            rightSection={<Keys keys="enter" />}
          >
            Keep {formatCount(kept.length, 'card', 'cards')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => setLeft(new Set(kept.length > 0 ? shown.map(({ id }) => id) : []))}
          >
            {kept.length > 0 ? 'Untick all' : 'Tick all'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function answerOf({ cardKind, front, back }: Suggestion): string {
  if (cardKind === 'basic') return plainLine(back)
  const hidden = parseCloze(front).flatMap((segment) => (segment.kind === 'hidden' ? [plainLine(segment.answer)] : []))
  return [...new Set(hidden)].join(', ')
}
