import { forgetting_curve } from 'ts-fsrs'

const DAY_MS = 86_400_000

/** What decides how well a card is remembered. Stability in days; stage 0 is one nobody has answered. */
interface Remembered {
  readonly stage: number
  readonly stability: number
  readonly lastReviewAtMs: number | null
}

/**
 * How likely a card would be remembered at `nowMs`, 0..1; null while nobody has answered it.
 * Source: FSRS-6, the forgetting curve; `parameters` are those that were fitted to the person.
 */
export function recallNow(
  { stage, stability, lastReviewAtMs }: Remembered,
  nowMs: number,
  parameters: readonly number[],
): number | null {
  if (stage === 0 || lastReviewAtMs === null || stability <= 0) return null
  return forgetting_curve(parameters, Math.max(0, nowMs - lastReviewAtMs) / DAY_MS, stability)
}
