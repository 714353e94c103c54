import { expect, type Page } from '@playwright/test'
import { dossierPath, routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { importReports } from '#test/support/reports.ts'

const texts = [
  `Elena Markovic, the transport minister, opened the new locks at Velden on Thursday. Markovic told reporters that the river would carry more ships.`,
  `Markovic left the talks on Monday without speaking to reporters. The talks in Velden had lasted for nine hours.`,
  `Ivan Markovic, the head of the River Transport Union, called for a strike. The River Transport Union has waited long enough.`,
]

async function begin(app: LoopbackApp, page: Page): Promise<void> {
  await importReports(app, texts)
  await visit(page, routes.dossiers)
}

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, path)
}

test('merges selected names by keyboard, and one undo takes them apart', async ({ app, page }) => {
  await begin(app, page)
  const list = page.getByRole('list', { name: 'People, groups and places' })
  await expect(list.getByRole('link', { name: /Ivan Markovic/ })).toBeVisible()
  await list.getByRole('checkbox', { name: 'Select Elena Markovic' }).check()
  await list.getByRole('checkbox', { name: 'Select Ivan Markovic' }).check()
  await expect(page.getByText('2 selected')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('m')
  await expect(list.getByRole('link', { name: /Ivan Markovic \d/ })).toBeHidden()
  await expect(page.getByText(/Merged into Elena Markovic\. \d mentions? changed/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list.getByRole('checkbox', { name: 'Select Ivan Markovic' })).toBeVisible()
})

test('goes through who may be the same by keys', async ({ app, page }) => {
  await begin(app, page)
  await expect(page.getByRole('link', { name: /Ivan Markovic/ })).toBeVisible()
  // A row can be seen a moment before the screen answers keys.
  await expect(async () => {
    await page.keyboard.press('s')
    await expect(page.getByRole('heading', { level: 1, name: 'Who may be the same' })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByText('2 pairs left')).toBeVisible()
  await expect(page.getByRole('link', { name: /left the talks on Monday/ })).toBeVisible()
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByText('1 pair left')).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByRole('heading', { name: 'Nothing to decide' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('1 pair left')).toBeVisible()
  await expectAccessible(page)
})

test('renames a dossier and says that a name is none', async ({ app, page }) => {
  await begin(app, page)
  const { items } = await app.client().entity.list({ query: 'ivan', limit: 1 })
  await visit(page, dossierPath(items[0]?.id ?? ''))
  await page.getByRole('button', { name: 'Correct Ivan Markovic' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ivan J. Markovic')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ivan J. Markovic' })).toBeVisible()
  await page.getByRole('button', { name: 'Correct Ivan J. Markovic' }).click()
  await page.getByRole('menuitem', { name: 'It is no name at all' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible()
  await expect(page.getByText(/Ivan J\. Markovic is no name\. \d mentions? changed/)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Select Ivan J. Markovic' })).toBeHidden()
})

test('merges a dossier with another, or keeps them apart for good, by keys on its page', async ({ app, page }) => {
  await begin(app, page)
  const [ivan] = (await app.client().entity.list({ query: 'ivan', limit: 1 })).items
  await visit(page, dossierPath(ivan?.id ?? ''))
  await expect(page.getByRole('heading', { level: 1, name: 'Ivan Markovic' })).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Merge Ivan Markovic with' })
  await expect(async () => {
    await page.keyboard.press('m')
    await expect(dialog).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(dialog.getByRole('option', { name: /Elena Markovic/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('Elena')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Merged Elena Markovic into Ivan Markovic\. \d mentions? changed/)).toBeVisible()
  await expect(page.getByText(/^also .*Elena Markovic/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(/^also .*Elena Markovic/)).toBeHidden()
  await page.keyboard.press('v')
  const apart = page.getByRole('dialog', { name: 'Ivan Markovic is never the same as' })
  await apart.getByRole('option', { name: /Elena Markovic/ }).click()
  await expect(page.getByText('Ivan Markovic is never Elena Markovic.')).toBeVisible()
  expect((await app.client().correction.list({ limit: 5 })).items.map(({ label }) => label)).toEqual([
    '“Ivan Markovic” and “Elena Markovic” kept apart',
  ])
})
