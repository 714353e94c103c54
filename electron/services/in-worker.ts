import { createProgress, readProgress, type SharedProgress, type WorkStage } from '#electron/workers/progress.ts'
import type { TextWorker } from '#electron/workers/text-worker.ts'
import type { ServiceContext } from './context.ts'

const TELL_EVERY_MS = 200

/** How far a long task is. */
export interface WorkProgress {
  readonly type: 'progress'
  readonly stage: WorkStage
  readonly done: number
  readonly total: number
}

/** Runs a task in a thread of its own, telling how far it is; whoever goes away ends it. */
export async function* inWorker<Result>(
  { startWorker }: ServiceContext,
  signal: AbortSignal | undefined,
  start: (worker: TextWorker, progress: SharedProgress) => Promise<Result>,
): AsyncGenerator<WorkProgress, Result, void> {
  const worker = startWorker()
  const progress = createProgress()
  const abort = () => void worker.close()
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  try {
    let isDone = false
    const task = start(worker, progress).finally(() => {
      isDone = true
    })
    task.catch(() => {})
    yield { type: 'progress', ...readProgress(progress) }
    while (!isDone) {
      await Promise.race([task.catch(() => {}), new Promise((resolve) => setTimeout(resolve, TELL_EVERY_MS))])
      yield { type: 'progress', ...readProgress(progress) }
    }
    return await task
  } finally {
    signal?.removeEventListener('abort', abort)
    await worker.close()
  }
}
