import { Button } from '@mantine/core'
import { useState } from 'react'
import { Keys } from '#renderer/ui/keys.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PracticeGiven, PracticeQuestion } from '#shared/contract/practice.ts'
import classes from './answer-parts.module.css'
import type { RoundResult } from './round.ts'

interface PairsQuestionProps {
  readonly question: Extract<PracticeQuestion, { kind: 'pairs' }>
  readonly result: RoundResult | undefined
  readonly onAnswer: (given: PracticeGiven) => void
}

/** A few questions and their answers, mixed. A number gives the active line that answer and goes to the next open one. */
export function PairsQuestion({ question, result, onAnswer }: PairsQuestionProps) {
  const { left, right } = question
  const [given, setGiven] = useState<readonly (number | null)[]>(left.map(() => null))
  const [active, setActive] = useState(0)
  const isFull = given.every((answer) => answer !== null)
  const choose = (answer: number) => {
    if (result || answer >= right.length) return
    // An answer belongs to one line: given anew, it leaves the other.
    const next = given.map((other, line) => (line === active ? answer : other === answer ? null : other))
    setGiven(next)
    const open = [...next.keys()].map((step) => (active + step) % next.length).find((line) => next[line] === null)
    if (open !== undefined) setActive(open)
  }
  const check = () => {
    if (!result && isFull) onAnswer({ kind: 'pairs', pairs: given.map((answer) => answer ?? 0) })
  }
  useCommands({
    'practice.choose': (_, place) => choose(place),
    'practice.down': () => setActive((line) => Math.min(line + 1, left.length - 1)),
    'practice.up': () => setActive((line) => Math.max(line - 1, 0)),
    ...(result ? {} : { 'practice.next': check }),
  })
  return (
    <>
      <ul className={classes.list} aria-label="Lines to match">
        {left.map((words, line) => {
          const answer = given[line] ?? null
          return (
            <li key={words}>
              <button
                type="button"
                className={classes.option}
                data-active={!result && line === active}
                data-mark={result && (result.outcome.parts[line] ? 'right' : 'wrong')}
                aria-current={!result && line === active ? 'true' : undefined}
                disabled={result !== undefined}
                onClick={() => setActive(line)}
              >
                <span className={classes.text}>{words}</span>
                <span className={classes.given}>{answer === null ? '…' : right[answer]}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {!result && (
        <>
          <fieldset className={`${classes.list} ${classes.bank}`}>
            <legend className="visually-hidden">Answers</legend>
            {right.map((words, answer) => (
              <button
                key={words}
                type="button"
                className={classes.chip}
                data-used={given.includes(answer)}
                aria-keyshortcuts={String(answer + 1)}
                onClick={() => choose(answer)}
              >
                <Keys keys={String(answer + 1)} /> {words}
              </button>
            ))}
          </fieldset>
          <Button
            className={classes.submit ?? ''}
            disabled={!isFull}
            onClick={check}
            rightSection={<Keys keys="enter" />}
          >
            Check
          </Button>
        </>
      )}
    </>
  )
}
