import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTextWorker, WorkerClosedError } from '#electron/workers/text-worker.ts'

const workerFile = join(import.meta.dirname, '../../../../electron/workers/worker.ts')
const file = { name: 'a.txt', bytes: new TextEncoder().encode('A head\n\nA text.') }

describe('TextWorker', () => {
  it('does its tasks, and none once it is closed', async () => {
    const worker = createTextWorker(workerFile)
    expect(await worker.run('parse', file)).toMatchObject({ kind: 'documents', documents: [{ title: 'A head' }] })
    const unfinished = worker.run('parse', file).catch((error: unknown) => error)
    await worker.close()
    expect(await unfinished).toBeInstanceOf(WorkerClosedError)
    await expect(worker.run('parse', file)).rejects.toThrow(WorkerClosedError)
  })
})
