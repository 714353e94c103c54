import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import type { ReviewCounts } from '#shared/contract/study.ts'
import { formatInterval } from '#shared/domain/memory-words.ts'
import { routes } from '#shared/domain/routes.ts'
import type { SessionSummary } from './session.ts'
import classes from './session-end.module.css'

interface SessionEndProps {
  readonly summary: SessionSummary
  readonly counts: ReviewCounts
  readonly onContinue: () => void
}

/** What a sitting came to, when the table is empty again. */
export function SessionEnd({ summary, counts, onContinue }: SessionEndProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const waiting = counts.due + counts.new + counts.learning
  return (
    <section className={classes.root}>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        Done for now
      </h2>
      {summary.answers > 0 && (
        <p className={classes.lead}>
          {formatCount(summary.answers, 'answer', 'answers')} in {formatInterval(summary.durationMs)}
        </p>
      )}
      <GradeLine summary={summary} />
      <p className={classes.next}>{nextWords(counts, waiting)}</p>
      <div className={classes.actions}>
        {waiting > 0 && (
          <Button onClick={onContinue} rightSection={<Keys keys="enter" />}>
            Continue
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
  if (summary.answers === 0) return null
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

function nextWords(counts: ReviewCounts, waiting: number): string {
  if (waiting > 0) return `${formatCount(waiting, 'card is', 'cards are')} due again.`
  if (counts.nextDueAtMs === null) return 'No card waits to be asked.'
  return `The next card comes in ${formatInterval(Math.max(0, counts.nextDueAtMs - Date.now()))}.`
}
