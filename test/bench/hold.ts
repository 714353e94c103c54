import { setTimeout as pause } from 'node:timers/promises'

/** How long something took and held the thread, in milliseconds. */
export interface Held {
  readonly tookMs: number
  /** The longest turn of the event loop, in time of the processor: what others do on the computer is not its. */
  readonly longestMs: number
}

/** Runs `work` and looks each millisecond what the thread has done since the last look. */
export async function holdOf(work: () => Promise<unknown>): Promise<Held> {
  let [longestMs, isOver] = [0, false]
  let before = process.threadCpuUsage()
  const look = () => {
    const now = process.threadCpuUsage()
    longestMs = Math.max(longestMs, (now.user + now.system - before.user - before.system) / 1000)
    before = now
    if (!isOver) setTimeout(look, 1)
  }
  setTimeout(look, 1)
  const from = performance.now()
  await work()
  const tookMs = performance.now() - from
  await pause(20)
  isOver = true
  return { tookMs, longestMs }
}

/** Runs `work` and prints how long it took and the longest time the thread was held meanwhile. */
export async function hold(name: string, budgetMs: number, work: () => Promise<unknown>): Promise<void> {
  const { tookMs, longestMs } = await holdOf(work)
  console.log(
    `${name.padEnd(44)} took ${tookMs.toFixed(0).padStart(7)} ms   longest hold ${longestMs.toFixed(1).padStart(7)} ms${longestMs > budgetMs ? '  over' : ''}`,
  )
}
