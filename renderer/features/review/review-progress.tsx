import { Button } from '@mantine/core'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import { ProgressHead } from '#renderer/ui/progress-head.tsx'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import type { ReviewCounts } from '#shared/contract/study.ts'
import { CardTimer } from './card-timer.tsx'
import { progressOf } from './session.ts'

interface ReviewProgressProps {
  readonly answers: number
  readonly counts: ReviewCounts | undefined
  /** The deck that is asked alone, or null. */
  readonly deckName: string | null
  /** Since when the card lies on the table, as `performance.now` tells it; null without one. */
  readonly shownAtMs: number | null
  readonly onUndo: (() => void) | null
}

/** A thin line for how far one is, and a few quiet words. */
export function ReviewProgress({ answers, counts, deckName, shownAtMs, onUndo }: ReviewProgressProps) {
  const { showTimer, longestAnswerSeconds } = useSettings().settings
  const remaining = counts ? counts.due + counts.new + counts.learning : 0
  return (
    <ProgressHead
      label="Answers of this sitting"
      share={progressOf(answers, remaining)}
      words={[deckName, answers > 0 && formatCount(answers, 'answer', 'answers'), counts && countWords(counts)]
        .filter(Boolean)
        .join(' · ')}
    >
      {showTimer && shownAtMs !== null && <CardTimer sinceMs={shownAtMs} longestMs={longestAnswerSeconds * 1000} />}
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
    </ProgressHead>
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
