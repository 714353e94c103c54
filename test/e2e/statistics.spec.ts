import { expect } from '@playwright/test'
import { expectAccessible } from '#test/support/accessible.ts'
import { test } from '#test/support/loopback-app.ts'

const DAY = 86_400_000
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNQSAjAihiGlgQARfQ0AWxD510AAAAASUVORK5CYII='

test('statistics and the table of cards, by mouse and keyboard', async ({ app, page }) => {
  // Seeding and two looks by axe take their time on a busy machine.
  test.slow()
  const client = app.client()
  await client.settings.set({ newCardsPerDay: 4 })
  for (let n = 0; n < 30; n++)
    await client.card.create({ front: `Question ${n}`, back: 'Answer', tags: n % 3 ? ['law'] : ['history'] })
  const start = Date.now() - 30 * DAY
  for (let day = 0; day < 30; day++)
    for (let turn = 0; turn < 10; turn++) {
      const now = start + day * DAY + turn * 60_000
      const next = await client.review.next({ now })
      if (!next) break
      const grade = next.state === 'review' && (day * 5 + turn) % 9 === 0 ? 1 : turn % 7 === 0 ? 4 : 3
      await client.review.answer({ cardId: next.id, grade, now, durationMs: 6000 + turn * 300 })
    }
  await app.open()

  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What falls due' })).toBeVisible()
  await expect(page.getByText(/due today, then about \d+ a day/)).toBeVisible()
  await expect(page.getByText(/You remembered \d+/)).toBeVisible()
  await expect(page.locator('.recharts-bar-rectangle path').first()).toBeAttached()
  await page.getByText('The numbers').first().click()
  await expect(
    page
      .getByRole('rowheader', { name: 'Day' })
      .or(page.getByRole('columnheader', { name: 'Day' }))
      .first(),
  ).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${app.url().split('#')[0]}#/cards?tab=table`)
  await expect(page.getByRole('toolbar', { name: 'Chosen cards' })).toContainText('None chosen')
  await expect(page.getByRole('button', { name: 'Question 29' })).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByRole('status').filter({ hasText: '1 card chosen' })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('status').filter({ hasText: '2 cards chosen' })).toBeVisible()
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expect.poll(async () => (await client.card.browse({ filter: { state: 'suspended' }, limit: 9 })).total).toBe(2)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await client.card.browse({ filter: { state: 'suspended' }, limit: 9 })).total).toBe(0)
  await page.keyboard.press('Shift+x')
  await expect(page.getByRole('status').filter({ hasText: '30 cards chosen' })).toBeVisible()
  await expectAccessible(page)
})

test('pastes a picture into a card', async ({ app, page }) => {
  const client = app.client()
  await client.library.declineStarter()
  await app.open()
  await page.goto(`${app.url().split('#')[0]}#/cards`)
  await page.getByRole('button', { name: 'Write a card' }).press('Enter')
  const question = page.getByRole('textbox', { name: 'Question' })
  await question.fill('Which country is this? ')
  await question.press('End')
  await question.evaluate((field, base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'map.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, PNG)
  await expect(question).toHaveValue(/^Which country is this\? !\[\]\(picture:[0-9a-f]{64}\)$/)
  await page.getByRole('textbox', { name: 'Answer' }).fill('Peru')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await client.card.list({ limit: 5 })).total).toBe(1)
  // Keys mean something only once the editor has gone.
  await expect(question).toHaveCount(0)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Review/ })
    .press('Enter')
  await expect(page.getByRole('article', { name: 'Card' }).locator('img')).toHaveAttribute('src', /^blob:/)
})

test('a picture on a card, a deck with a deadline and a fit', async ({ app, page }) => {
  const client = app.client()
  for (let n = 0; n < 30; n++) await client.card.create({ front: `Question ${n}`, back: 'Answer', tags: ['law'] })
  await app.open()

  const png = Buffer.from(PNG, 'base64')
  const picture = await client.picture.add({ file: new File([png], 'dot.png') })
  const card = await client.card.create({ front: `Where? ![a map](picture:${picture.sha256})`, back: 'Here' })
  await page.goto(`${app.url().split('#')[0]}#/cards?card=${card.id}`)
  await expect(page.getByRole('img', { name: 'a map' })).toHaveAttribute('src', /^blob:/)

  await page.goto(`${app.url().split('#')[0]}#/settings`)
  await page.getByRole('button', { name: 'New deck' }).click()
  await page.getByRole('combobox', { name: 'Tag' }).fill('law')
  await page.getByLabel('To be known by').fill(new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Make the deck' }).click()
  await expect(page.getByText(/90.% known by .*: about \d+ cards? a day/)).toBeVisible()
  await page.getByRole('button', { name: 'Fit now' }).click()
  await expect(page.getByText(/answers to learn from|Fitted|they stay/).first()).toBeVisible({ timeout: 20_000 })
})
