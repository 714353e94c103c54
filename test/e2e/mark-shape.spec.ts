import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '#test/support/accessible.ts'
import { test } from '#test/support/loopback-app.ts'

const TEXT = `The harbour of Lenz was closed on Tuesday. A fire had broken out in one of its grain stores.

Firefighters needed nine hours to bring it under control. Nobody was hurt, said the mayor.`

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('marks are made longer and shorter, merged and split by keyboard, each as one undo step', async ({
  app,
  page,
}) => {
  await app.open()
  const client = app.client()
  const { articleId } = await client.article.importText({ text: TEXT, title: 'Fire in Lenz' })
  const quotes = async () => (await client.annotation.list({ articleId })).items.map(({ quote }) => quote)
  await page.goto(`${page.url().split('#')[0]}#/article/${articleId}`)
  await expect(page.getByRole('document', { name: 'Text of the article' })).toBeVisible()

  await press(page, 'j', 'ArrowRight', '1')
  await expect.poll(quotes).toEqual(['The harbour of Lenz was closed on Tuesday.'])
  await press(page, '>', '>')
  await expect.poll(quotes).toEqual(['The harbour of Lenz was closed on Tuesday. A fire'])
  await press(page, 'Control+z')
  await expect.poll(quotes).toEqual(['The harbour of Lenz was closed on Tuesday.'])

  await press(page, 'ArrowRight', 'ArrowRight', '2')
  await expect.poll(quotes).toHaveLength(2)
  await press(page, 'Shift+V')
  await expect.poll(quotes).toEqual([TEXT.slice(0, TEXT.indexOf('\n'))])
  await expect(page.getByText('Two marks are one now.')).toBeVisible()
  await press(page, 'v')
  await expect.poll(quotes).toHaveLength(2)
  await press(page, 'Control+z')
  await expect.poll(quotes).toHaveLength(1)
})

test('marks are filtered, changed together and exported', async ({ app, page }) => {
  await app.open()
  const client = app.client()
  const { articleId } = await client.article.importText({ text: TEXT, title: 'Fire in Lenz' })
  await client.article.importText({ text: 'A second text that nobody has marked so far.', title: 'Another one' })
  await client.annotation.add({ articleId, start: 0, end: 19, category: 1 })
  await client.annotation.add({ articleId, start: 43, end: 49, category: 2 })
  await press(page, 'g', 'm')
  await expect(page.getByText('2 marks', { exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Article' }).click()
  await page.getByRole('option', { name: 'Fire in Lenz' }).click()
  await page.getByRole('button', { name: 'Question' }).click()
  await expect(page.getByText('1 mark', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'More in Marks' }).click()
  await page.getByRole('menuitem', { name: 'Change all 1 mark shown' }).click()
  await page.getByRole('combobox', { name: 'Add tags' }).fill('harbour')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change them' }).click()
  await expect(page.getByText('#harbour')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More in Marks' }).click()
  await page.getByRole('menuitem', { name: 'Export what is shown as Markdown' }).click()
  expect((await download).suggestedFilename()).toBe('marks.md')
})

test('single marks are ticked by keyboard and by mouse, changed, exported with their source and deleted', async ({
  app,
  page,
}) => {
  await app.open()
  const client = app.client()
  const origin = { title: 'Fire in Lenz', source: 'The Lenz Post', date: '2026-01-04' }
  const { articleId } = await client.article.importText({ text: TEXT, ...origin })
  for (const start of [0, 12, 43, 60]) await client.annotation.add({ articleId, start, end: start + 9, category: 1 })
  const categories = await client.category.list()
  const claims = async () => {
    const { items } = await client.annotation.list({ articleId })
    return items.map(({ categoryId }) => categories.find(({ id }) => id === categoryId)?.position)
  }
  await press(page, 'g', 'm')
  await expect(page.getByText('4 marks', { exact: true })).toBeVisible()
  // Newest first: the second and the third of the list, then one more by mouse.
  await press(page, 'j', 'Space', 'j', 'Shift+X')
  await expect(page.getByRole('toolbar', { name: 'Ticked marks' })).toContainText('2 marks ticked')
  await page.getByRole('checkbox').first().click()
  await expect(page.getByText('3 marks ticked')).toBeVisible()
  await expectAccessible(page)
  await press(page, 'e')
  await expect(page.getByRole('dialog', { name: 'Change 3 ticked marks' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Category' }).click()
  await page.getByRole('option', { name: 'Claim' }).click()
  await page.getByRole('button', { name: 'Change them' }).click()
  await expect.poll(claims).toEqual([1, 3, 3, 3])

  const download = page.waitForEvent('download')
  await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click()
  const file = await (await download).path()
  const written = readFileSync(file, 'utf8')
  expect(written.match(/— \*Fire in Lenz\*, The Lenz Post, 4 January 2026/g)).toHaveLength(3)

  await press(page, 'Delete')
  await expect(page.getByText('1 mark', { exact: true })).toBeVisible()
  await press(page, 'Control+z')
  await expect(page.getByText('4 marks', { exact: true })).toBeVisible()
})
