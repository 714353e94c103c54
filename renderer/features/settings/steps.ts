const DAY_MINUTES = 1440

/** Minutes as they are typed: `1m 10m 2h`. */
export function formatSteps(minutes: readonly number[]): string {
  return minutes.map((one) => (one % 60 === 0 ? `${one / 60}h` : `${one}m`)).join(' ')
}

/** The minutes in `1m 10m 2h` (a bare number is minutes), none in an empty text; null when it holds anything else. */
export function readSteps(typed: string): number[] | null {
  const words = typed.split(/[\s,]+/).filter((word) => word !== '')
  const steps = words.map((word) => {
    const match = /^(\d{1,4})(m|min|h)?$/i.exec(word)
    return match ? Number(match[1]) * (match[2]?.toLowerCase() === 'h' ? 60 : 1) : Number.NaN
  })
  return steps.length <= 10 && steps.every((one) => one >= 1 && one < DAY_MINUTES) ? steps : null
}
