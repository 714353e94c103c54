import { answerOf, questionOf, type WrittenCard } from '#shared/domain/card-sides.ts'
import { MarkdownView } from './markdown-view.tsx'

/** The question of a card: its front, or its text with the hidden pieces taken out. */
export function CardQuestion({ card }: { card: WrittenCard }) {
  return <MarkdownView text={questionOf(card)} />
}

/** The answer of a card: its back, or its text with the hidden pieces set strong and what the back adds. */
export function CardAnswer({ card }: { card: WrittenCard }) {
  if (card.kind === 'basic') return <MarkdownView text={answerOf(card)} />
  return (
    <>
      <MarkdownView text={answerOf(card)} />
      {card.back.trim() !== '' && <MarkdownView text={card.back} />}
    </>
  )
}
