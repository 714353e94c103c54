import { expect, type Page } from '@playwright/test'
import { routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { waitForFinds } from '#test/support/reading.ts'

const text = `Delta talks end with a promise

Prime Minister Ana Sorel met 14 fishermen in Port Alma on Monday.

She said that about 300 boats would be repaired before the autumn.

The Harbour Workers Union (HWU) asked for more.`

test('asks cards by keyboard alone, from the question to the end of the sitting', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.review)
  const card = page.getByRole('article', { name: 'Card' })
  await expect(card).toContainText('Who is Ana Sorel?')
  await expect(card).not.toContainText('Prime minister')

  await page.keyboard.press('Space')
  await expect(card).toContainText('Prime minister')
  const grades = page.getByRole('group', { name: 'How well did you know it?' })
  for (const words of [/Again.*1 min/, /Hard.* min/, /Good.*10 min/, /Easy.* days/]) {
    await expect(grades.getByRole('button', { name: words })).toBeVisible()
  }
  await page.keyboard.press('Space')
  await expect(card).toContainText('boats would be repaired')
  await expect(card).toContainText('[how many]')
  await expect(card).not.toContainText('about 300')

  await page.keyboard.press('Enter')
  await expect(card.locator('strong')).toHaveText('about 300')
  await page.keyboard.press('4')
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect(page.getByText('2 answers in 1 min')).toBeVisible()
  await expect(page.getByText(/The next card comes in (9|10) min\./)).toBeVisible()
  expect(await app.client().review.counts({})).toMatchObject({ due: 0, new: 0, answeredToday: 2 })
})

test('takes the last answer back and shows that card again', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.review)
  const card = page.getByRole('article', { name: 'Card' })
  await expect(card).toContainText('Who is Ana Sorel?')
  await answer(page, '1')
  await expect(card).toContainText('boats would be repaired')
  await page.keyboard.press('Control+z')
  await expect(card).toContainText('Who is Ana Sorel?')
  await expect(card).not.toContainText('Prime minister')
  expect(await app.client().review.counts({})).toMatchObject({ answeredToday: 0, new: 2 })

  await answer(page, '3')
  await expect(card).toContainText('boats would be repaired')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(card).toContainText('boats would be repaired')
  await expect.poll(() => app.client().review.counts({})).toMatchObject({ answeredToday: 1, new: 1 })
})

test('takes an answer back after a restart, and sums up the sitting', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.review)
  const card = page.getByRole('article', { name: 'Card' })
  await expect(card).toContainText('Who is Ana Sorel?')
  await expect(page.getByRole('timer')).toHaveText(/^0:\d\d$/)
  await answer(page, '1')
  await expect(card).toContainText('boats would be repaired')
  expect(await app.client().review.counts({})).toMatchObject({ answeredToday: 1 })
  await app.restart()
  await visit(page, routes.review)
  await expect(card).toContainText('boats would be repaired')
  await page.keyboard.press('u')
  await expect(card).toContainText('Who is Ana Sorel?')
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  expect(await app.client().review.counts({})).toMatchObject({ answeredToday: 0, new: 2 })

  await app.client().settings.set({ learnAheadMinutes: 0, showTimer: false })
  await expect(page.getByRole('timer')).toHaveCount(0)
  await answer(page, '1')
  await expect(card).toContainText('boats would be repaired')
  await answer(page, '4')
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect(page.getByText('1 of 2 (50\u202f%)')).toBeVisible()
  await expect(page.getByText('2 new', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go on without waiting' }).press('Enter')
  await expect(card).toContainText('Who is Ana Sorel?')
  await answer(page, '4')
  await expect(page.getByText('2 of 3 (67\u202f%)')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on without waiting' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Who is Ana Sorel?' }).click()
  await expect(page).toHaveURL(/#\/cards\?card=/)
})

