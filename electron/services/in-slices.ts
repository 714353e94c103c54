import { setImmediate as pause } from 'node:timers/promises'

/** What runs at a stretch: well under the pause that a person would feel while something else is asked for. */
const SLICE_MS = 4

/** Goes through the steps of a piece of work, and lets others in between. */
export async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  let until = performance.now() + SLICE_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() < until) continue
    await pause()
    until = performance.now() + SLICE_MS
  }
}
