import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { articlePath } from '#shared/domain/routes.ts'
import { expectAccessible, waitUntilStill } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { articleText, openText } from '#test/support/reader-page.ts'

const river = readFileSync(join(import.meta.dirname, '../fixtures/river-accord.txt'), 'utf8')

test('marks by mouse, across blocks and over each other, and offers every mark that lies under a click', async ({
  app,
  page,
}) => {
  const { id, text } = await openRiver(app, page)
  await dragOver(page, 'called off its strike', 'Nobody gains')
  await page.getByRole('toolbar', { name: 'With the selection' }).getByRole('button', { name: 'Mark as Claim' }).click()
  await dragOver(page, 'its strike')
  await page.keyboard.press('1')
  await dragOver(page, 'a closed river', 'Between 2,000')
  await page.keyboard.press('2')
  await expect.poll(async () => (await marksOf(app, id)).length).toBe(3)

  for (const mark of await marksOf(app, id)) expect(mark.quote).toBe(text.slice(mark.start ?? 0, mark.end ?? 0))
  const third = (await marksOf(app, id)).at(-1)
  expect(third?.quote).toMatch(/^a closed river[\s\S]*\n\nBetween 2,000$/)
  await expect.poll(() => drawn(page)).toMatchObject({ 'mark-orange': 1, 'mark-line-yellow': 1, 'mark-blue': 1 })

  await clickOn(page, 'its strike')
  const popover = page.getByRole('dialog', { name: '2 marks' })
  await expect(popover.getByRole('list', { name: 'Marks here' }).getByRole('button')).toHaveCount(2)
  await popover.getByRole('button', { name: 'Change to Evidence' }).click()
  await popover.getByRole('textbox', { name: 'Note' }).fill('Said *before* the vote.')
  await page.keyboard.press('Escape')
  await expect(popover).toBeHidden()
  await expect.poll(async () => (await marksOf(app, id)).map(({ note }) => note)).toContain('Said *before* the vote.')
  await expect.poll(() => drawn(page)).toMatchObject({ 'mark-line-green': 1 })
})

test('marks, notes, cards, deletes and undoes by keyboard alone', async ({ app, page }) => {
  const { id } = await openRiver(app, page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('4')
  await expect
    .poll(async () => (await marksOf(app, id)).map(({ quote }) => quote.slice(0, 15)))
    .toEqual(['Seven countries'])

  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await page.keyboard.type('Which **seven**?')
  await page.keyboard.press('Control+Enter')
  await expect(note).toBeHidden()
  await expect.poll(async () => (await marksOf(app, id))[0]?.note).toBe('Which **seven**?')

  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  for (const key of ['ArrowRight', 'w', 'Shift+ArrowLeft', 'ArrowRight']) await page.keyboard.press(key)
  await expect.poll(() => selectedText(page)).toBe('"Nobody gains from a closed river," said Mrs Markovic.')
  for (const key of ['b', 'b', 'b', 'c']) await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: 'Make a card' })
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue(/^\{\{c1::.*\}\}.*Markovic\.$/)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect
    .poll(async () => (await app.client().card.list({ articleId: id, limit: 10 })).items.map(({ kind }) => kind))
    .toEqual(['cloze'])

  for (const key of ['Escape', 'Escape', ']', 'Delete']) await page.keyboard.press(key)
  await expect.poll(async () => (await marksOf(app, id)).length).toBe(0)
  await expect(page.getByText('Mark deleted.').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await marksOf(app, id)).map(({ note }) => note)).toEqual(['Which **seven**?'])
  await expect.poll(async () => (await drawn(page))['mark-green']).toBe(1)
})

test('finds its place, its marks and its panel again after a restart', async ({ app, page }) => {
  const { id, text } = await openRiver(app, page)
  const end = text.indexOf('Opponents')
  await app.client().annotation.add({ articleId: id, start: end, end: end + 9, category: 3 })
  await page.setViewportSize({ width: 1000, height: 420 })
  await textIn(page).evaluate((element) => element.lastElementChild?.scrollIntoView({ block: 'end' }))
  await expect.poll(async () => (await app.client().article.get({ articleId: id })).position).toBeGreaterThan(0)

  await app.restart()
  const { position } = await app.client().article.get({ articleId: id })
  await goTo(page, articlePath(id))
  await expect.poll(async () => (await drawn(page))['mark-orange']).toBe(1)
  await expect.poll(() => firstBlockInView(page)).toBe(blockStart(text, position))
})

