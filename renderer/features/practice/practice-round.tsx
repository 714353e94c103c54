import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { ProgressHead } from '#renderer/ui/progress-head.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PracticeQuestion } from '#shared/contract/practice.ts'
import { ChoiceQuestion } from './choice-question.tsx'
import { OrderQuestion } from './order-question.tsx'
import { OutcomeNote } from './outcome-note.tsx'
import { PairsQuestion } from './pairs-question.tsx'
import classes from './practice-round.module.css'
import type { Round } from './round.ts'
import { TrueFalseQuestion } from './true-false-question.tsx'
import { TypedQuestion } from './typed-question.tsx'
import type { Practice } from './use-practice.ts'

interface PracticeRoundProps {
  readonly practice: Practice
  readonly round: Round
  readonly question: PracticeQuestion
}

/** One question on an empty page, and then what became of the answer. */
export function PracticeRound({ practice, round, question }: PracticeRoundProps) {
  useDocumentTitle('Practice')
  const [isPassageOpen, setPassageOpen] = useState(false)
  const result = round.isShowingOutcome ? round.results.at(-1) : undefined
  const heading = useRef<HTMLHeadingElement>(null)
  // A field for the answer takes the focus itself.
  const isTyped = question.kind === 'typed'
  useEffect(() => {
    if (!isTyped) heading.current?.focus({ preventScroll: true })
  }, [isTyped])
  const number = round.results.length + (result ? 0 : 1)
  useCommands({
    ...(result && {
      'practice.next': practice.next,
      'practice.accept': () => void practice.accept(),
      'practice.passage': () => setPassageOpen((isOpen) => !isOpen),
    }),
  })
  return (
    <div className={classes.root}>
      <ProgressHead
        label="Questions of this round"
        share={round.results.length / round.questions.length}
        words={`${number} of ${round.questions.length}`}
      >
        <Button variant="subtle" color="gray" size="compact-sm" onClick={practice.leave}>
          End practice
        </Button>
      </ProgressHead>
      <article className={classes.card} aria-label="Question">
        <h1 ref={heading} tabIndex={-1} className="visually-hidden">
          Question {number}
        </h1>
        <div className={classes.prompt} data-long={question.prompt.length > 180}>
          <MarkdownView text={question.prompt} />
        </div>
        <Answer question={question} practice={practice} result={result} />
      </article>
      {result && (
        <>
          <OutcomeNote result={result} isPassageOpen={isPassageOpen} onAccept={() => void practice.accept()} />
          <div className={classes.actions}>
            <Button onClick={practice.next} rightSection={<Keys keys="enter" />}>
              {round.results.length === round.questions.length ? 'See the score' : 'Next'}
            </Button>
            {result.outcome.passage && result.outcome.passage.quote !== '' && (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => setPassageOpen(!isPassageOpen)}
                rightSection={<Keys keys="p" />}
              >
                {isPassageOpen ? 'Hide passage' : 'Passage'}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  )
}

interface AnswerProps {
  readonly question: PracticeQuestion
  readonly practice: Practice
  readonly result: Round['results'][number] | undefined
}

function Answer({ question, practice, result }: AnswerProps) {
  const onAnswer = (given: Parameters<Practice['answer']>[0]) => void practice.answer(given)
  switch (question.kind) {
    case 'choice':
      return <ChoiceQuestion question={question} result={result} onAnswer={onAnswer} />
    case 'typed':
      return <TypedQuestion result={result} onAnswer={onAnswer} />
    case 'true-false':
      return <TrueFalseQuestion question={question} result={result} onAnswer={onAnswer} />
    case 'pairs':
      return <PairsQuestion question={question} result={result} onAnswer={onAnswer} />
    case 'order':
      return <OrderQuestion question={question} result={result} onAnswer={onAnswer} />
  }
}
