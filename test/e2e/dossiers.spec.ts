import { expect, type Page } from '@playwright/test'
import { dossierPath, routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { pressTo, tabTo, waitForFinds } from '#test/support/reading.ts'

const first = `Delta talks end with a promise

Prime Minister Ana Sorel met 14 fishermen in Port Alma on Monday.

"We will repair every boat before the autumn," Ms Sorel said.

Ana Sorel said that between 280 and 320 boats had been damaged. The mayor of Port Alma, Ivo Brand, thanked Ms Sorel.`

const second = `Boats return to the delta

Ana Sorel opened the repaired harbour of Port Alma. The port authority counts about 310 boats.`

test('lists names by kind, finds one by a few letters, and opens its folder by keyboard', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.dossiers)
  const list = page.getByRole('list', { name: 'People, groups and places' })
  await expect(list.getByRole('link', { name: /Ana Sorel/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /^Place Port Alma/ })).toBeVisible()
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^People/ })
    .click()
  await expect(list.getByRole('link', { name: /^Place Port Alma/ })).toBeHidden()
  await page.getByRole('textbox', { name: 'Find a name' }).fill('sorel')
  await expect(list.getByRole('link')).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Find a name' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Find a name' })).not.toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sorel' })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'Find a name' })).toHaveValue('sorel')
  await page.getByRole('textbox', { name: 'Find a name' }).fill('nobody of that name')
  await expect(page.getByRole('heading', { name: 'No such name' })).toBeVisible()
})

