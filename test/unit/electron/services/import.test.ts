import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

let dir: string
let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-import-'))
  test = openTestCore(Date.UTC(2026, 4, 14, 12), join(dir, 'library'))
})
afterEach(async () => {
  await test.core.close()
  rmSync(dir, { recursive: true })
})

const articles = async () => (await test.client.article.list({ limit: 200 })).total
const written = (name: string, text: string) => {
  writeFileSync(join(dir, name), text)
  return join(dir, name)
}
const texts = (count: number) =>
  Array.from({ length: count }, (_, n) => new File([`Head ${n}\n\nA text of its own, number ${n}.`], `${n}.txt`))

describe('an import', () => {
  it('shows nothing of a batch before all of it is there, and nothing at all when it is given up', async () => {
    const events = await test.client.article.import({ files: texts(5) })
    for (let n = 0; n < 4; n++) await events.next()
    expect(await articles()).toBe(0)
    await events.return?.()
    expect([await articles(), (await test.client.history.state()).undo]).toEqual([0, null])
    await collect(test.client.article.import({ files: texts(5) }))
    expect(await articles()).toBe(5)
  })

  it('knows a long text that was pasted again in a file, and a short one too', async () => {
    for (const length of [10, 5000]) {
      const text = `A head of ${length}\n\n${'The river rose again on Tuesday.  '.repeat(length)}`
      const { articleId, duplicateOf } = await test.client.article.importText({ text })
      expect(duplicateOf).toBeNull()
      const [result] = await test.core.importPaths([written(`${length}.txt`, text.replaceAll('\n', '\r\n'))])
      expect(result?.outcome).toMatchObject({ kind: 'duplicate', duplicateOf: articleId })
    }
  })

  it('says that the disk is full, as every other change does', async () => {
    const { articleId } = await test.client.article.importText({ text: 'A head\n\nA text.' })
    // There is no small disk at hand: the clock is asked on the way to each write, and fails as one does.
    Object.defineProperty(test.time, 'nowMs', {
      get() {
        throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
      },
    })
    const code = (error: { code: string; status: number }) => [error.code, error.status]
    const codes = await Promise.all([
      test.client.annotation.add({ articleId, start: 0, end: 3 }).catch(code),
      test.client.article.importText({ text: 'Another\n\nText.' }).catch(code),
    ])
    expect(codes).toEqual([
      ['DISK_FULL', 507],
      ['DISK_FULL', 507],
    ])
  })

  it('is dropped without a word when the program ends', async () => {
    const paths = Array.from({ length: 30 }, (_, n) => written(`${n}.txt`, `Head ${n}\n\nText ${n}`))
    const results = test.core.importPaths(paths)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await test.core.close()
    expect(await results).toEqual([])
    expect(test.failures).toEqual([])
    test = openTestCore(Date.UTC(2026, 4, 14, 13), join(dir, 'library'))
    expect(await articles()).toBe(0)
  })

  it.skipIf(process.platform === 'win32')(
    'does not read a device without end, nor follow a link to one in a folder',
    async () => {
      const folder = join(dir, 'folder')
      mkdirSync(folder)
      symlinkSync('/dev/zero', join(folder, 'zero.txt'))
      const results = await test.core.importPaths(['/dev/zero', folder])
      expect(results.map(({ outcome }) => outcome)).toEqual([
        { kind: 'failed', code: 'UNREADABLE' },
        { kind: 'failed', code: 'EMPTY' },
      ])
      expect(test.failures).toEqual([])
    },
  )
})
