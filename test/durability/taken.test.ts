// A library that is taken away, or held by another program, while it is open.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { clientOf, findFaults } from '#test/support/durability.ts'
import { ENDED_WELL, type ServeProcess, startServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

let dir: string
let serve: ServeProcess
beforeAll(() => buildWhenStale(join(import.meta.dirname, '../..')))
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-taken-'))
  serve = await startServe(join(dir, 'library'))
  await clientOf(serve).article.importText({ text: 'The council met.', title: 'First' })
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const rescue = async () => (await clientOf(serve).library.info()).rescue?.kind

// Windows lets nobody take away a file that is open.
it.runIf(process.platform !== 'win32')('says that its folder was deleted, and writes all of it again', async () => {
  rmSync(join(dir, 'library'), { recursive: true })
  await vi.waitFor(async () => expect(await rescue()).toBe('gone'), 8_000)
  await clientOf(serve).article.importText({ text: 'The council met again.', title: 'Second' })
  await clientOf(serve).library.writeAgain()
  expect(await rescue()).toBeUndefined()
  await clientOf(serve).article.importText({ text: 'The council met once more.', title: 'Third' })
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  expect(findFaults(join(dir, 'library'))).toEqual([])
  serve = await startServe(join(dir, 'library'))
  const { items } = await clientOf(serve).article.list({ limit: 10 })
  expect(items.map(({ title }) => title).sort()).toEqual(['First', 'Second', 'Third'])
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
})

it.runIf(process.platform !== 'win32')('goes on when a folder that was moved is put back', async () => {
  renameSync(join(dir, 'library'), join(dir, 'moved'))
  await vi.waitFor(async () => expect(await rescue()).toBe('gone'), 8_000)
  renameSync(join(dir, 'moved'), join(dir, 'library'))
  await vi.waitFor(async () => expect(await rescue()).toBeUndefined(), 8_000)
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  expect(existsSync(join(dir, 'moved'))).toBe(false)
  expect(findFaults(join(dir, 'library'))).toEqual([])
})

it('says that another program holds it, and goes on after that', async () => {
  const other = new Database(join(dir, 'library/library.db'))
  other.exec('BEGIN IMMEDIATE')
  const held = clientOf(serve).article.importText({ text: 'The council met again.' })
  await expect(held).rejects.toMatchObject({ code: 'LIBRARY_BUSY' })
  expect((await clientOf(serve).article.list({ limit: 10 })).items).toHaveLength(1)
  other.exec('ROLLBACK')
  other.close()
  await clientOf(serve).article.importText({ text: 'The council met again.' })
  expect((await clientOf(serve).article.list({ limit: 10 })).items).toHaveLength(2)
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
})