test('holds every mention with its source, and each opens at its passage', async ({ app, page }) => {
  const sorel = await begin(app, page)
  await visit(page, dossierPath(sorel))
  const mentions = page.getByRole('region', { name: 'Mentions' })
  await expect(mentions.getByRole('heading', { name: /4 May 2020.*Delta talks.*Delta Post/ })).toBeVisible()
  await expect(mentions.getByRole('heading', { name: /Boats return/ })).toBeVisible()
  await expect(mentions.locator('strong', { hasText: 'Sorel' })).toHaveCount(5)
  await expect(page.getByText('5 mentions in 2 articles')).toBeVisible()
  const more = page.getByRole('complementary', { name: 'More on Ana Sorel' })
  await expect(more.getByRole('link', { name: 'Port Alma' })).toBeVisible()
  await expect(more.getByRole('link', { name: /280–320.*boats/ })).toBeVisible()
  await expectAccessible(page)
  await mentions.getByRole('link', { name: /opened the repaired harbour/ }).click()
  await expect(page).toHaveURL(/#\/article\/.+\?at=\d+-\d+$/)
  await page.goBack()
  await expect(mentions.getByRole('link', { name: /opened the repaired harbour/ })).toBeVisible()
})

test('goes back to a day, by keyboard, and shows nothing later', async ({ app, page }) => {
  const sorel = await begin(app, page)
  await visit(page, dossierPath(sorel))
  await expect(page.getByText('5 mentions in 2 articles')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'As of all articles' }))
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Up to when' })
  await panel.getByText('Published by').click()
  await panel.getByLabel('Day').fill('2020-05-04')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText('4 mentions in 1 article')).toBeVisible()
  await expect(page.getByText(/repaired harbour/)).toBeHidden()
  await expect(page.getByText(/about 310/)).toBeHidden()
  await page.getByRole('complementary').getByRole('link', { name: 'Port Alma' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Port Alma' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'As of 4 May 2020' })).toBeVisible()
  await visit(page, dossierPath(sorel, { by: 'published', day: '2020-05-01' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Not named yet' })).toBeVisible()
  await expect(page.getByText('As of 1 May 2020, no article names this person.')).toBeVisible()
})

test('walks from name to name in the picture of the company, by keys alone', async ({ app, page }) => {
  const sorel = await begin(app, page)
  await visit(page, dossierPath(sorel))
  const tabs = page.getByRole('group', { name: 'What to show' })
  await tabs.getByRole('button', { name: /^Company/ }).click()
  const company = page.getByRole('region', { name: 'Company' })
  await expect(company.getByRole('button', { name: /Ana Sorel\s+in the middle/ })).toBeVisible()
  await expectAccessible(page)
  await tabTo(page, company.getByRole('button', { name: /Ana Sorel\s+in the middle/ }))
  await pressTo(page, 'ArrowUp', company.getByRole('button', { name: /Port Alma/ }))
  await page.keyboard.press('Enter')
  await expect(company.getByRole('button', { name: /Port Alma\s+in the middle/ })).toBeFocused()
  await expect(company.getByRole('link', { name: 'Open the dossier of Port Alma' })).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(company.getByRole('button', { name: /Ana Sorel\s+in the middle/ })).toBeVisible()
})

test('makes a card on the entity that then stands in its folder', async ({ app, page }) => {
  const sorel = await begin(app, page)
  await visit(page, dossierPath(sorel))
  await page.getByRole('button', { name: 'Make a card' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Question' })).toHaveValue('Who is Ana Sorel?')
  await dialog.getByRole('textbox', { name: 'Answer' }).fill('The prime minister')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const more = page.getByRole('complementary', { name: 'More on Ana Sorel' })
  await more.getByRole('link', { name: /Who is Ana Sorel\?/ }).click()
  await expect(page.getByRole('region', { name: 'Card', exact: true })).toContainText('The prime minister')
  const { items } = await app.client().card.list({ entityId: sorel, limit: 10 })
  expect(items.map(({ evidence }) => evidence.quote)).not.toContain('')
})

test('grows while it is open, when another article names the same', async ({ app, page }) => {
  const sorel = await begin(app, page)
  await visit(page, dossierPath(sorel))
  await expect(page.getByText('5 mentions in 2 articles')).toBeVisible()
  await app.client().article.importText({ text: 'A third visit\n\nAna Sorel came back to Port Alma in June.' })
  await expect(page.getByText('6 mentions in 3 articles')).toBeVisible()
  await expect(page.getByRole('link', { name: /came back to Port Alma/ })).toBeVisible()
})

test('rules all figures into a ledger and opens their passages', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.figures)
  const ledger = page.getByRole('list', { name: 'Figures' })
  await expect(ledger.getByRole('link', { name: /boats.*280–320/ })).toBeVisible()
  await expect(ledger.getByRole('link', { name: /boats.*about 310/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Find a figure' }).fill('fishermen')
  await expect(ledger.getByRole('link')).toHaveCount(1)
  await expectAccessible(page)
  await ledger.getByRole('link').click()
  await expect(page).toHaveURL(/#\/article\/.+\?at=\d+-\d+$/)
})

test('shows all marks, finds one by category, and deletes it with a way back', async ({ app, page }) => {
  await begin(app, page)
  const client = app.client()
  const article = (await client.article.list({ query: 'Delta talks', limit: 1 })).items[0]
  if (!article) throw new Error('the article is not there')
  await client.annotation.add({ articleId: article.id, start: 0, end: 20, category: 1, note: 'Which *promise*?' })
  await client.annotation.add({ articleId: article.id, start: 30, end: 50, category: 2, tags: ['boats'] })
  await visit(page, routes.marks)
  const list = page.getByRole('list', { name: 'Marks' })
  await expect(list.getByRole('article')).toHaveCount(2)
  await expect(list.locator('em', { hasText: 'promise' })).toBeVisible()
  await page.getByRole('group', { name: 'Category' }).getByRole('button', { name: 'Question' }).click()
  await expect(list.getByRole('article')).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Delete')
  await expect(page.getByRole('heading', { name: 'No such mark' })).toBeVisible()
  await page.getByRole('status').filter({ hasText: 'Mark deleted' }).getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('article')).toHaveCount(1)
})

/** Two articles on the same people, read by the program; gives the dossier of Ana Sorel. */
async function begin(app: LoopbackApp, page: Page) {
  const client = app.client()
  await client.library.declineStarter()
  await client.article.importText({ text: first, source: 'Delta Post', date: '2020-05-04' })
  await client.article.importText({ text: second, source: 'Delta Post', date: '2020-09-01' })
  await waitForFinds(client)
  const { items } = await client.entity.list({ query: 'Sorel', limit: 5 })
  const sorel = items.find(({ name }) => name === 'Ana Sorel')
  if (!sorel) throw new Error('nobody of that name was found')
  await app.open()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  return sorel.id
}

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}
