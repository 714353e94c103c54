import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatNumber, formatPercent } from '#renderer/ui/format.ts'
import { KeysOf } from '#renderer/ui/keys.tsx'
import { OldMarksLink } from '#renderer/ui/old-marks-link.tsx'
import type { ReviewCounts } from '#shared/contract/study.ts'
import { cardLine } from '#shared/domain/card-line.ts'
import { formatInterval } from '#shared/domain/memory-words.ts'
import { cardPath, routes } from '#shared/domain/routes.ts'
import type { SessionSummary } from './session.ts'
import classes from './session-end.module.css'
import { AHEAD_MINUTES } from './use-review-session.ts'

interface SessionEndProps {
  readonly summary: SessionSummary
  readonly counts: ReviewCounts
  /** Whether one deck alone was asked: the counts are of all. */
  readonly isOfDeck: boolean
  readonly onContinue: () => void
  /** Goes on with cards in learning ahead of their time. */
  readonly onAhead: () => void
}

/** What a sitting came to, when the table is empty again. */
export function SessionEnd({ summary, counts, isOfDeck, onContinue, onAhead }: SessionEndProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const waiting = counts.due + counts.new + counts.learning
  // What waits for its day is not asked ahead, however soon that begins.
  const isNear =
    counts.isNextLearning && counts.nextDueAtMs !== null && counts.nextDueAtMs - Date.now() < AHEAD_MINUTES * 60_000
  const oldMarks = useQuery(api.resurface.today.queryOptions({ input: {} })).data?.items
  return (
    <section className={classes.root}>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        Done for now
      </h2>
      {summary.answers > 0 && (
        <>
          <p className={classes.lead}>
            {formatCount(summary.answers, 'answer', 'answers')} in {formatInterval(summary.durationMs)}
          </p>
          <GradeLine summary={summary} />
          <Facts summary={summary} />
          <Hardest cards={summary.hardest} />
        </>
      )}
      {(waiting > 0 || !isOfDeck) && <p className={classes.next}>{nextWords(counts, waiting)}</p>}
      <OldMarksLink items={oldMarks} />
      <div className={classes.actions}>
        {waiting > 0 && (
          <Button onClick={onContinue} rightSection={<KeysOf id="review.show" />}>
            Continue
          </Button>
        )}
        {waiting === 0 && isNear && (
          <Button variant="default" onClick={onAhead}>
            Go on without waiting
          </Button>
        )}
        <Button component={Link} to={routes.library} variant="default">
          Read on
        </Button>
      </div>
    </section>
  )
}

const gradeNames = ['again', 'hard', 'good', 'easy'] as const

function GradeLine({ summary }: { summary: SessionSummary }) {
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {summary.byGrade.map((count, index) => (
          <span key={gradeNames[index]} data-grade={index + 1} style={{ flexGrow: count }} />
        ))}
      </div>
      <dl className={classes.grades}>
        {summary.byGrade.map((count, index) => (
          <div key={gradeNames[index]} data-grade={index + 1}>
            <dt>{gradeNames[index]}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Facts({ summary: { answers, right, byStage, durationMs } }: { summary: SessionSummary }) {
  const stages = [
    [byStage.new, 'new'],
    [byStage.learning, 'being learned'],
    [byStage.review, 'in review'],
  ] as const
  const facts = [
    ['Right', `${formatNumber(right)} of ${formatNumber(answers)} (${formatPercent(right / answers)})`],
    ['Per card', secondsInWords(durationMs / answers)],
    [
      'Cards',
      stages
        .filter(([count]) => count > 0)
        .map(([count, words]) => `${formatNumber(count)} ${words}`)
        .join(', '),
    ],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Up to two minutes in seconds: answers are that short. */
function secondsInWords(ms: number): string {
  return ms < 120_000 ? `${Math.max(1, Math.round(ms / 1000))} s` : formatInterval(ms)
}

function Hardest({ cards }: { cards: SessionSummary['hardest'] }) {
  if (cards.length === 0) return null
  return (
    <section className={classes.hardest} aria-labelledby="hardest">
      <h3 id="hardest">Forgotten this time</h3>
      <ul>
        {cards.map(({ card, times }) => (
          <li key={card.id}>
            <Link to={cardPath(card.id)}>{cardLine(card)}</Link>
            {times > 1 && <span> {formatCount(times, 'time', 'times')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function nextWords(counts: ReviewCounts, waiting: number): string {
  if (waiting > 0) return `${formatCount(waiting, 'card is', 'cards are')} due again.`
  if (counts.nextDueAtMs === null) return 'No card waits to be asked.'
  return `The next card comes in ${formatInterval(Math.max(0, counts.nextDueAtMs - Date.now()))}.`
}
