/** What is being done to an open folder, in order. */
export const folderStages = ['writing', 'reading', 'comparing'] as const
export type FolderStage = (typeof folderStages)[number]

/** Four numbers that one thread writes and another reads: stage, done, total. A thread that works can't be asked. */
export type SharedProgress = SharedArrayBuffer

export function createProgress(): SharedProgress {
  return new SharedArrayBuffer(12)
}

/** Notes how far the work is. */
export type Report = (stage: FolderStage, done: number, total: number) => void

export function reportTo(shared: SharedProgress): Report {
  const cells = new Int32Array(shared)
  return (stage, done, total) => cells.set([folderStages.indexOf(stage), done, total])
}

/** How far the work is. */
export function readProgress(shared: SharedProgress): { stage: FolderStage; done: number; total: number } {
  const [stage = 0, done = 0, total = 0] = new Int32Array(shared)
  return { stage: folderStages[stage] ?? 'writing', done, total }
}