test('opens where it was left when one comes back from another screen', async ({ app, page }) => {
  await openRiver(app, page)
  await page.setViewportSize({ width: 1000, height: 420 })
  await textIn(page).evaluate((element) => element.lastElementChild?.scrollIntoView({ block: 'end' }))
  await expect.poll(() => firstBlockInView(page)).toBeGreaterThan(0)
  const left = await firstBlockInView(page)
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'Figures', level: 1 })).toBeVisible()
  await page.goBack()
  await expect.poll(() => firstBlockInView(page)).toBe(left)
})

test('goes to a passage from a link and from the panel, and lights it up', async ({ app, page }) => {
  const { id, text } = await openRiver(app, page)
  await page.setViewportSize({ width: 1000, height: 420 })
  const start = text.indexOf('12,500 members')
  await goTo(page, articlePath(id, { start, end: start + 14 }))
  await expect.poll(async () => (await drawn(page)).flash).toBe(1)
  await expect.poll(() => isInView(page, '12,500 members')).toBe(true)

  await showPanel(page, 'People and groups')
  await page
    .getByRole('button', { name: /^Elena Markovic/ })
    .first()
    .click()
  await expect.poll(() => isInView(page, 'Elena Markovic')).toBe(true)
  await expect.poll(async () => (await drawn(page))['kind-person-lit']).toBeGreaterThan(1)
  await page.getByRole('tab', { name: /^Figures/ }).click()
  await page.getByRole('list', { name: 'Figures' }).getByRole('button').last().click()
  await expect.poll(async () => (await drawn(page)).flash).toBe(1)
})

test('keeps and dismisses proposed cards by keyboard', async ({ app, page }) => {
  const { id } = await openRiver(app, page)
  await showPanel(page, 'Cards')
  const rows = page.getByRole('list', { name: 'Proposed cards' }).locator('[data-row]')
  await expect(rows.nth(2)).toBeVisible()
  const before = await rows.count()
  await rows.first().focus()
  await page.keyboard.press('a')
  await page.keyboard.press('d')
  await expect(rows).toHaveCount(before - 2)
  await expect(rows.first()).toBeFocused()
  await expect.poll(async () => (await app.client().card.list({ articleId: id, limit: 10 })).total).toBe(1)
  await expect.poll(async () => (await app.client().suggestion.list({ articleId: id })).total).toBe(before - 2)
})

test('undo takes back the last mark, also while marks are still on their way', async ({ app, page }) => {
  const { id } = await openRiver(app, page)
  await page.route('**/rpc/annotation/add', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  for (const key of ['j', '1', 'j', '2', 'Control+z']) await page.keyboard.press(key)
  await expect(page.getByText(/^Undone: /)).toBeVisible()
  await expect.poll(async () => (await marksOf(app, id)).map(({ categoryId }) => categoryId)).toHaveLength(1)
  await expect.poll(() => drawn(page)).toMatchObject({ 'mark-yellow': 1 })
  await page.unrouteAll()
})

test('takes a mark off the page again and says so when it could not be stored', async ({ app, page }) => {
  const { id } = await openRiver(app, page)
  // Answered by hand, so that the browser itself has nothing to complain of.
  await page.route('**/rpc/annotation/add', (route) =>
    route.fulfill({ contentType: 'application/json', body: 'no answer that was agreed on' }),
  )
  await page.keyboard.press('j')
  await page.keyboard.press('1')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect.poll(async () => (await drawn(page))['mark-yellow']).toBe(0)
  expect(await marksOf(app, id)).toEqual([])
})

test('exports, searches again and deletes the article from its menu', async ({ app, page }) => {
  const { id } = await openRiver(app, page)
  await app.client().annotation.add({ articleId: id, start: 0, end: 40, category: 2, note: 'A note' })
  const menu = page.getByRole('button', { name: 'More for this article' })
  const download = page.waitForEvent('download')
  await menu.click()
  await page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toContain('A note')

  await menu.click()
  await page.getByRole('menuitem', { name: 'Find names again' }).click()
  await page.getByText(/^Found \d+ names and \d+ figures?$/).waitFor()

  await menu.click()
  await page.getByRole('menuitem', { name: 'Delete the article' }).click()
  await page.getByText('Deleted “River').waitFor()
  await expect.poll(async () => (await app.client().article.list({ limit: 10 })).total).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await marksOf(app, id)).map(({ note }) => note)).toEqual(['A note'])
})

test('can be used by everyone: axe finds nothing serious on text, panel and popover', async ({ app, page }) => {
  // Five looks at the whole page, some seconds each on a busy machine.
  test.slow()
  const { id } = await openRiver(app, page)
  await app.client().annotation.add({ articleId: id, start: 0, end: 40, category: 2, note: 'A note' })
  for (const tab of ['Marks', 'People and groups', 'Figures', 'Cards']) {
    await showPanel(page, tab)
    await expectAccessible(page, tab)
  }
  await textIn(page).focus()
  await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Mark' })).toBeVisible()
  await expectAccessible(page, 'popover')
})

