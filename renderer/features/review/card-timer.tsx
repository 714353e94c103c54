import { useEffect, useState } from 'react'

interface CardTimerProps {
  /** As `performance.now` tells it. */
  readonly sinceMs: number
  /** Where it stops: no more is counted. */
  readonly longestMs: number
}

/** Quietly, how long one has been at the card: `0:07`. */
export function CardTimer({ sinceMs, longestMs }: CardTimerProps) {
  const [nowMs, setNowMs] = useState(() => performance.now())
  const spentMs = Math.min(longestMs, Math.max(0, nowMs - sinceMs))
  const isOver = spentMs >= longestMs
  useEffect(() => {
    if (isOver) return undefined
    const interval = setInterval(() => setNowMs(performance.now()), 1000)
    return () => clearInterval(interval)
  }, [isOver])
  const seconds = Math.floor(spentMs / 1000)
  return (
    <span role="timer" aria-label="Time at this card" title={isOver ? 'No more time is counted for this answer' : ''}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  )
}
