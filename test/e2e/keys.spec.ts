import { expect, type Page } from '@playwright/test'
import { articlePath } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { tabTo } from '#test/support/reading.ts'

test('gives a command other keys, tells of a clash, and keeps both across a restart', async ({ app, page }) => {
  const { articleId } = await app.client().article.importText({ text: 'Tolls rose in 2018.\n\nThey fell in 2019.' })
  await app.open()
  await page.keyboard.press('Control+,')
  const find = page.getByRole('textbox', { name: 'Find a setting' })
  await find.fill('reading next paragraph')
  const key = page.getByRole('button', { name: 'Next paragraph: J. Change it' })
  await tabTo(page, key)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Press the new keys for Next paragraph/ })).toBeFocused()
  await page.keyboard.press('c')
  const clash = page.getByRole('alert')
  await expect(clash).toContainText('C is taken by “Card from the selection or mark” (Reading).')
  await expect(clash.getByRole('button', { name: 'Take it over' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Next paragraph: C. Change it' })).toBeVisible()
  await find.fill('card from the selection')
  await expect(page.getByRole('button', { name: 'Card from the selection or mark: add a key' })).toBeVisible()
  await expect
    .poll(async () => (await app.client().settings.get()).keys)
    .toEqual({ 'reader.next-paragraph': ['c'], 'reader.card': [] })

  await app.restart()
  await goTo(page, articlePath(articleId))
  await page.getByRole('document', { name: 'Text of the article' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await expect(page.locator('[data-current="true"]')).toHaveText('Tolls rose in 2018.')
  await page.keyboard.press('c')
  await expect(page.locator('[data-current="true"]')).toHaveText('They fell in 2019.')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help.locator('dt', { hasText: 'Next paragraph' }).locator('..')).toContainText('C')
  await page.keyboard.press('Escape')
  await setBack(app, page)
})

async function setBack(app: LoopbackApp, page: Page) {
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'All as they came' }).click()
  await expect.poll(async () => (await app.client().settings.get()).keys).toEqual({})
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}
