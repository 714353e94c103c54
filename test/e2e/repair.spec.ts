import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'

const paragraphs = [
  'The harbour of Lenz was closed on Tuesday after a fire broke out in one of its two grain stores.',
  'Firefighters needed nine hours to bring it under control. The mayor, Ada Brandt, said nobody had been hurt.',
  'The harbour company expects to open the eastern quay again within a week, and the western one in spring.',
  'In a statement, the insurers said that they would wait for the report before they named a sum.',
]
const changed = [
  'Updated on Wednesday.',
  paragraphs[0],
  paragraphs[1]?.replace(/The mayor.*/, 'Ada Brandt, who is mayor, told us of no injuries at all.'),
  paragraphs[2],
].join('\n\n')

async function prepare(app: LoopbackApp): Promise<string> {
  const client = app.client()
  const text = paragraphs.join('\n\n')
  const { articleId } = await client.article.importText({ text, title: 'Fire in Lenz', source: 'The Lenz Post' })
  const mark = (words: string, note: string) => {
    const start = text.indexOf(words)
    return client.annotation.add({ articleId, start, end: start + words.length, note, category: 2 })
  }
  await mark('one of its two grain stores', '')
  await mark('The mayor, Ada Brandt, said nobody had been hurt.', 'check this')
  await mark('named a sum', 'ask the insurers')
  return articleId
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a new text is given to an article by mouse, and its marks are repaired', async ({ app, page }) => {
  await app.open()
  const articleId = await prepare(app)
  await page.goto(`${page.url().split('#')[0]}#/article/${articleId}`)
  await page.getByRole('button', { name: 'More for this article' }).click()
  await page.getByRole('menuitem', { name: 'Update the text of this article' }).click()
  await page.getByRole('textbox', { name: 'New text' }).fill(changed)
  await page.getByRole('button', { name: 'Update the text', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'Repair marks' })).toBeVisible()
  await expect(page.getByText('2 marks need your eye').first()).toBeVisible()
  await expect(page.locator('del').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Put the mark here/ }).click()
  await expect(page.getByText('1 mark needs your eye')).toBeVisible()

  await page.getByRole('button', { name: /^Select its place/ }).click()
  const text = page.getByRole('document', { name: 'The new text' })
  await text.getByText('Updated on Wednesday.').dblclick({ position: { x: 30, y: 10 } })
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Put the mark here' }).click()
  await expect(page.getByText('Every mark is in its place')).toBeVisible()
  const { items } = await app.client().annotation.list({ articleId })
  expect(items.map(({ anchor, note }) => [anchor, note])).toEqual([
    ['moved', 'ask the insurers'],
    ['moved', ''],
    ['moved', 'check this'],
  ])
})

test('a note that is being written stays open while another text takes its mark away', async ({ app, page }) => {
  await app.open()
  const articleId = await prepare(app)
  await page.goto(`${page.url().split('#')[0]}#/article/${articleId}`)
  await expect(page.getByRole('document', { name: 'Text of the article' })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await page.keyboard.type('Half')
  await app.client().article.updateText({ articleId, text: 'Nothing of the old words is left in this one at all.' })
  await expect(page.getByText('Nothing of the old words is left').first()).toBeVisible()
  await page.keyboard.type(' a note, and more')
  await page.keyboard.press('Control+Enter')
  const notes = async () => (await app.client().annotation.list({ articleId })).items.map(({ note }) => note)
  await expect.poll(notes).toContain('Half a note, and more')
})

test('marks are repaired by keyboard alone, and undo takes each step back', async ({ app, page }) => {
  await app.open()
  const articleId = await prepare(app)
  await app.client().article.updateText({ articleId, text: changed })
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByRole('link', { name: 'Repair 2 marks' })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByText('2 marks need your eye')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await expect(page.getByText('1 mark needs your eye')).toBeVisible()
  await page.keyboard.press('s')
  const text = page.getByRole('document', { name: 'The new text' })
  await expect(text).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Every mark is in its place')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 mark needs your eye')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 marks need your eye')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Every mark is in its place')).toBeVisible()
  const { text: restored } = await app.client().article.get({ articleId })
  expect(restored).toBe(paragraphs.join('\n\n'))
})

test('marks that moved with changed words say so and are confirmed, by keyboard and by mouse', async ({
  app,
  page,
}) => {
  await app.open()
  const client = app.client()
  const text = paragraphs.join('\n\n')
  const { articleId } = await client.article.importText({ text, title: 'Fire in Lenz' })
  for (const words of ['needed nine hours to bring it under control', 'open the eastern quay again within a week']) {
    const start = text.indexOf(words)
    await client.annotation.add({ articleId, start, end: start + words.length })
  }
  const next = text.replace('nine hours to bring', 'eleven hours to get').replace('eastern quay again', 'eastern pier')
  await client.article.updateText({ articleId, text: next })
  await page.goto(`${page.url().split('#')[0]}#/article/${articleId}`)
  await expect(page.getByText(/^moved, \d+ % alike$/)).toHaveCount(2)
  await page.keyboard.press(']')
  await expect(page.locator('#announcements')).toContainText(/moved, \d+ % alike: needed eleven hours/)
  await page.getByRole('link', { name: '2 marks read otherwise' }).click()
  await expect(page.getByRole('list', { name: 'Moved marks' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.locator('del').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(page.getByRole('list', { name: 'Moved marks' }).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: 'Moved marks' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Confirm all' }).click()
  await expect(page.getByText('Every mark is in its place')).toBeVisible()
  expect((await client.annotation.list({ articleId })).items.map(({ anchor }) => anchor)).toEqual(['placed', 'placed'])
})
