import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exportFormat } from '#shared/contract/export.ts'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const START_MS = Date.UTC(2024, 2, 4, 9)
const TEXT = 'Bo Li met 30 ministers in Paris. They spoke of the river for two days.'

let dir: string
let temporary: string
let app: ReturnType<typeof openTestCore>

/** What lies where the system keeps files for a while. */
const leftOver = () => readdirSync(temporary, { recursive: true })

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-export-test-'))
  temporary = join(dir, 'temporary')
  mkdirSync(temporary)
  // Where tmpdir() looks, on each system.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
  app = openTestCore(START_MS, join(dir, 'library'))
  const { articleId } = await app.client.article.importText({ text: TEXT, title: 'Dam talks', date: '2014-09-15' })
  await app.client.annotation.add({ articleId, start: 0, end: 5, note: 'Who?', tags: ['people'] })
  await app.client.card.create({ front: 'Who met them?', back: 'Bo Li', articleId, start: 0, end: 5 })
  await app.client.card.create({ front: 'dam', back: 'barrage' })
})

afterEach(async () => {
  await app.core.close()
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

const run = (order: Parameters<typeof app.client.export.run>[0]) => collect(app.client.export.run(order))

async function textOf(order: Parameters<typeof app.client.export.run>[0]): Promise<string> {
  const last = (await run(order)).at(-1)
  if (last?.type !== 'file') throw new Error('no file')
  const file = await app.client.export.file({ fileId: last.fileId })
  expect({ name: file.name, size: file.size }).toEqual({ name: last.name, size: last.sizeBytes })
  return file.text()
}

describe('an export', () => {
  it('says how far it is and ends with a file, in every form', async () => {
    for (const format of exportFormat.options.filter((one) => one !== 'pdf')) {
      const events = await run({ format })
      expect(events.at(-2), format).toMatchObject({ type: 'progress' })
      expect(events.at(-1), format).toMatchObject({ type: 'file', sizeBytes: expect.toSatisfy((size) => size > 100) })
    }
  })

  it('holds what was asked for: marks in their article, cards of none once', async () => {
    const whole = JSON.parse(await textOf({ format: 'json' }))
    expect(whole.articles[0].marks[0]).toMatchObject({ quote: 'Bo Li', note: 'Who?', tags: ['people'] })
    expect(whole.articles[0].cards).toHaveLength(1)
    expect(whole.looseCards).toMatchObject([{ front: 'dam' }])
    const tagged = JSON.parse(await textOf({ format: 'json', tag: 'people' }))
    expect([tagged.articles[0].marks.length, tagged.articles[0].cards.length, tagged.looseCards]).toEqual([1, 0, []])
  })

  it('that is given up ends within a second and leaves no file', async () => {
    const giveUp = new AbortController()
    const events = await app.client.export.run({ format: 'docx' }, { signal: giveUp.signal })
    await events.next()
    expect(leftOver()).not.toEqual([])
    const beganMs = performance.now()
    giveUp.abort()
    await expect(collect(events)).rejects.toThrow()
    expect(performance.now() - beganMs).toBeLessThan(1000)
    expect(leftOver()).toEqual([])
  })

  it('leaves no file behind when the program ends, finished or not', async () => {
    await run({ format: 'text' })
    const events = await app.client.export.run({ format: 'text' })
    await events.next()
    expect(leftOver()).not.toEqual([])
    const rest = collect(events)
    rest.catch(() => {})
    await app.core.close()
    expect(leftOver()).toEqual([])
    await expect(rest).rejects.toThrow()
  })

  it('says in which line a layout is broken', async () => {
    await app.client.settings.set({ markdownTemplate: 'fine\n{{#marks}}' })
    await expect(run({ format: 'markdown' })).rejects.toMatchObject({ code: 'TEMPLATE_BROKEN', data: { line: 2 } })
    expect(leftOver()).toEqual([])
  })
})
