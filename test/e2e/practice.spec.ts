import { expect, type Page } from '@playwright/test'
import { articlePath, dossierPath, routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { waitForFinds } from '#test/support/reading.ts'

test('asks in every way, by keyboard alone, and ends with a score', async ({ app, page }) => {
  test.setTimeout(60_000)
  await begin(app, page)
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.getByRole('heading', { name: 'Practice', level: 1 })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('radio', { name: '5', exact: true }).press('Space')
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: /Choose the answer/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  const outcome = page.getByRole('region', { name: 'What became of it' })
  await expect(page.getByRole('group', { name: 'Choose the answer' }).getByRole('button').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('1')
  await expect(outcome).toContainText(/Right|Not right/)
  await expectAccessible(page)
  await page.keyboard.press('p')
  await expect(outcome.getByRole('blockquote')).toBeVisible()
  await page.keyboard.press('Enter')
  for (let n = 1; n < 5; n++) {
    await expect(page.getByText(`${n + 1} of 5`)).toBeVisible()
    await page.keyboard.press('1')
    await expect(outcome).toBeVisible()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/of 5$/)
  await expectAccessible(page)

  await again(page, '4')
  await page.keyboard.press('t')
  await expect(outcome).toBeVisible()

  await again(page, '5')
  const lines = page.getByRole('list', { name: 'Lines to match' })
  await expect(lines).toBeVisible()
  for (const key of ['1', '2', '3', '4', '5']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await expect(outcome).toBeVisible()

  await again(page, '6')
  const order = page.getByRole('list', { name: 'Lines to put in order' })
  const first = await order.getByRole('listitem').first().innerText()
  await page.keyboard.press('Shift+J')
  await expect(order.getByRole('listitem').nth(1)).toContainText(first.split('\n').at(-1) ?? '')
  await page.keyboard.press('Enter')
  await expect(outcome).toBeVisible()

  await again(page, '1')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  expect(await app.client().review.counts({})).toMatchObject({ answeredToday: 0 })
})

test('takes what is typed by its meaning, and counts what the person says counts', async ({ app, page }) => {
  await app.client().library.declineStarter()
  await app.client().card.create({ front: 'How many wells ran dry?', back: 'about 300' })
  await app.open()
  await visit(page, routes.practice)
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  const outcome = page.getByRole('region', { name: 'What became of it' })
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await page.keyboard.type('310')
  await page.keyboard.press('Enter')
  await expect(outcome).toContainText('The source is not exact: 285–315 counts.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 1')

  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await page.keyboard.type('hundreds')
  await page.keyboard.press('Enter')
  await expect(outcome).toContainText('Not right')
  await page.keyboard.press('a')
  await expect(outcome).toContainText('Right')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 1')
  await app.restart()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').filter({ hasText: 'counts as an answer' })).toBeVisible()
})

test('lets a wrong answer count in review where the person asks for it, and prints a sheet', async ({ app, page }) => {
  await app.client().library.declineStarter()
  await app.client().card.create({ front: 'Who keeps the pumps?', back: 'The Water Board' })
  await app.open()
  await visit(page, routes.practice)
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', document.body.innerText)
  })
  await page.keyboard.press('3')
  await page.getByRole('button', { name: 'Print a sheet' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', /./)
  await page.getByRole('switch', { name: /Let a wrong answer count/ }).press('Space')
  await page.getByRole('button', { name: /^Start/ }).click()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'What became of it' })).toContainText('The Water Board')
  await expect.poll(async () => (await app.client().review.counts({})).answeredToday).toBe(1)
})

test('practises what an article and what a dossier hold, from there', async ({ app, page }) => {
  await begin(app, page)
  const client = app.client()
  const [suggestion] = (await client.suggestion.list({ limit: 50 })).items.filter(({ entityId }) => entityId)
  if (!suggestion?.entityId) throw new Error('no suggestion is about anybody')
  await client.suggestion.accept({ suggestionId: suggestion.id })
  const { articleId, entityId } = suggestion
  const { title } = await client.article.get({ articleId })
  const { name } = await client.entity.get({ entityId })
  const go = (path: string) => page.goto(`${app.url().split('#')[0]}#${path}`)

  await go(articlePath(articleId))
  await page.getByRole('button', { name: 'More for this article' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Practise this article' }).press('Enter')
  await expect(page.getByText(`From “${title}”.`)).toBeVisible()
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible()
  await page.getByRole('button', { name: 'End practice' }).press('Enter')

  await go(dossierPath(entityId))
  await page.getByRole('link', { name: 'Practise these' }).press('Enter')
  await expect(page.getByText(`From ${name}.`)).toBeVisible()
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible()
})

/** The starter articles and their suggestions, with the app open on the library. */
async function begin(app: LoopbackApp, page: Page): Promise<void> {
  await app.client().library.addStarter()
  await waitForFinds(app.client())
  await app.open()
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
}

/** From wherever a round stands to a new one of another way. */
async function again(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: /End practice|Practise something else/ }).press('Enter')
  await expect(page.getByRole('group', { name: 'How to practise' })).toBeVisible()
  await page.keyboard.press(way)
  await page.getByRole('button', { name: /^Start/ }).press('Enter')
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible()
}

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await expect(page.getByRole('heading', { name: 'Practice', level: 1 })).toBeVisible()
}
