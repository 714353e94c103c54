import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ENGINE } from '#electron/extraction/engine.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const NOW = Date.UTC(2026, 4, 14, 12)
const TEXT =
  'Talks in Geneva\n\nThe Foreign Minister of Norway, Ingrid Solberg, met President Paul Biya in Geneva. ' +
  'About 1,200 people had fled the fighting, the United Nations said on Monday, and more of them were on their way.'

let dir: string
let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-extractor-'))
  test = openTestCore(NOW, dir)
})
afterEach(async () => {
  await test.core.close()
  rmSync(dir, { recursive: true })
})

/** The names mentioned in the only article. */
const names = async () => {
  const [article] = (await test.client.article.list({ limit: 1 })).items
  if (!article) throw new Error('There is no article')
  const { items } = await test.client.entity.list({ articleId: article.id, limit: 50 })
  return items.map(({ name }) => name).toSorted()
}

/** Closes the library, changes it as `sql` says, and opens it anew. */
async function reopenAfter(sql: string): Promise<void> {
  await test.core.close()
  const db = new Database(join(dir, 'library.db'))
  db.exec(sql)
  db.close()
  test = openTestCore(NOW, dir)
  await test.core.settled()
}

function engines(): unknown[] {
  const db = new Database(join(dir, 'library.db'), { readonly: true })
  const all = db.prepare('SELECT extraction_engine FROM article ORDER BY id').pluck().all()
  db.close()
  return all
}

it('searches again what an earlier engine searched, and nothing twice', async () => {
  await test.client.article.importText({ text: TEXT })
  const before = await names()
  expect(before).toContain('Ingrid Solberg')
  const { items } = await test.client.suggestion.list({ limit: 10 })
  const [accepted, dismissed] = items
  if (!accepted || !dismissed) throw new Error('Nothing was suggested')
  await test.client.suggestion.accept({ suggestionId: accepted.id })
  await test.client.suggestion.dismiss({ suggestionId: dismissed.id })
  await reopenAfter("DELETE FROM mention; UPDATE article SET extraction_engine = 'names@0'")
  expect([await names(), engines()]).toEqual([before, [ENGINE]])
  const left = (await test.client.suggestion.list({ limit: 10 })).items.map(({ front }) => front)
  expect(left).not.toContain(accepted.front)
  expect(left).not.toContain(dismissed.front)
  expect((await test.client.card.list({ limit: 10 })).items).toHaveLength(1)
  await reopenAfter('DELETE FROM mention')
  expect(await names()).toEqual([])
})

it('takes what could not be searched up again with a new engine', async () => {
  const { articleId } = await test.client.article.importText({ text: TEXT })
  await reopenAfter("UPDATE article SET extraction = 'failed', extraction_engine = NULL")
  expect((await test.client.article.get({ articleId })).extraction).toBe('done')
})

it('searches one article again when asked to', async () => {
  const { articleId } = await test.client.article.importText({ text: TEXT })
  const before = await names()
  await reopenAfter('DELETE FROM mention')
  expect(await names()).toEqual([])
  const article = await test.client.article.extract({ articleId })
  expect([article.extraction, article.entityCount]).toEqual(['done', before.length])
  expect(await names()).toEqual(before)
  await test.client.article.delete({ articleIds: [articleId] })
  await expect(test.client.article.extract({ articleId })).rejects.toMatchObject({ code: 'ARTICLE_MISSING' })
})
