import { Button } from '@mantine/core'
import { formatNumber } from '#renderer/ui/format.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import type { ReviewCounts } from '#shared/contract/study.ts'
import classes from './review-progress.module.css'
import { progressOf } from './session.ts'

interface ReviewProgressProps {
  readonly answers: number
  readonly counts: ReviewCounts | undefined
  readonly onUndo: (() => void) | null
}

/** A thin line for how far one is, and a few quiet words. */
export function ReviewProgress({ answers, counts, onUndo }: ReviewProgressProps) {
  const remaining = counts ? counts.due + counts.new + counts.learning : 0
  return (
    <header className={classes.root}>
      <progress
        className={classes.line}
        aria-label="Answers of this sitting"
        value={progressOf(answers, remaining)}
        max={1}
      />
      <div className={classes.words}>
        <span>{counts ? countWords(counts) : ''}</span>
        {onUndo && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={onUndo}
            aria-keyshortcuts={keysOf('review.undo')}
          >
            Undo
          </Button>
        )}
      </div>
    </header>
  )
}

function countWords(counts: ReviewCounts): string {
  const parts = [
    [counts.due, 'to review'],
    [counts.learning, 'being learned'],
    [counts.new, 'new'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatNumber(count)} ${word}`)
    .join(' · ')
}