/** Imports the river article by script, opens it and waits until names were looked for. */
async function openRiver(app: LoopbackApp, page: Page) {
  await app.open()
  const { articleId } = await app.client().article.importText({ text: river, source: 'Harbour Press' })
  await expect.poll(async () => (await app.client().article.get({ articleId })).extraction).toBe('done')
  await goTo(page, articlePath(articleId))
  await expect.poll(async () => (await drawn(page))['kind-person']).toBeGreaterThan(0)
  return { id: articleId, text: (await app.client().article.get({ articleId })).text }
}

function textIn(page: Page) {
  return page.getByRole('document', { name: 'Text of the article' })
}

async function goTo(page: Page, path: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await expect(textIn(page)).toBeVisible()
}

async function showPanel(page: Page, tab: string) {
  const name = new RegExp(`^${tab}`)
  // Text is painted first, what tells of it after.
  await expect(page.getByRole('button', { name: 'More for this article' })).toBeVisible()
  if (!(await page.getByRole('tab', { name }).isVisible())) await page.keyboard.press('\\')
  await page.getByRole('tab', { name }).click()
}

async function marksOf(app: LoopbackApp, articleId: string) {
  return (await app.client().annotation.list({ articleId })).items
}

/** How many ranges are drawn under each name. */
function drawn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, highlight.size])))
}

/** The box of the first place where the words stand in the text. */
function boxOf(page: Page, words: string) {
  return textIn(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)]
      if (first && last) return { left: first.left, top: first.top + 8, right: last.right, bottom: last.top + 8 }
    }
    throw new Error(`The text does not hold “${wanted}”`)
  }, words)
}

async function dragOver(page: Page, first: string, last = first) {
  await waitUntilStill(page)
  const [from, to] = [await boxOf(page, first), await boxOf(page, last)]
  await page.mouse.move(from.left + 1, from.top)
  await page.mouse.down()
  await page.mouse.move((from.left + to.right) / 2, to.bottom, { steps: 3 })
  await page.mouse.move(to.right - 1, to.bottom, { steps: 3 })
  await page.mouse.up()
  await expect(page.getByRole('toolbar', { name: 'With the selection' })).toBeVisible()
}

async function clickOn(page: Page, words: string) {
  await waitUntilStill(page)
  const box = await boxOf(page, words)
  await page.mouse.click(box.left + 6, box.top)
}

function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => window.getSelection()?.toString() ?? '')
}

async function isInView(page: Page, words: string): Promise<boolean> {
  const box = await boxOf(page, words)
  return box.top > 60 && box.bottom < (page.viewportSize()?.height ?? 0)
}

function firstBlockInView(page: Page): Promise<number> {
  return textIn(page).evaluate((root) => {
    const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')]
    return Number(blocks.find((block) => block.getBoundingClientRect().bottom > 120)?.dataset.start)
  })
}

/** Where the paragraph begins that holds the position. */
function blockStart(text: string, position: number): number {
  const gap = text.lastIndexOf('\n\n', position - 1)
  return gap < 0 ? 0 : gap + 2
}

test('takes a mark in hand by a click on its note in the panel', async ({ app, page }) => {
  const { articleId } = await app.client().article.importText({ title: 'Quay', text: 'The quay was mended in spring.' })
  await app.client().annotation.add({ articleId, start: 0, end: 8, note: 'Paid for by the port.' })
  await app.open()
  await page.goto(`${new URL(app.url()).origin}/#/article/${articleId}`)
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('tab', { name: /^Marks/ }) })
  await panel.getByText('Paid for by the port.').click()
  await expect(panel.getByRole('button', { name: /The quay/ })).toHaveAttribute('aria-current', 'true')
})

test('numbers of a list stand in the place of dots, and cards read as they are meant', async ({ app, page }) => {
  const article = await openText(app, page, 'The plan\n\n1. Dig the dam.\n2. Fill it.\n\n- or wait', 'Plan')
  const { id } = article
  await app.client().card.create({ kind: 'cloze', front: 'It rose by {{c1::9\\.4%}}.', back: '', articleId: id })
  const items = articleText(page).getByRole('listitem')
  const markers = () => items.evaluateAll((all) => all.map((one) => getComputedStyle(one).listStyleType))
  await expect.poll(markers).toEqual(['none', 'none', 'disc'])
  await page.getByRole('tab', { name: /^Cards/ }).click()
  await expect(page.getByRole('list', { name: 'Cards from this article' })).toContainText('It rose by 9.4%.')
})
