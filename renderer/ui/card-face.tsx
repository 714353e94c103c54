import { clozeAnswer, clozeQuestion } from '#shared/domain/cloze.ts'
import { MarkdownView } from './markdown-view.tsx'

/** The two sides of a card as they are written. */
export interface CardSides {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
}

/** The question of a card: its front, or its text with the hidden pieces taken out. */
export function CardQuestion({ card }: { card: CardSides }) {
  return <MarkdownView text={card.kind === 'cloze' ? clozeQuestion(card.front) : card.front} />
}

/** The answer of a card: its back, or its text with the hidden pieces set strong and what the back adds. */
export function CardAnswer({ card }: { card: CardSides }) {
  if (card.kind === 'basic') return <MarkdownView text={card.back} />
  return (
    <>
      <MarkdownView text={clozeAnswer(card.front)} />
      {card.back.trim() !== '' && <MarkdownView text={card.back} />}
    </>
  )
}
