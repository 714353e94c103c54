import { formatCount } from './format.ts'

/** How far something long is, and since when. */
export interface Pace {
  readonly done: number
  readonly total: number
  readonly startedAtMs: number
}

/** A guess at the time left, in ms; null while there is too little to go by. */
export function timeLeftMs({ done, total, startedAtMs }: Pace, nowMs: number): number | null {
  const elapsedMs = nowMs - startedAtMs
  return done < 3 || elapsedMs < 2000 ? null : (elapsedMs / done) * (total - done)
}

/** A time left in words. */
export function timeLeftWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 60) return `about ${formatCount(seconds, 'second', 'seconds')} left`
  return `about ${formatCount(Math.round(seconds / 60), 'minute', 'minutes')} left`
}
