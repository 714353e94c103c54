import { describe, expect, it } from 'vitest'
import { createTextWorker, WorkerClosedError } from '#electron/workers/text-worker.ts'
import { workerFile } from '#test/support/built-worker.ts'

const file = { name: 'a.txt', bytes: new TextEncoder().encode('A head\n\nA text.') }

describe('TextWorker', () => {
  it('does its tasks, and none once it is closed', async () => {
    const worker = createTextWorker(workerFile)
    expect(await worker.run('parse', file)).toMatchObject({ kind: 'documents', documents: [{ title: 'A head' }] })
    // Long enough that no machine is through with it before it is ended.
    const book = { name: 'book.txt', bytes: new TextEncoder().encode('A line of a book.\n\n'.repeat(200_000)) }
    const unfinished = worker.run('parse', book).catch((error: unknown) => error)
    await worker.close()
    expect(await unfinished).toBeInstanceOf(WorkerClosedError)
    await expect(worker.run('parse', file)).rejects.toThrow(WorkerClosedError)
  })
})
