import { Keys } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PracticeGiven, PracticeQuestion } from '#shared/contract/practice.ts'
import classes from './answer-parts.module.css'
import type { RoundResult } from './round.ts'

interface ChoiceQuestionProps {
  readonly question: Extract<PracticeQuestion, { kind: 'choice' }>
  readonly result: RoundResult | undefined
  readonly onAnswer: (given: PracticeGiven) => void
}

/** One of a few answers. */
export function ChoiceQuestion({ question, result, onAnswer }: ChoiceQuestionProps) {
  useCommands({
    'practice.choose': (_, place) => {
      if (!result && place < question.choices.length) onAnswer({ kind: 'choice', choice: place })
    },
  })
  const chosen = result?.given.kind === 'choice' ? result.given.choice : null
  const markOf = (words: string, index: number) => {
    if (!result) return undefined
    if (result.outcome.expected.includes(words)) return 'right'
    return index === chosen ? 'wrong' : undefined
  }
  return (
    <fieldset className={classes.list}>
      <legend className="visually-hidden">Choose the answer</legend>
      {question.choices.map((words, index) => {
        const mark = markOf(words, index)
        return (
          <button
            key={words}
            type="button"
            className={classes.option}
            data-mark={mark}
            disabled={result !== undefined}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onAnswer({ kind: 'choice', choice: index })}
          >
            <Keys keys={String(index + 1)} />
            <span className={classes.text}>{words}</span>
            {mark && <span className={classes.mark}>{mark === 'right' ? 'Right' : 'Your answer'}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
