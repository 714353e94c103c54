import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { plainLine } from '#shared/domain/card-line.ts'
import { cardPath } from '#shared/domain/routes.ts'
import classes from './practice-end.module.css'
import { type Round, type RoundResult, scoreOf } from './round.ts'
import type { Practice } from './use-practice.ts'

/** The score of a round, and what to look at again. */
export function PracticeEnd({ practice, round }: { practice: Practice; round: Round }) {
  useDocumentTitle('Practice')
  const { plan } = practice
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const again = () => void (plan && practice.start(plan))
  useCommands({ 'practice.next': round.questions.length > 0 ? again : practice.leave })
  if (round.questions.length === 0) return <NothingToAsk onBack={practice.leave} />
  const { points, asked, share } = scoreOf(round.results)
  const missed = round.results.filter(({ outcome }) => !outcome.correct)
  return (
    <section className={classes.root}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {formatNumber(points)} of {formatNumber(asked)}
      </h1>
      <p className={classes.lead}>{wordsFor(share)}</p>
      <div className={classes.actions}>
        <Button onClick={again} rightSection={<Keys keys="enter" />}>
          Another round
        </Button>
        <Button variant="default" onClick={practice.leave}>
          Practise something else
        </Button>
      </div>
      {missed.length > 0 && (
        <>
          <h2 className={classes.heading}>To look at again</h2>
          <ul className={classes.list}>
            {missed.map((result) => (
              <Missed key={result.question.id} result={result} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Missed({ result: { question, given, outcome } }: { result: RoundResult }) {
  const { passage, cardId } = outcome
  return (
    <li className={classes.missed}>
      <p className={classes.question}>{plainLine(question.prompt)}</p>
      {outcome.expected.map((line) => (
        <p key={line} className={classes.answer}>
          {line}
        </p>
      ))}
      {given.kind === 'typed' && given.text.trim() !== '' && <p className={classes.given}>You typed “{given.text}”.</p>}
      <p className={classes.links}>
        {passage?.articleId && (
          <PassageLink
            articleId={passage.articleId}
            start={passage.start}
            end={passage.end}
            className={classes.link ?? ''}
          >
            Passage
          </PassageLink>
        )}
        {cardId && (
          <Link to={cardPath(cardId)} className={classes.link}>
            Card
          </Link>
        )}
      </p>
    </li>
  )
}

function wordsFor(share: number): string {
  if (share === 1) return 'All of it.'
  if (share >= 0.8) return 'Nearly all of it.'
  return share >= 0.5 ? 'More than half of it.' : 'There is something to read again below.'
}

function NothingToAsk({ onBack }: { onBack: () => void }) {
  return (
    <EmptyState
      level="h1"
      title="Too little to ask"
      actions={
        <>
          <ToLibrary />
          <Button variant="default" onClick={onBack}>
            Choose another way
          </Button>
        </>
      }
    >
      Practice asks what your cards and articles hold. Read a few more articles, or choose another way to be asked.
    </EmptyState>
  )
}
