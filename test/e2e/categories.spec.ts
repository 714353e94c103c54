import { expect } from '@playwright/test'
import { articlePath, routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { test } from '#test/support/loopback-app.ts'
import { goToHash, openText } from '#test/support/reader-page.ts'

const TEXT = 'The harbour of Lenz was closed on Tuesday.\n\nNobody was hurt, said the mayor.'

test('categories are renamed and given other keys, and all of it is undone after a restart', async ({ app, page }) => {
  const { id } = await openText(app, page, TEXT, 'Fire in Lenz')
  const client = app.client()
  const names = async () => (await client.category.list()).slice(0, 3).map(({ name }) => name)
  await goToHash(page, `${routes.settings}?find=colours`)
  const second = page.getByRole('textbox', { name: /key 2$/ })
  await second.fill('Doubt')
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Key fact', 'Doubt', 'Claim'])
  await page.getByRole('button', { name: 'Give Doubt the key before' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Doubt', 'Key fact', 'Claim'])
  await expectAccessible(page)

  await goToHash(page, articlePath(id))
  await expect(page.getByRole('document', { name: 'Text of the article' })).toBeVisible()
  for (const key of ['j', '1']) await page.keyboard.press(key)
  await expect(page.locator('#announcements')).toHaveText('Marked as Doubt.')
  await page.keyboard.press('Shift+N')
  const note = page.getByRole('textbox', { name: 'Note on the whole article' })
  await expect(note).toBeFocused()
  await page.keyboard.type('who pays?')
  await page.keyboard.press('Control+Enter')
  const marks = async () => (await app.client().annotation.list({ articleId: id })).items.map((one) => one.note)
  await expect.poll(marks).toEqual(['who pays?', ''])

  await app.restart()
  const left = async () => [(await marks()).length, ...(await app.client().category.list()).map(({ name }) => name)]
  for (const expected of [
    [1, 'Doubt', 'Key fact'],
    [0, 'Doubt', 'Key fact'],
    [0, 'Key fact', 'Doubt'],
    [0, 'Key fact', 'Question'],
  ]) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await left()).slice(0, 3)).toEqual(expected)
  }
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(async () => (await left()).slice(0, 3)).toEqual([0, 'Key fact', 'Doubt'])
})
