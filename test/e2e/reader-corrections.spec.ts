import { expect, type Page } from '@playwright/test'
import { articlePath } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { articleText, goToHash, waitForDrawnNames } from '#test/support/reader-page.ts'
import { waitForFinds } from '#test/support/reading.ts'

const first = `The painter of Hill Town

Ana Sorel, a painter from Hill Town, sold 12 pictures on Friday. Sorel paints ships.`
const second = `Boats return to the delta

Ana Sorel opened the repaired harbour of Port Alma. Sorel said the old yard counts about 310 boats.`

/** The kind and name of each mention of the second article, as stored. */
async function stored(app: LoopbackApp, articleId: string): Promise<string[]> {
  const client = app.client()
  const id = articleId as Parameters<typeof client.entity.inArticle>[0]['articleId']
  const { text } = await client.article.get({ articleId: id })
  const names = new Map<string, number>()
  const mentions = await client.entity.inArticle({ articleId: id })
  return mentions.map(({ start, end, kind, entityId }) => {
    if (!names.has(entityId)) names.set(entityId, names.size + 1)
    return `${kind} ${names.get(entityId)} ${text.slice(start, end)}`
  })
}

async function begin(app: LoopbackApp, page: Page) {
  const client = app.client()
  await client.library.declineStarter()
  await client.article.importText({ text: first, date: '2020-05-04' })
  const { articleId } = await client.article.importText({ text: second, date: '2020-09-01' })
  await waitForFinds(client)
  await app.open()
  await goToHash(page, articlePath(articleId))
  await expect(articleText(page)).toContainText('repaired harbour')
  await waitForDrawnNames(page)
  await articleText(page).focus()
  return articleId
}

const who = (page: Page) => page.getByRole('dialog', { name: 'Who or what this is' })

test('says who selected words are, and who a name is instead, by keys', async ({ app, page }) => {
  const articleId = await begin(app, page)
  const before = await stored(app, articleId)
  expect(before).toEqual(['person 1 Ana Sorel', 'place 2 Port Alma', 'person 1 Sorel'])

  await test.step('words that were passed over', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    for (let words = 0; words < 3; words++) await page.keyboard.press('Shift+w')
    for (let words = 0; words < 4; words++) await page.keyboard.press('b')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('old yard')
    await page.keyboard.press('i')
    await expect(who(page).getByRole('combobox')).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByText('“old yard” is a group now. 1 mention changed.')).toBeVisible()
    await expect(articleText(page)).toBeFocused()
    expect(await stored(app, articleId)).toEqual([...before, 'group 3 old yard'])
  })
  await test.step('another person of that name', async () => {
    await page.keyboard.press('k')
    await page.keyboard.press('.')
    await expect(page.getByRole('tooltip')).toContainText('someone else')
    await page.keyboard.press('i')
    await expect(who(page)).toContainText('Taken for Ana Sorel')
    await expect(who(page).getByRole('option').first()).toContainText('another one of that name')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^“Ana Sorel” is a person now\. \d mentions changed/)).toBeVisible()
    const { items } = await app.client().entity.list({ query: 'Ana Sorel', limit: 5 })
    expect(items.map(({ mentionCount }) => mentionCount)).toEqual([2, 2])
  })
  await test.step('it stands after a restart, and can be undone and redone', async () => {
    const after = await stored(app, articleId)
    await app.restart()
    expect(await stored(app, articleId)).toEqual(after)
    const steps = 2
    for (let step = 0; step < steps; step++) await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => stored(app, articleId)).toEqual(before)
    expect((await app.client().entity.list({ query: 'Ana Sorel', limit: 5 })).items).toHaveLength(1)
    for (let step = 0; step < steps; step++) await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => stored(app, articleId)).toEqual(after)
  })
})

test('takes a name for none, confirms one, and says what a figure measures, by keys', async ({ app, page }) => {
  const articleId = await begin(app, page)
  await page.keyboard.press('.')
  await expect(page.getByRole('tooltip')).toContainText('Ana Sorel')
  await page.keyboard.press('.')
  await expect(page.getByRole('tooltip')).toContainText('Port Alma')
  await page.keyboard.press('d')
  await expect(page.getByText('“Port Alma” is no name here. 1 mention changed.')).toBeVisible()
  await expect.poll(() => stored(app, articleId)).toEqual(['person 1 Ana Sorel', 'person 1 Sorel'])

  // One goes on from where the name was.
  await page.keyboard.press('.')
  await expect(page.getByRole('tooltip')).toContainText('Ana Sorel')
  await page.keyboard.press('r')
  await expect(page.getByText('“Sorel” is right.')).toBeVisible()

  await page.keyboard.press('.')
  await expect(page.getByRole('tooltip')).toContainText('310')
  await page.keyboard.press('i')
  const measure = page.getByRole('dialog', { name: 'What this measures' })
  await expect(measure.getByRole('textbox', { name: 'What it measures' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('fishing boats')
  await page.keyboard.press('Tab')
  await page.keyboard.type('the old yard')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ana Sorel')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('many')
  await expect(measure.getByText('A number or a range')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('305-312')
  await page.keyboard.press('Enter')
  await expect(page.getByText('measures fishing boats now. 1 figure changed.')).toBeVisible()
  await page.keyboard.press('.')
  await page.keyboard.press(',')
  await expect(page.getByRole('tooltip')).toContainText('fishing boats')
  await expect(page.getByRole('tooltip')).toContainText('the old yard')
  await expect(page.getByRole('tooltip')).toContainText('Ana Sorel')
  await expect(page.getByRole('tooltip')).toContainText('305–312')
})

test('offers the same to the mouse', async ({ app, page }) => {
  const articleId = await begin(app, page)
  await page.getByRole('tab', { name: /People and groups/ }).click()
  await page.keyboard.press('.')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Correct this name' }).click()
  await who(page).getByRole('checkbox', { name: 'All 2 in this article' }).uncheck()
  await who(page).getByRole('combobox').fill('Port')
  await who(page)
    .getByRole('option', { name: /Port Alma/ })
    .click()
  await expect(page.getByText('“Ana Sorel” is Port Alma now. 1 mention changed.')).toBeVisible()
  expect(await stored(app, articleId)).toEqual(['place 1 Ana Sorel', 'place 1 Port Alma', 'person 2 Sorel'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => stored(app, articleId)).toEqual(['person 1 Ana Sorel', 'place 2 Port Alma', 'person 1 Sorel'])
})
