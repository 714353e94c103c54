import { Keys } from '#renderer/ui/keys.tsx'
import type { Grade, NextReview } from '#shared/contract/study.ts'
import { formatInterval } from '#shared/domain/memory-words.ts'
import classes from './grade-buttons.module.css'

const names: Readonly<Record<Grade, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

interface GradeButtonsProps {
  readonly intervals: NextReview['intervals']
  readonly onAnswer: (grade: Grade) => void
}

/** The four answers, each with the time until the card would come back. Space means Good. */
export function GradeButtons({ intervals, onAnswer }: GradeButtonsProps) {
  return (
    <fieldset className={classes.grades}>
      <legend className="visually-hidden">How well did you know it?</legend>
      {intervals.map(({ grade, intervalMs }) => (
        <button
          key={grade}
          type="button"
          className={classes.grade}
          data-grade={grade}
          onClick={() => onAnswer(grade)}
          aria-keyshortcuts={String(grade)}
        >
          <span className={classes.name}>
            {names[grade]} <Keys keys={String(grade)} />
          </span>
          <span className={classes.interval}>{formatInterval(intervalMs)}</span>
        </button>
      ))}
    </fieldset>
  )
}
