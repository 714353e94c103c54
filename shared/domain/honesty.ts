/** How sure a find was, in bands: `from` included, `to` excluded but for the last. 0..1. */
export const confidenceBands = [
  { from: 0, to: 0.4 },
  { from: 0.4, to: 0.6 },
  { from: 0.6, to: 0.75 },
  { from: 0.75, to: 0.9 },
  { from: 0.9, to: 1 },
] as const

/** Finds less sure than this are asked about. */
export const DOUBTFUL_BELOW = 0.75

/** The index of the band that a confidence of 0..1 lies in. */
export function bandOf(confidence: number): number {
  const index = confidenceBands.findIndex(({ to }) => confidence < to)
  return index < 0 ? confidenceBands.length - 1 : index
}

/** A share 0..1 with the bounds it lies between. */
export interface ShareInterval {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The 97.5th percentile of the normal distribution: two sides of it leave 95 %. */
const Z = 1.959964

/**
 * The share of `hits` among `trials` and where the true one lies with 95 % confidence; null without a trial.
 * Source: Wilson, Probable Inference (1927), the score interval.
 */
export function wilsonInterval(hits: number, trials: number): ShareInterval | null {
  if (trials <= 0) return null
  const share = hits / trials
  const scale = 1 + Z ** 2 / trials
  const middle = (share + Z ** 2 / (2 * trials)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2))
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
