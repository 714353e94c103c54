import type { CommandId } from '#renderer/ui/keymap.ts'
import { KeysOf, keysOf } from '#renderer/ui/keys.tsx'
import type { Grade, NextReview } from '#shared/contract/study.ts'
import { formatInterval } from '#shared/domain/memory-words.ts'
import classes from './grade-buttons.module.css'

const grades: Readonly<Record<Grade, { name: string; id: CommandId }>> = {
  1: { name: 'Again', id: 'review.again' },
  2: { name: 'Hard', id: 'review.hard' },
  3: { name: 'Good', id: 'review.good' },
  4: { name: 'Easy', id: 'review.easy' },
}

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
          aria-keyshortcuts={keysOf(grades[grade].id)}
        >
          <span className={classes.name}>
            {grades[grade].name} <KeysOf id={grades[grade].id} />
          </span>
          <span className={classes.interval}>{formatInterval(intervalMs)}</span>
        </button>
      ))}
    </fieldset>
  )
}
