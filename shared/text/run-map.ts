import { findTextRuns, type TextRun } from './text-runs.ts'

/** A range of a plain text, end excluded. */
export interface PlainRange {
  readonly start: number
  readonly end: number
}

/** Where the passages of one plain text are in another, as far as the words are the same. */
export interface RunMap {
  /** The same words in the new text, when both what they are and what surrounds them leaves no doubt; else null. */
  findSame(range: PlainRange): PlainRange | null
  /** The range whose two ends are in the new text, though what lies between has changed; else null. */
  findSpan(range: PlainRange): PlainRange | null
  /** Whether a range of the new text is some other passage of the old one than `range`. */
  isOther(fresh: PlainRange, range: PlainRange): boolean
  /** About where a unit of the old text is in the new one. */
  nearest(at: number): number
  /** How much of the shorter text lies in runs, 0..1. */
  readonly shared: number
}

/** Units of the same text that must go on beyond a passage to tell that it is the same one. */
const SURROUNDING = 32

/** So much before or after one end of a passage tells where that end is. */
const FOOTING = 20

/** A shorter run can be a common phrase. */
const TELLING_RUN = 48

/** Maps `before` to `after`, both plain. Cost: that of `findTextRuns`. */
export function mapTextRuns(before: string, after: string): RunMap {
  const runs = before === after ? [{ before: 0, after: 0, length: before.length }] : findTextRuns(before, after)
  const telling = runs.filter(({ length }) => length >= TELLING_RUN || before === after)
  const byPlace = [...telling].sort((a, b) => a.after - b.after)

  function isSurrounded(run: TextRun, { start, end }: PlainRange): boolean {
    const [lead, trail] = [start - run.before, run.before + run.length - end]
    if (lead < 0 || trail < 0) return false
    const isLeadEnough = lead >= SURROUNDING || (run.before === 0 && run.after === 0)
    const isTrailEnough =
      trail >= SURROUNDING || (run.before + run.length === before.length && run.after + run.length === after.length)
    return isLeadEnough && isTrailEnough
  }

  /** The one place in the new text that the runs agree on. */
  function only(places: readonly number[]): number | null {
    const [first] = places
    return first !== undefined && places.every((place) => place === first) ? first : null
  }

  const covered = telling.reduce((sum, { length }) => sum + length, 0)
  return {
    shared: Math.min(1, covered / Math.max(1, Math.min(before.length, after.length))),
    findSame(range) {
      const start = only(
        telling.filter((run) => isSurrounded(run, range)).map((run) => range.start + run.after - run.before),
      )
      return start === null ? null : { start, end: start + range.end - range.start }
    },
    findSpan({ start, end }) {
      const from = only(
        telling
          .filter((run) => run.before + FOOTING <= start && start <= run.before + run.length)
          .map((run) => start + run.after - run.before),
      )
      const to = only(
        telling
          .filter((run) => run.before <= end && end <= run.before + run.length - FOOTING)
          .map((run) => end + run.after - run.before),
      )
      if (from === null || to === null || from >= to) return null
      return to - from > (end - start) * 2 + TELLING_RUN ? null : { start: from, end: to }
    },
    isOther(fresh, range) {
      const over = overlapping(byPlace, fresh)
      const mine = over.some((run) => {
        const back = run.before - run.after
        return fresh.start + back < range.end && range.start < fresh.end + back
      })
      return !mine && over.length > 0
    },
    nearest(at) {
      const run = nearestRun(runs, at)
      return run ? Math.max(0, Math.min(after.length, at + run.after - run.before)) : Math.min(at, after.length)
    },
  }
}

/** Runs that hold nearly all of a range of the new text. */
function overlapping(runs: readonly TextRun[], { start, end }: PlainRange): TextRun[] {
  const most = (end - start) * 0.8
  return runs.filter((run) => Math.min(end, run.after + run.length) - Math.max(start, run.after) >= most)
}

function nearestRun(runs: readonly TextRun[], at: number): TextRun | null {
  let best: TextRun | null = null
  let least = Number.POSITIVE_INFINITY
  for (const run of runs) {
    const distance = Math.max(0, run.before - at, at - run.before - run.length)
    if (distance >= least) continue
    best = run
    least = distance
  }
  return best
}
