/** A stretch that two texts have in common: `length` units from `before` in the old one and from `after` in the new. */
export interface TextRun {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** Units that are looked up together: about three words. */
const SHINGLE = 16

/** Shorter stretches are alike by accident. */
const MIN_RUN = 24

/**
 * What two texts have in common, by place in the old one, wherever it stands in the new one: each run holds words that
 * stand only once in either text, so that it is no accident. The texts are compared as they are; give plain ones.
 */
export function findTextRuns(before: string, after: string): TextRun[] {
  const [old, fresh] = [uniqueShingles(before), uniqueShingles(after)]
  const runs: TextRun[] = []
  let last = null as TextRun | null
  for (const [shingle, at] of old) {
    const to = at < 0 ? -1 : (fresh.get(shingle) ?? -1)
    if (to < 0) continue
    // The shingles come by place: most lie in the run that the one before them began.
    if (last && to - at === last.after - last.before && at + SHINGLE <= last.before + last.length) continue
    const run = extend(before, after, at, to)
    if (run.length < MIN_RUN) continue
    runs.push(run)
    last = run
  }
  return runs
}

function extend(before: string, after: string, at: number, to: number): TextRun {
  let back = 0
  while (back < at && back < to && before.charCodeAt(at - back - 1) === after.charCodeAt(to - back - 1)) back++
  let length = SHINGLE
  while (at + length < before.length && before.charCodeAt(at + length) === after.charCodeAt(to + length)) length++
  return { before: at - back, after: to - back, length: back + length }
}

/** Each shingle with its place, or -1 where it stands more than once; by place. */
function uniqueShingles(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    if (at > 0 && !beginsWord(text, at)) continue
    const shingle = text.slice(at, at + SHINGLE)
    found.set(shingle, found.has(shingle) ? -1 : at)
  }
  return found
}

/** Scripts that part words by spaces are sampled at the words; every character of the others is a beginning. */
function beginsWord(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 32 || text.charCodeAt(at) >= 0x2e80
}
