import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { articleText, drawnOn, openText, waitForDrawnNames } from '#test/support/reader-page.ts'

const TEXT = `Mayor Ada Brandt met Peter Lund in Lisbon on Tuesday.

She thanked him for the new quay.

Peter Lund said that Ada Brandt had asked for it twice. The Harbour Party was against it.`

const QUOTE = 'She thanked him for the new quay.'

async function openLinked(app: LoopbackApp, page: Page) {
  const { id, text } = await openText(app, page, TEXT, 'A quay for Lenz')
  const start = text.indexOf(QUOTE)
  await app.client().annotation.add({ articleId: id, start, end: start + QUOTE.length, category: 2 })
  await waitForDrawnNames(page)
  // The mark was made behind the page's back: keys reach it once it is drawn.
  const marks = async () => Object.entries(await drawnOn(page)).filter(([name]) => /^mark-(?!focus)/.test(name))
  await expect.poll(async () => (await marks()).some(([, size]) => size > 0)).toBe(true)
  const names = async () => {
    const { items } = await app.client().annotation.list({ articleId: id })
    return items.flatMap((mark) => mark.entities.map(({ name }) => name))
  }
  return names
}

test('a mark is linked to names by keyboard, shown at both ends, and undo takes it back', async ({ app, page }) => {
  const names = await openLinked(app, page)
  await page.keyboard.press(']')
  await page.keyboard.press('l')
  const field = page.getByRole('combobox', { name: 'Linked names' })
  await expect(field).toBeFocused()
  await page.keyboard.type('lund')
  await expect(page.getByRole('option', { name: /Peter Lund/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Peter Lund'])
  await page.keyboard.type('ada')
  await expect(page.getByRole('option', { name: /Ada Brandt/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Peter Lund', 'Ada Brandt'])
  await page.keyboard.press('Backspace')
  await expect.poll(names).toEqual(['Peter Lund'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(['Peter Lund', 'Ada Brandt'])
})

test('a note on the whole article is linked to names, and marks are linked many at once, by keyboard', async ({
  app,
  page,
}) => {
  const names = await openLinked(app, page)
  const [article] = (await app.client().article.list({ limit: 1 })).items
  await app.client().annotation.add({ articleId: article?.id ?? '', note: 'How the quay came about.' })
  const link = page.getByRole('button', { name: 'Link the note to names' })
  await expect(link).toBeVisible()
  await link.focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('combobox', { name: 'Linked names' })
  await expect(field).toBeFocused()
  await page.keyboard.type('lund')
  await expect(page.getByRole('option', { name: /Peter Lund/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Peter Lund'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(page.getByRole('list', { name: 'Linked to' })).toContainText('Peter Lund')
  await expectAccessible(page)

  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByText('2 marks', { exact: true })).toBeVisible()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('e')
  const linkTo = page.getByRole('combobox', { name: 'Link to' })
  await linkTo.focus()
  await page.keyboard.type('ada')
  await expect(page.getByRole('option', { name: /Ada Brandt/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change them' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await names()).filter((name) => name === 'Ada Brandt').length).toBe(2)
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(['Peter Lund'])
})

test('a mark is linked by mouse, found by the name, and leads to the dossier that shows it', async ({ app, page }) => {
  const names = await openLinked(app, page)
  await articleText(page)
    .getByText(QUOTE)
    .click({ position: { x: 40, y: 12 } })
  await page.getByRole('combobox', { name: 'Linked names' }).click()
  await page.getByRole('option', { name: /Peter Lund/ }).click()
  await expect.poll(names).toEqual(['Peter Lund'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.keyboard.press('g')
  await page.keyboard.press('m')
  const link = page.getByRole('list', { name: 'Linked to' }).getByRole('link', { name: 'Peter Lund' })
  await expect(link).toBeVisible()
  await page.getByRole('combobox', { name: 'Name', exact: true }).fill('Lund')
  await page.getByRole('option', { name: 'Peter Lund' }).click()
  await expect(page.getByText('1 mark', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await link.click()
  await expect(page.getByRole('heading', { name: 'Peter Lund' })).toBeVisible()
  await expect(page.getByRole('link', { name: QUOTE })).toBeVisible()
})
