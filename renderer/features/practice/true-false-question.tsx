import { Keys } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PracticeGiven, PracticeQuestion } from '#shared/contract/practice.ts'
import classes from './answer-parts.module.css'
import type { RoundResult } from './round.ts'

interface TrueFalseQuestionProps {
  readonly question: Extract<PracticeQuestion, { kind: 'true-false' }>
  readonly result: RoundResult | undefined
  readonly onAnswer: (given: PracticeGiven) => void
}

/** Whether an answer is the right one. */
export function TrueFalseQuestion({ question, result, onAnswer }: TrueFalseQuestionProps) {
  const give = (isTrue: boolean) => () => {
    if (!result) onAnswer({ kind: 'true-false', isTrue })
  }
  useCommands({ 'practice.true': give(true), 'practice.false': give(false) })
  const given = result?.given.kind === 'true-false' ? result.given.isTrue : null
  return (
    <>
      <p className={classes.statement}>{question.statement}</p>
      <fieldset className={`${classes.list} ${classes.two}`}>
        <legend className="visually-hidden">Is that the answer?</legend>
        {[true, false].map((isTrue) => (
          <button
            key={String(isTrue)}
            type="button"
            className={classes.option}
            disabled={result !== undefined}
            data-mark={given === isTrue ? (result?.outcome.correct ? 'right' : 'wrong') : undefined}
            aria-keyshortcuts={isTrue ? 't' : 'f'}
            onClick={give(isTrue)}
          >
            <Keys keys={isTrue ? 't' : 'f'} />
            <span className={classes.text}>{isTrue ? 'True' : 'False'}</span>
          </button>
        ))}
      </fieldset>
    </>
  )
}
