import { Button } from '@mantine/core'
import { type CardDraft, CardEditor } from '#renderer/ui/card-editor.tsx'
import { CardAnswer, CardQuestion } from '#renderer/ui/card-face.tsx'
import { keysOf } from '#renderer/ui/keys.tsx'
import type { Suggestion } from '#shared/contract/study.ts'
import { useReader } from './reader-context.tsx'
import classes from './suggestion-row.module.css'

interface SuggestionRowProps {
  readonly suggestion: Suggestion
  readonly isEditing: boolean
  readonly onKeep: () => void
  readonly onEdit: () => void
  readonly onLeaveEdit: () => void
  readonly onDismiss: () => void
  readonly onSave: (draft: CardDraft) => void
}

/** A proposed card, as small as it can be read. */
export function SuggestionRow(props: SuggestionRowProps) {
  const { suggestion, isEditing, onKeep, onEdit, onLeaveEdit, onDismiss, onSave } = props
  const { show } = useReader()
  const { cardKind: kind, front, back } = suggestion
  if (isEditing) {
    return (
      <li className={classes.row}>
        <CardEditor
          initial={{ kind, front, back, tags: [] }}
          canChooseKind={false}
          tagNames={[]}
          saveLabel="Keep the card"
          onSave={onSave}
          onCancel={onLeaveEdit}
        />
      </li>
    )
  }
  const sides = { kind, front, back }
  return (
    <li className={classes.row}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the row itself takes keys */}
      <div className={classes.card} data-row={suggestion.id} tabIndex={0}>
        <CardQuestion card={sides} />
        <div className={classes.answer}>
          <CardAnswer card={sides} />
        </div>
      </div>
      <div className={classes.actions}>
        <Button variant="default" size="compact-sm" onClick={onKeep} aria-keyshortcuts={keysOf('panel.keep')}>
          Keep
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={onEdit}
          aria-keyshortcuts={keysOf('panel.edit')}
        >
          Edit
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={onDismiss}
          aria-keyshortcuts={keysOf('panel.dismiss')}
        >
          Dismiss
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => show(suggestion)}>
          Passage
        </Button>
      </div>
    </li>
  )
}
