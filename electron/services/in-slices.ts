import { setImmediate as pause } from 'node:timers/promises'

/** What runs at a stretch: well under the pause that a person would feel while something else is asked for. */
const SLICE_MS = 4

/** Goes through the steps of a piece of work, and lets others in between. Throws the reason of `signal` once that aborts. */
export async function inSlices<Result>(steps: Generator<void, Result>, signal?: AbortSignal): Promise<Result> {
  let until = performance.now() + SLICE_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() < until) continue
    await pause()
    signal?.throwIfAborted()
    until = performance.now() + SLICE_MS
  }
}
