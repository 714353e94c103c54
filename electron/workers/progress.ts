/** What a long task is at; an open folder goes through all of them. */
export const workStages = ['writing', 'reading', 'comparing'] as const
export type WorkStage = (typeof workStages)[number]

/** Four numbers that one thread writes and another reads: stage, done, total. A thread that works can't be asked. */
export type SharedProgress = SharedArrayBuffer

export function createProgress(): SharedProgress {
  return new SharedArrayBuffer(12)
}

/** Notes how far the work is. */
export type Report = (stage: WorkStage, done: number, total: number) => void

export function reportTo(shared: SharedProgress): Report {
  const cells = new Int32Array(shared)
  return (stage, done, total) => cells.set([workStages.indexOf(stage), done, total])
}

/** How far the work is. */
export function readProgress(shared: SharedProgress): { stage: WorkStage; done: number; total: number } {
  const [stage = 0, done = 0, total = 0] = new Int32Array(shared)
  return { stage: workStages[stage] ?? 'writing', done, total }
}
