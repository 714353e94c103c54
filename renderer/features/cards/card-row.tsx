import type { Card } from '#shared/contract/study.ts'
import { cardLine } from '#shared/domain/card-line.ts'
import { dueInWords } from '#shared/domain/memory-words.ts'
import classes from './card-row.module.css'

interface CardRowProps {
  readonly card: Card
  readonly isActive: boolean
  readonly onOpen: () => void
}

/** One card by its question, where it comes from and when it is asked. */
export function CardRow({ card, isActive, onOpen }: CardRowProps) {
  return (
    <button type="button" className={classes.row} aria-current={isActive} onClick={onOpen}>
      <span className={classes.question}>{cardLine(card)}</span>
      <span className={classes.facts}>
        <span className={classes.source}>{card.evidence.articleTitle ?? 'Written by hand'}</span>
        <span className={classes.due}>{dueInWords(card, Date.now())}</span>
      </span>
    </button>
  )
}
