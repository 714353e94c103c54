import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SpilledFile } from '#electron/workers/reading/spilled-file.ts'
import { createTextWorker, WorkerClosedError } from '#electron/workers/text-worker.ts'
import { workerFile } from '#test/support/built-worker.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-worker-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const fileOf = (name: string, text: string) => ({
  name,
  bytes: new TextEncoder().encode(text),
  url: null,
  libraryDir: ':memory:',
  spill: join(dir, name),
})

describe('TextWorker', () => {
  it('does its tasks, and none once it is closed', async () => {
    const worker = createTextWorker(workerFile)
    const read = await worker.run('readFile', fileOf('a.txt', 'A head\n\nA text.'))
    const parts = read.kind === 'documents' ? [...new SpilledFile(join(dir, 'a.txt'), read.parts).parts()] : []
    expect(parts).toMatchObject([{ kind: 'article', head: { title: 'A head' } }])
    // Long enough that no machine is through with it before it is ended.
    const book = fileOf('book.txt', 'A line of a book.\n\n'.repeat(200_000))
    const unfinished = worker.run('readFile', book).catch((error: unknown) => error)
    await worker.close()
    expect(await unfinished).toBeInstanceOf(WorkerClosedError)
    await expect(worker.run('readFile', fileOf('b.txt', 'Text.'))).rejects.toThrow(WorkerClosedError)
  })
})
