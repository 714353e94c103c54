// What is being typed outlives a page that breaks, until it is where it belongs.
import { expect, type Page } from '@playwright/test'
import { test } from '#test/support/loopback-app.ts'

async function typeText(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Paste text' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('A title that is long enough.')
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Words that nobody wants to type once more.')
  // The field is left, and nothing was put where it belongs yet.
  await dialog.getByRole('heading').first().click()
  await expect.poll(() => typed(page)).toContain('once more')
}

const typed = (page: Page) => page.evaluate(() => Object.values(localStorage).join())
const keptIn = (page: Page) => page.getByRole('region', { name: 'What you were typing' })

test('all that was typed in a form is kept when the page breaks', async ({ app, page }) => {
  await app.open()
  await typeText(page)
  await page.reload()
  await expect(keptIn(page)).toContainText('A title that is long enough.')
  await expect(keptIn(page)).toContainText('Words that nobody wants to type once more.')
  await keptIn(page).getByRole('button', { name: 'Drop it' }).click()
  await expect(keptIn(page)).toHaveCount(0)
  expect(await typed(page)).not.toContain('once more')
})

test('what is typed in one window is offered in another only when that one is gone', async ({ app, page }) => {
  await app.open()
  await typeText(page)
  const other = await page.context().newPage()
  const openOther = async () => {
    await other.goto('about:blank')
    await other.goto(app.url())
    await expect(other.getByRole('button', { name: 'Paste text' })).toBeVisible()
    // Asked after the page has asked: by then it knows.
    await other.evaluate(() => navigator.locks.query())
  }
  await openOther()
  await expect(keptIn(other)).toHaveCount(0)
  await page.goto('about:blank')
  await openOther()
  await expect(keptIn(other)).toContainText('Words that nobody wants to type once more.')
  await other.close()
})

test('what was put where it belongs is not kept', async ({ app, page }) => {
  await app.open()
  await typeText(page)
  await page.getByRole('dialog').getByRole('textbox', { name: 'Text' }).press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => typed(page)).not.toContain('once more')
})
