import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { type CardDraft, CardEditor } from '#renderer/ui/card-editor.tsx'
import { CardAnswer, CardQuestion } from '#renderer/ui/card-face.tsx'
import { Keys, KeysOf, keysOf } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Card, Grade, NextReview } from '#shared/contract/study.ts'
import { GradeButtons } from './grade-buttons.tsx'
import { LeechNote } from './leech-note.tsx'
import { PassagePanel } from './passage-panel.tsx'
import classes from './review-table.module.css'
import { type SourceActions, SourceNotice } from './source-notice.tsx'
import { TypedAnswer } from './typed-answer.tsx'

interface ReviewTableProps extends Omit<SourceActions, 'onRetire'> {
  readonly card: Card
  readonly intervals: NextReview['intervals']
  readonly isRevealed: boolean
  readonly isPassageOpen: boolean
  readonly isEditing: boolean
  readonly onReveal: () => void
  readonly onTyped: (text: string) => void
  readonly onAnswer: (grade: Grade) => void
  readonly onPassage: () => void
  readonly onEdit: () => void
  readonly onEdited: (draft: CardDraft) => void
  readonly onEditEnd: () => void
  readonly onBury: () => void
  readonly onSuspend: () => void
}

/** How much of the screen the grades take at its lower end. */
const GRADES_PX = 100

/** One index card on an empty table, the passage beside it when asked for. */
export function ReviewTable(props: ReviewTableProps) {
  const { card, isRevealed, isPassageOpen, isEditing } = props
  const [isTyping, setTyping] = useState(card.typed)
  const formId = useId()
  useCommands({ 'review.type': () => setTyping(true) })
  return (
    <div className={classes.table}>
      <div className={classes.middle}>
        {isEditing ? <EditedCard {...props} /> : <IndexCard card={card} isRevealed={isRevealed} />}
        {!isEditing && (
          <>
            {isTyping && (
              <TypedAnswer
                formId={formId}
                card={card}
                isRevealed={isRevealed}
                onReveal={props.onReveal}
                onTyped={props.onTyped}
              />
            )}
            {isRevealed && card.leech && <LeechNote card={card} />}
            {isRevealed && (
              <SourceNotice
                card={card}
                onSettle={props.onSettle}
                onPlace={props.onPlace}
                onRetire={props.onSuspend}
                onRemove={props.onRemove}
              />
            )}
            <div className={classes.ways}>
              {isRevealed ? (
                <GradeButtons intervals={props.intervals} onAnswer={props.onAnswer} />
              ) : isTyping ? (
                <button type="submit" form={formId} className={classes.show}>
                  Show answer <Keys keys="enter" />
                </button>
              ) : (
                <button type="button" className={classes.show} onClick={props.onReveal}>
                  Show answer <KeysOf id="review.show" />
                </button>
              )}
            </div>
            <QuietActions {...props} />
          </>
        )}
      </div>
      {isPassageOpen && <PassagePanel evidence={card.evidence} onClose={props.onPassage} />}
    </div>
  )
}

function IndexCard({ card, isRevealed }: Pick<ReviewTableProps, 'card' | 'isRevealed'>) {
  const root = useRef<HTMLElement>(null)
  // The focus follows the card, so that keys and screen readers begin at the question.
  useEffect(() => root.current?.focus({ preventScroll: true }), [])
  const fillsIn = card.kind === 'cloze' && isRevealed
  const answer = useRef<HTMLDivElement>(null)
  // Under a long question the answer would show below what is on screen.
  useEffect(() => {
    const shown = answer.current
    if (!isRevealed || fillsIn || !shown) return
    if (shown.getBoundingClientRect().bottom > window.innerHeight - GRADES_PX) shown.scrollIntoView({ block: 'start' })
  }, [isRevealed, fillsIn])
  return (
    <article ref={root} tabIndex={-1} className={classes.card} aria-label="Card">
      <header className={classes.head}>
        <span className={classes.source}>{card.evidence.articleTitle ?? 'Written by hand'}</span>
        {card.state === 'new' && <span className={classes.state}>New</span>}
      </header>
      <div className={classes.body} aria-live="polite">
        {!fillsIn && (
          <div className={classes.question} data-long={card.front.length > 180}>
            <CardQuestion card={card} />
          </div>
        )}
        {isRevealed && (
          <div ref={answer} className={classes.answer} data-fills-in={fillsIn} data-long={card.front.length > 180}>
            <CardAnswer card={card} />
          </div>
        )}
      </div>
    </article>
  )
}

function EditedCard({ card, onEdited, onEditEnd }: ReviewTableProps) {
  const tags = useQuery(api.tag.list.queryOptions())
  return (
    <div className={classes.card} data-editing>
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
        onSave={onEdited}
        onCancel={onEditEnd}
      />
    </div>
  )
}

function QuietActions({ isPassageOpen, onPassage, onEdit, onBury, onSuspend }: ReviewTableProps) {
  const actions = [
    { label: isPassageOpen ? 'Hide passage' : 'Passage', id: 'review.passage', act: onPassage },
    { label: 'Edit', id: 'review.edit', act: onEdit },
    { label: 'Hide until tomorrow', id: 'review.bury', act: onBury },
    { label: 'Set aside', id: 'review.suspend', act: onSuspend },
  ] as const
  return (
    <div className={classes.quiet}>
      {actions.map(({ label, id, act }) => (
        <button key={id} type="button" className={classes.quietAction} onClick={act} aria-keyshortcuts={keysOf(id)}>
          {label} <KeysOf id={id} />
        </button>
      ))}
    </div>
  )
}