test('shows the passage beside the card and opens it in its article', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.review)
  await page.keyboard.press('p')
  const passage = page.getByRole('complementary', { name: 'Passage' })
  await expect(passage.locator('mark')).toHaveText('Prime Minister Ana Sorel')
  await expect(passage).toContainText('14 fishermen in Port Alma')
  await expectAccessible(page)
  await passage.getByRole('link', { name: 'Open in article' }).click()
  await expect(page).toHaveURL(/#\/article\/.+\?at=\d+-\d+$/)
})

test('takes a typed answer by its meaning, by keyboard alone', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.review)
  const card = page.getByRole('article', { name: 'Card' })
  await expect(card).toContainText('Who is Ana Sorel?')
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await page.keyboard.type('premier')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not right', { exact: true })).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByText('That is another name for it.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('3')
  await expect(card).toContainText('boats would be repaired')
  expect(await app.client().review.counts({})).toMatchObject({ answeredToday: 1 })
})

test('tells a leech from whom it is taken for, with one key', async ({ app, page }) => {
  const client = app.client()
  await client.library.declineStarter()
  await client.settings.set({ leechAfter: 1, leechAction: 'tag', newCardsPerDay: 1 })
  const words = `Speaker of the Parliament Salim Haddad opened the session in Baghdad on Monday.

Ukrainian President Petro Kovalenko met the ministers in Kiev on Tuesday.`
  await client.article.importText({ text: words, title: 'Two capitals' })
  await waitForFinds(client)
  const [person] = (await client.entity.list({ query: 'Haddad', limit: 1 })).items
  if (!person) throw new Error('Haddad was not found')
  const front = 'Who became speaker?'
  const { id: cardId } = await client.card.create({ front, back: person.name, entityId: person.id, typed: true })
  const hour = 3_600_000
  const nowMs = Date.now()
  await client.review.answer({ cardId, grade: 4, now: nowMs - 400 * hour })
  await client.review.answer({ cardId, grade: 1, now: nowMs - 20 * hour, typed: 'Petro Kovalenko' })
  await app.open()
  await visit(page, routes.review)
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Kovalenko')
  await page.keyboard.press('Enter')
  const note = page.getByRole('region', { name: 'Often confused' })
  await expect(note).toContainText('Salim Haddad is taken for Petro Kovalenko')
  await expectAccessible(page)
  await page.keyboard.press('c')
  await expect(note.getByRole('link', { name: 'Contrast card' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('article', { name: 'Card' })).toContainText('How does Salim Haddad differ from')

  await visit(page, routes.statistics)
  const list = page.getByRole('region', { name: 'Taken for one another' })
  await expect(list.getByRole('listitem')).toContainText('2 times')
  await client.review.undo()
  await expect(list.getByRole('listitem')).toContainText('once')
  await list.getByRole('link', { name: 'Petro Kovalenko' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Petro Kovalenko' })).toBeVisible()
})

test('says what the source says now, and brings the card up to date', async ({ app, page }) => {
  await begin(app, page)
  const client = app.client()
  const [card] = (await client.card.list({ limit: 5 })).items.filter(({ kind }) => kind === 'cloze')
  if (!card?.evidence.articleId) throw new Error('the card has no article')
  await client.article.updateText({ articleId: card.evidence.articleId, text: text.replace('about 300', 'about 450') })
  await visit(page, routes.review)
  await answer(page, '3')
  await expect(page.getByRole('article', { name: 'Card' })).toContainText('boats would be repaired')
  await page.keyboard.press('Space')
  const notice = page.getByRole('region', { name: 'The source has changed' })
  await expect(notice).toContainText('The source now says 450 where it said “300”.')
  await expectAccessible(page)
  await page.keyboard.press('n')
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('article', { name: 'Card' }).locator('strong')).toHaveText('about 450')
})

test('lets a card that lost its passage be kept, given another or deleted, by keyboard', async ({ app, page }) => {
  await begin(app, page)
  const client = app.client()
  const [card] = (await client.card.list({ limit: 5 })).items.filter(({ kind }) => kind === 'basic')
  if (!card?.evidence.articleId) throw new Error('the card has no article')
  await client.article.updateText({ articleId: card.evidence.articleId, text: 'A storm came. The harbour was shut.' })
  await visit(page, routes.review)
  await page.keyboard.press('Space')
  const notice = page.getByRole('region', { name: 'The source has changed' })
  await expect(notice).toContainText('The source does not say this any more. It said: “Prime Minister Ana Sorel”')
  await expectAccessible(page)
  await page.keyboard.press('h')
  await expect(notice).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(notice).toHaveCount(1)
  await page.keyboard.press('l')
  const chooser = page.getByRole('dialog', { name: 'Select what the card rests on' })
  await expect(chooser.getByRole('document')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(chooser.getByRole('button', { name: 'Use this passage' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(notice).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(page.getByRole('complementary', { name: 'Passage' }).locator('mark')).toHaveText('The harbour was shut.')
  await page.keyboard.press('u')
  await expect(notice).toHaveCount(1)
  // What the undo has changed is asked for again by then: a card that goes meanwhile would be asked for in vain.
  await page.waitForTimeout(900)
  await page.keyboard.press('Delete')
  await expect(page.getByRole('article', { name: 'Card' })).toContainText('boats would be repaired')
  expect((await client.card.list({ limit: 5 })).total).toBe(1)
  await page.keyboard.press('u')
  await expect(page.getByRole('article', { name: 'Card' })).toContainText('Who is Ana Sorel?')
})

test('lets cards wait from today on that were answered by a clock that was ahead', async ({ app, page }) => {
  await begin(app, page)
  const client = app.client()
  const [card] = (await client.card.list({ limit: 5 })).items.filter(({ kind }) => kind === 'basic')
  if (!card) throw new Error('there is no card')
  const { card: ahead } = await client.review.answer({
    cardId: card.id,
    grade: 4,
    now: Date.now() + 900 * 86_400_000,
  })
  await visit(page, routes.review)
  const notice = page.getByRole('region', { name: 'Clock' })
  await expect(notice).toContainText('1 card was last answered by a clock that was ahead')
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Let them wait from today on' }).press('Enter')
  await expect(notice).toHaveCount(0)
  const dueAtMs = async () => (await client.card.get({ cardId: card.id })).dueAtMs
  expect(await dueAtMs()).toBeLessThan(Date.now() + 30 * 86_400_000)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(dueAtMs).toBe(ahead.dueAtMs)
})

test('edits a card in place and goes on asking it', async ({ app, page }) => {
  await begin(app, page)
  await visit(page, routes.review)
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Question' }).fill('Who led the government?')
  await page.getByRole('textbox', { name: 'Answer' }).fill('Ana **Sorel**')
  await page.keyboard.press('Control+Enter')
  const card = page.getByRole('article', { name: 'Card' })
  await expect(card).toContainText('Who led the government?')
  await page.keyboard.press('Space')
  await expect(card.locator('strong')).toHaveText('Sorel')
  const cards = await app.client().card.list({ limit: 10 })
  expect(cards.items.map(({ front }) => front)).toContain('Who led the government?')
})

test('leads from an empty table to suggestions, and from there to the first card', async ({ app, page }) => {
  await app.client().library.declineStarter()
  await app.client().article.importText({ text })
  await waitForFinds(app.client())
  await app.open()
  await visit(page, routes.review)
  await expect(page.getByRole('heading', { name: 'No cards yet' })).toBeVisible()
  await page.getByRole('link', { name: /^Look at \d+ suggestions?$/ }).click()
  const suggestions = page.getByRole('list', { name: 'Suggestions' })
  await expect(suggestions.getByRole('article').first()).toBeVisible()
  await expectAccessible(page)
  const before = (await app.client().suggestion.list({})).total
  await page.keyboard.press('a')
  await expect.poll(async () => (await app.client().suggestion.list({})).total).toBe(before - 1)
  await expect(suggestions.getByRole('article')).toHaveCount(before - 1)
  await page.keyboard.press('d')
  await expect.poll(async () => (await app.client().suggestion.list({})).total).toBe(before - 2)
  await expect.poll(async () => (await app.client().card.list({ limit: 10 })).total).toBe(1)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Review/ })
    .click()
  await expect(page.getByRole('article', { name: 'Card' })).toBeVisible()
  await expectAccessible(page)
})

test('keeps several suggestions at once, without those that are unticked, as one step', async ({ app, page }) => {
  const client = app.client()
  await client.library.declineStarter()
  await client.article.importText({ text })
  await waitForFinds(client)
  const before = (await client.suggestion.list({})).total
  await app.open()
  await visit(page, `${routes.cards}?tab=suggestions`)
  await expect(page.getByRole('list', { name: 'Suggestions' }).getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Shift+A')
  const dialog = page.getByRole('dialog', { name: 'Keep several suggestions' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(before)
  await expectAccessible(page)
  await dialog.getByRole('checkbox').first().press('Space')
  await expect(dialog.getByRole('button', { name: `Keep ${before - 1} cards` })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await client.suggestion.list({})).total).toBe(1)
  expect((await client.card.list({ limit: 50 })).total).toBe(before - 1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await client.suggestion.list({})).total).toBe(before)
  expect((await client.card.list({ limit: 50 })).total).toBe(0)
})

test('keeps cards in a list where one is written, rewritten, set aside, deleted and brought back', async ({
  app,
  page,
}) => {
  await begin(app, page)
  await visit(page, routes.cards)
  await expect(page.getByRole('list', { name: 'Cards' })).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Question' }).fill('{{c1::Port}} lies')
  await expect(page.getByRole('radio', { name: 'Hidden words' })).toBeChecked()
  const field = page.getByRole('textbox', { name: 'Text' })
  await field.fill('Port Alma lies in the delta.')
  await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(0, 9))
  await page.keyboard.press('Control+Shift+h')
  await expect(field).toHaveValue('{{c1::Port Alma}} lies in the delta.')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
  await page.keyboard.type('Ana Sorel {{c1::leads}} the government.')
  await page.keyboard.press('Control+Enter')
  const list = page.getByRole('list', { name: 'Cards' })
  await expect(list.getByRole('button', { name: /the government/ })).toHaveAttribute('aria-current', 'true')
  await list.getByRole('button', { name: /lies in the delta/ }).click()
  const row = list.getByRole('button', { name: /lies in the delta/ })
  await expect(row).toHaveAttribute('aria-current', 'true')
  await expect(row).toContainText('[...] lies in the delta.')

  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Card', exact: true })).toContainText('lies in the delta')
  await page.keyboard.press('s')
  await expect(row).toContainText('set aside')
  await page.keyboard.press('Delete')
  await expect(row).toBeHidden()
  await page.getByRole('status').filter({ hasText: 'Card deleted' }).getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()
  await expectAccessible(page)
})

/** A short article with one card of each kind, open in the page. */
async function begin(app: LoopbackApp, page: Page): Promise<void> {
  const client = app.client()
  await client.library.declineStarter()
  const { articleId } = await client.article.importText({ text, source: 'Delta Post', date: '2020-05-04' })
  const article = await client.article.get({ articleId })
  const place = (words: string) => {
    const start = article.text.indexOf(words)
    return { articleId, start, end: start + words.length }
  }
  await client.card.create({
    front: 'Who is Ana Sorel?',
    back: 'Prime minister',
    ...place('Prime Minister Ana Sorel'),
  })
  await client.card.create({
    kind: 'cloze',
    front: 'She said that {{c1::about 300::how many}} boats would be repaired.',
    ...place('about 300 boats'),
  })
  await app.open()
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Review/ })).toBeVisible()
}

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  if (path === routes.review)
    await expect(page.getByRole('article', { name: 'Card' }).or(page.getByText('No cards yet'))).toBeVisible()
}

async function answer(page: Page, grade: string): Promise<void> {
  await page.keyboard.press('Space')
  await expect(page.getByRole('group', { name: 'How well did you know it?' })).toBeVisible()
  await page.keyboard.press(grade)
}
