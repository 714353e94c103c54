import { join } from 'node:path'
import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import { expectAccessible } from '#test/support/accessible.ts'
import { test } from '#test/support/loopback-app.ts'

const text = `Harbours of the delta

The dam at Karando was closed in 1961, and the river lost a third of its water.

Ana Sorel asked for 300 boats.

The Harbour Workers Union asked for more.`

test('brings old marks back by keyboard alone, and makes a card of one', async ({ app, page }) => {
  let client = app.client()
  await client.library.declineStarter()
  const { articleId } = await client.article.importText({ text })
  const article = await client.article.get({ articleId })
  for (const words of ['1961', '300 boats', 'The Harbour Workers Union asked for more.']) {
    const start = article.text.indexOf(words)
    await client.annotation.add({ articleId, start, end: start + words.length, note: `Note on ${words}` })
  }
  await app.open()
  await expect(page.getByText(/old marks? to look at again/)).toHaveCount(0)

  // The marks are of today. Set back, as they will be tomorrow, they are old.
  const db = new Database(join(app.libraryDir, 'library.db'))
  db.prepare('UPDATE annotation SET created_at_ms = created_at_ms - 10 * 86400000').run()
  db.close()
  await app.restart()
  client = app.client()
  await page.getByRole('link', { name: '3 old marks to look at again' }).press('Enter')
  const mark = page.getByRole('article', { name: 'Mark' })
  await expect(mark.locator('mark')).toBeVisible()
  await expect(mark).toContainText('Note on')
  await expectAccessible(page)
  const first = await mark.locator('mark').innerText()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Make a card' })).toBeVisible()
  const question = page.getByRole('textbox', { name: /Text|Question/ })
  if ((await question.inputValue()) === '') await question.fill('What did the union do?')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: /^Its card/ })).toBeVisible()
  expect((await client.card.list({ limit: 5 })).items).toHaveLength(1)

  await page.keyboard.press('j')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('k')
  await expect(mark.locator('mark')).toHaveText(first)
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/#\/article\/.+\?at=\d+-\d+$/)

  await app.restart()
  client = app.client()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page.getByText('3 of 3')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'That was it for today' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  await expect(page.getByText(/old marks? to look at again/)).toHaveCount(0)
  expect(await client.review.counts({})).toMatchObject({ answeredToday: 0 })
})
