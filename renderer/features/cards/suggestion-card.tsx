import { Button } from '@mantine/core'
import { type CardDraft, CardEditor } from '#renderer/ui/card-editor.tsx'
import { CardAnswer, CardQuestion } from '#renderer/ui/card-face.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Suggestion } from '#shared/contract/study.ts'
import { holdsQuote } from '#shared/domain/card-line.ts'
import classes from './suggestion-card.module.css'

const kindNames: Readonly<Record<Suggestion['kind'], string>> = {
  who: 'Who',
  role: 'Role',
  group: 'Group',
  'other-name': 'Other name',
  'how-many': 'How many',
  cloze: 'Fill in',
  'who-said': 'Who said it',
}

interface SuggestionCardProps {
  readonly suggestion: Suggestion
  readonly isActive: boolean
  readonly isEditing: boolean
  readonly onActivate: () => void
  /** With a draft: in these words. */
  readonly onAccept: (draft?: CardDraft) => void
  readonly onDismiss: () => void
  readonly onEdit: () => void
  readonly onEditEnd: () => void
}

/** One proposed card with its answer and the sentence it is taken from. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, isActive, isEditing, onActivate, onAccept, onDismiss, onEdit, onEditEnd } = props
  return (
    <article className={classes.row} data-active={isActive} onFocus={onActivate}>
      <p className={classes.kind}>{kindNames[suggestion.kind]}</p>
      <div className={classes.sides}>
        {isEditing ? (
          <CardEditor
            initial={{ kind: suggestion.cardKind, front: suggestion.front, back: suggestion.back, tags: [] }}
            canChooseKind={false}
            canTag={false}
            tagNames={[]}
            saveLabel="Keep"
            onSave={onAccept}
            onCancel={onEditEnd}
          />
        ) : (
          <Sides suggestion={suggestion} />
        )}
        <PassageLink
          articleId={suggestion.articleId}
          start={suggestion.start}
          end={suggestion.end}
          className={classes.quote ?? ''}
        >
          {holdsQuote({ ...suggestion, kind: suggestion.cardKind, evidence: suggestion })
            ? 'Show in the article'
            : suggestion.quote}
        </PassageLink>
      </div>
      {!isEditing && (
        <div className={classes.actions}>
          <Button size="xs" variant={isActive ? 'filled' : 'default'} onClick={() => onAccept()}>
            Keep
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onEdit}>
            Edit
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onDismiss}>
            Dismiss
          </Button>
        </div>
      )}
    </article>
  )
}

function Sides({ suggestion }: { suggestion: Suggestion }) {
  const card = { kind: suggestion.cardKind, front: suggestion.front, back: suggestion.back }
  if (card.kind === 'cloze') {
    return (
      <div className={classes.question}>
        <CardAnswer card={card} />
      </div>
    )
  }
  return (
    <>
      <div className={classes.question}>
        <CardQuestion card={card} />
      </div>
      <div className={classes.answer}>
        <CardAnswer card={card} />
      </div>
    </>
  )
}
