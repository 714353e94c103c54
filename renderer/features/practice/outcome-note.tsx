import { Button } from '@mantine/core'
import { Keys } from '#renderer/ui/keys.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import { verdictInWords } from '#renderer/ui/verdict-words.ts'
import classes from './outcome-note.module.css'
import type { RoundResult } from './round.ts'

interface OutcomeNoteProps {
  readonly result: RoundResult
  readonly isPassageOpen: boolean
  readonly onAccept: () => void
}

/** Right or not, why, what the answer is, and where it stands. */
export function OutcomeNote({ result: { question, outcome }, isPassageOpen, onAccept }: OutcomeNoteProps) {
  const { correct, expected, canAccept, passage } = outcome
  const reason = verdictInWords(outcome)
  const isListed = question.kind === 'pairs' || question.kind === 'order'
  return (
    <section className={classes.root} aria-label="What became of it">
      <p className={classes.verdict} data-correct={correct}>
        {correct ? 'Right' : 'Not right'}
        {reason && <span className={classes.reason}>{reason}</span>}
      </p>
      {(!correct || question.kind === 'typed') && !isListed && question.kind !== 'choice' && (
        <p className={classes.expected}>{expected[0]}</p>
      )}
      {isListed && (!correct || question.kind === 'order') && (
        <ol className={classes.lines} data-numbered={question.kind === 'order'}>
          {expected.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {canAccept && (
        <Button variant="default" size="xs" onClick={onAccept} rightSection={<Keys keys="a" />}>
          Count it as right from now on
        </Button>
      )}
      {isPassageOpen && passage && (
        <div className={classes.passage}>
          <blockquote className={classes.quote}>{passage.quote}</blockquote>
          {passage.articleId && (
            <PassageLink
              articleId={passage.articleId}
              start={passage.start}
              end={passage.end}
              className={classes.link ?? ''}
            >
              {passage.articleTitle}
            </PassageLink>
          )}
        </div>
      )}
    </section>
  )
}
