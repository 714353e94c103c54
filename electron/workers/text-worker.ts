import { Worker } from 'node:worker_threads'
import type { TaskInput, TaskName, TaskOutput, TaskReply, TaskRequest } from './tasks.ts'

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
}

/** The worker was closed before the task was done: the program is about to end. */
export class WorkerClosedError extends Error {
  override readonly name = 'WorkerClosedError'
}

/** A task took longer than it was given; its thread was ended. */
export class TaskTimeoutError extends Error {
  override readonly name = 'TaskTimeoutError'
}

/** A task was given up by who asked for it; its thread was ended. */
export class TaskAbortedError extends Error {
  override readonly name = 'TaskAbortedError'
}

/** Whether a task failed because its thread had used up the memory it may have. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The thread that parses files and searches texts, so that the one that answers the person never waits for it. */
export interface TextWorker {
  /**
   * Runs a task. Rejects when the task throws or the thread dies; the next call starts a new thread, but not after
   * `close`. `given`: what the thread is given for good, in place of a copy.
   */
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    given?: readonly ArrayBuffer[],
  ): Promise<TaskOutput<Name>>
  /**
   * The same for what nobody can trust, one after the other: ends the thread after `maxMs` and rejects with
   * TaskTimeoutError, or once `signal` aborts, with TaskAbortedError.
   */
  runWithin<Name extends TaskName>(
    maxMs: number,
    name: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
    given?: readonly ArrayBuffer[],
  ): Promise<TaskOutput<Name>>
  close(): Promise<void>
}

/** More than any article or book needs; what needs more is made to. */
const MAX_MEMORY_MB = 1024

/** A thread from the built or source file `workerFile`, started at the first task. */
export function createTextWorker(workerFile: string, maxMemoryMb = MAX_MEMORY_MB): TextWorker {
  return new ThreadWorker(workerFile, maxMemoryMb)
}

/** Threads for one task each, which end with it, or all of them by `close`. */
export function createThreads(workerFile: string) {
  const open = new Set<TextWorker>()
  return {
    start(): TextWorker {
      const worker = createTextWorker(workerFile)
      open.add(worker)
      const close = async () => {
        open.delete(worker)
        await worker.close()
      }
      return { run: (...given) => worker.run(...given), runWithin: (...given) => worker.runWithin(...given), close }
    },
    close: () => Promise.all([...open].map((worker) => worker.close())),
  }
}

class ThreadWorker implements TextWorker {
  readonly #file: string
  readonly #maxMemoryMb: number
  readonly #waiting = new Map<number, Waiting>()
  #thread: Worker | null = null
  #isClosed = false
  #lastId = 0
  #lastTurn: Promise<void> = Promise.resolve()

  constructor(file: string, maxMemoryMb: number) {
    this.#file = file
    this.#maxMemoryMb = maxMemoryMb
  }

  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    given: readonly ArrayBuffer[] = [],
  ): Promise<TaskOutput<Name>> {
    const request: TaskRequest = { id: ++this.#lastId, name, input }
    if (this.#isClosed) return Promise.reject(new WorkerClosedError('The text worker is closed.'))
    return new Promise<TaskOutput<Name>>((resolve, reject) => {
      // The reply carries the id of this very request, so its output is of this task.
      this.#waiting.set(request.id, { resolve: (output) => resolve(output as TaskOutput<Name>), reject })
      const thread = this.#start()
      thread.ref()
      thread.postMessage(request, given)
    })
  }

  async runWithin<Name extends TaskName>(
    maxMs: number,
    name: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
    given: readonly ArrayBuffer[] = [],
  ): Promise<TaskOutput<Name>> {
    // In turn, so that who ends the thread ends no other task, and the time of one is not spent waiting for another.
    const before = this.#lastTurn
    const turn = Promise.withResolvers<void>()
    this.#lastTurn = turn.promise
    await before
    try {
      return await this.#runNow(maxMs, name, input, signal, given)
    } finally {
      turn.resolve()
    }
  }

  async #runNow<Name extends TaskName>(
    maxMs: number,
    name: Name,
    input: TaskInput<Name>,
    signal: AbortSignal | undefined,
    given: readonly ArrayBuffer[],
  ): Promise<TaskOutput<Name>> {
    const giveUp = () => this.#end(new TaskAbortedError('The task was given up.'))
    if (signal?.aborted) throw new TaskAbortedError('The task was given up.')
    signal?.addEventListener('abort', giveUp)
    const late = setTimeout(() => this.#end(new TaskTimeoutError(`The task took longer than ${maxMs} ms.`)), maxMs)
    try {
      return await this.run(name, input, given)
    } finally {
      clearTimeout(late)
      signal?.removeEventListener('abort', giveUp)
    }
  }

  #end(reason: Error): void {
    const thread = this.#thread
    if (!thread) return
    this.#fail(thread, reason)
    void thread.terminate()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    // An idle one would let the program end before what is closed after it.
    this.#thread?.ref()
    await this.#thread?.terminate()
  }

  #start(): Worker {
    if (this.#thread) return this.#thread
    const thread = new Worker(this.#file, { resourceLimits: { maxOldGenerationSizeMb: this.#maxMemoryMb } })
    thread.on('message', (reply: TaskReply) => this.#settle(reply))
    thread.on('error', (error) => this.#fail(thread, error))
    thread.on('exit', () => this.#fail(thread, this.#reasonOfEnd()))
    this.#thread = thread
    return thread
  }

  #reasonOfEnd(): Error {
    return this.#isClosed
      ? new WorkerClosedError('The text worker was closed.')
      : new Error('The text worker has ended.')
  }

  #settle(reply: TaskReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    // An idle thread must not keep a finished program alive.
    if (this.#waiting.size === 0) this.#thread?.unref()
    if ('error' in reply) waiting?.reject(Object.assign(new Error(reply.error), reply.code && { code: reply.code }))
    else waiting?.resolve(reply.output)
  }

  #fail(thread: Worker, error: unknown): void {
    if (this.#thread !== thread) return
    this.#thread = null
    const cause = error instanceof Error ? error : new Error(String(error))
    for (const waiting of this.#waiting.values()) waiting.reject(cause)
    this.#waiting.clear()
  }
}
