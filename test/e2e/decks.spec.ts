import { expect, type Page } from '@playwright/test'
import { articlePath, dossierPath } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { test } from '#test/support/loopback-app.ts'
import { waitForFinds } from '#test/support/reading.ts'

const text = `Delta talks end with a promise

Prime Minister Ana Sorel met 14 fishermen in Port Alma on Monday.`

const on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

async function setDay(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Know this by a day' })
  await dialog.getByLabel('To be known by').fill(on)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/90.% known by .*: about \d+ cards? a day/)).toBeVisible()
}

test('gives an article, a name and a tag a day to be known by, each from its own screen', async ({ app, page }) => {
  const client = app.client()
  await client.library.declineStarter()
  const { articleId } = await client.article.importText({ text })
  await waitForFinds(client)
  const [person] = (await client.entity.list({ query: 'Sorel', limit: 1 })).items
  if (!person) throw new Error('Sorel was not found')
  for (let n = 0; n < 6; n++) {
    const about = n < 3 ? { articleId } : { entityId: person.id }
    await client.card.create({ front: `Question ${n}`, back: 'Answer', tags: n % 2 ? ['law'] : [], ...about })
  }
  await app.open()
  const go = (path: string) => page.goto(`${app.url().split('#')[0]}#${path}`)

  await go(articlePath(articleId))
  await page.getByRole('button', { name: 'More for this article' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Know this by a day' }).press('Enter')
  await expectAccessible(page)
  await setDay(page)
  await go(dossierPath(person.id))
  await page.getByRole('button', { name: 'Correct Ana Sorel' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Know this by a day' }).press('Enter')
  await setDay(page)
  await go('/cards')
  await page.getByRole('link', { name: '#law' }).click()
  await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('#law')
  await page.getByRole('button', { name: 'More for these cards' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Know these by a day' }).press('Enter')
  await setDay(page)
  await expect(page.getByRole('region', { name: 'All cards' })).toContainText('known by')

  const { items } = await client.deck.list({})
  expect(items.map(({ rule, deadline, cardCount }) => [rule.kind, deadline?.on ?? null, cardCount])).toEqual([
    ['tag', on, 3],
    ['entity', on, 1],
    ['article', on, 2],
    ['rest', null, 0],
  ])
  await page.getByRole('textbox', { name: 'Find cards' }).fill('question')
  await page.getByRole('button', { name: 'More for these cards' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Make a deck of these' }).press('Enter')
  await expect(page.getByText('“question · #law” is a deck now')).toBeVisible()
  // What was said before is on its way out.
  const said = page.getByRole('status').filter({ hasText: 'is a deck now' })
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await client.deck.list({})).items.length).toBe(4)
})

test('gives a deck steps, order and limits of its own', async ({ app, page }) => {
  const client = app.client()
  await client.library.declineStarter()
  await client.card.create({ front: 'Q', back: 'A', tags: ['law'] })
  const { id: deckId } = await client.deck.create({ rule: { kind: 'tag', value: 'law' } })
  await app.open()
  await page.goto(`${app.url().split('#')[0]}#/settings?find=deck`)
  await page.getByRole('button', { name: 'Change law' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change law' })
  await dialog.getByLabel('New cards a day').fill('7')
  await dialog.getByLabel('Answers to be remembered, %').fill('85')
  await dialog.getByText('Steps and order').click()
  await dialog.getByLabel('First steps of a new card').fill('5m 1h')
  await dialog.getByLabel('Steps after forgetting').fill('-')
  await dialog.getByRole('combobox', { name: 'Reviews come' }).click()
  await page.getByRole('option', { name: 'Shakiest first' }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  const find = async () => (await client.deck.list({})).items.find(({ id }) => id === deckId)?.options
  await expect.poll(find).toEqual({
    newCardsPerDay: 7,
    desiredRetention: 0.85,
    learningStepsMinutes: [5, 60],
    relearningStepsMinutes: [],
    reviewOrder: 'shaky',
  })
  const next = await client.review.next({})
  expect(next?.intervals[0]?.intervalMs).toBe(5 * 60_000)

  await page.getByRole('button', { name: 'Change law' }).click()
  await dialog.getByLabel('New cards a day').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => 'newCardsPerDay' in ((await find()) ?? {})).toBe(false)

  await client.card.create({ front: 'Another', back: 'A' })
  await page.getByRole('button', { name: 'More for law' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Review this deck alone' }).press('Enter')
  await expect(page.getByText('law · 1 new')).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('4')
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  expect(await client.review.counts({})).toMatchObject({ new: 1, answeredToday: 1 })
})
