import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { expectAccessible } from '#test/support/accessible.ts'
import { test } from '#test/support/loopback-app.ts'
import { drawnOn, goToHash, openText } from '#test/support/reader-page.ts'

const river = readFileSync(join(import.meta.dirname, '../fixtures/river-accord.txt'), 'utf8')

test('draws in the text how well each name is remembered, and makes cards of the new by one key', async ({
  app,
  page,
}) => {
  const { id: articleId } = await openText(app, page, river)
  const bar = page.getByRole('region', { name: 'What you remember of it' })
  await expect(bar.getByRole('button', { name: /^\d+ new here$/ })).toBeVisible()
  // Where all is new, lines tell of what kind each name is.
  expect((await drawnOn(page))['kind-person']).toBeGreaterThan(0)
  await page.keyboard.press('m')
  await expect(page.getByText(/cards made of what is new\./).first()).toBeVisible()
  await expect(bar.getByRole('button', { name: /not asked yet$/ })).toBeVisible()
  await expect.poll(async () => (await drawnOn(page))['memory-waiting-person']).toBeGreaterThan(0)
  expect((await drawnOn(page))['kind-person']).toBe(0)

  const client = app.client()
  const { items } = await client.card.list({ articleId, limit: 100 })
  const [known, faded] = items.filter(({ evidence }) => evidence.entityId !== null)
  await client.review.answer({ cardId: known?.id ?? '', grade: 4 })
  await client.review.answer({ cardId: faded?.id ?? '', grade: 3, now: Date.now() - 400 * 86_400_000 })
  await expect(bar.getByRole('button', { name: '1 known' })).toBeVisible()
  await bar.getByRole('button', { name: /^1 (?:fading|forgotten)$/ }).click()
  await expect.poll(async () => (await drawnOn(page)).flash).toBe(1)
  await expectAccessible(page)

  await page.keyboard.press('Shift+m')
  await expect.poll(async () => (await drawnOn(page))['kind-person']).toBeGreaterThan(0)
  expect((await drawnOn(page))['memory-waiting-person']).toBe(0)
  await client.history.undo()
  await client.history.undo()
  await client.history.undo()
  await expect(bar.getByRole('button', { name: /^\d+ new here$/ })).toBeVisible()
  expect((await client.card.list({ limit: 10 })).total).toBe(0)
})

test('sorts articles by how much in them is new', async ({ app, page }) => {
  await openText(app, page, river)
  await app.client().article.importText({ text: 'Nothing much was said.', title: 'A quiet day' })
  await goToHash(page, '/library')
  const rows = page.getByRole('main').getByRole('link', { name: /A quiet day|River/ })
  await expect(rows.first()).toHaveText('A quiet day')
  await page.getByRole('combobox', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'Most new names' }).click()
  await expect(rows.first()).toContainText('River')
  await expect(page.getByText(/^\d+ new$/).first()).toBeVisible()
})
