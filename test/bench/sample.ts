/** Times of one measured thing, in milliseconds, in the order taken. */
export interface Sample {
  readonly name: string
  readonly timesMs: readonly number[]
  /** The budget of the 95th percentile, or null where none was set. */
  readonly budgetMs: number | null
}

/** What is printed of a sample. */
export interface Summary {
  readonly name: string
  readonly runs: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly maxMs: number
  readonly budgetMs: number | null
}

/** Runs `work` `runs` times after `warmUps` that do not count. `work` gives its own time as a number, or is timed from outside. */
export async function measure(
  options: { name: string; runs: number; warmUps?: number; budgetMs?: number },
  work: (run: number) => Promise<unknown>,
): Promise<Sample> {
  const timesMs: number[] = []
  const warmUps = options.warmUps ?? 0
  for (let run = 0; run < warmUps + options.runs; run++) {
    const beganMs = performance.now()
    const own = await work(run)
    if (run >= warmUps) timesMs.push(typeof own === 'number' ? own : performance.now() - beganMs)
  }
  return { name: options.name, timesMs, budgetMs: options.budgetMs ?? null }
}

/** The middle, the 95th percentile (nearest rank) and the worst. */
export function summarize({ name, timesMs, budgetMs }: Sample): Summary {
  const sorted = [...timesMs].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN)
  return { name, runs: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1), budgetMs }
}

const round = (ms: number) => Math.round(ms * 10) / 10

/** The summaries as lines of a table. */
export function formatTable(summaries: readonly Summary[]): string {
  const head = ['', 'runs', 'p50 ms', 'p95 ms', 'max ms', 'budget ms']
  const rows = summaries.map((s) => [s.name, s.runs, s.p50Ms, s.p95Ms, s.maxMs, s.budgetMs ?? ''].map(String))
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [head, ...rows].map(line).join('\n')
}
