import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, type Route } from '@playwright/test'
import { articlePath } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { articleText, drawnOn, goToHash, openText, waitForDrawnNames, wordsDrawn } from '#test/support/reader-page.ts'
import { dragOver, tabTo } from '#test/support/reading.ts'

const river = readFileSync(join(import.meta.dirname, '../fixtures/river-accord.txt'), 'utf8')
const chapters = ['Harbour', 'Locks', 'Tolls'].map((name) => `## ${name}\n\n${`The ${name} stayed open. `.repeat(60)}`)
const sectioned = `# Three chapters\n\n${chapters.join('\n\n')}`

test('finds by case and whole word, steps by F3 and marks what was found', async ({ app, page }) => {
  const { id } = await openText(app, page, 'Port, ports and port. The Port said so.\n\nA port is no portal.')
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Find in the article' })
  await page.keyboard.type('port')
  await expect(bar.getByRole('status')).toHaveText('1 of 6')
  await tabTo(page, bar.getByRole('button', { name: 'Whole words only' }))
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('1 of 4')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('1 of 2')
  await expectAccessible(page)
  await page.keyboard.press('F3')
  await expect(bar.getByRole('status')).toHaveText('2 of 2')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('Shift+F3')
  await page.keyboard.press('3')
  await expect
    .poll(async () => (await app.client().annotation.list({ articleId: id })).items.map(({ start }) => start))
    .toEqual([16])
})

test('walks from name to name by keyboard and says what each is', async ({ app, page }) => {
  await openText(app, page, river)
  await waitForDrawnNames(page)
  await page.keyboard.press('.')
  await expect.poll(async () => (await wordsDrawn(page, 'mark-focus')).length).toBe(1)
  const [first] = await wordsDrawn(page, 'mark-focus')
  await page.keyboard.press('.')
  await expect.poll(() => wordsDrawn(page, 'mark-focus')).not.toEqual([first])
  await page.keyboard.press(',')
  await expect.poll(() => wordsDrawn(page, 'mark-focus')).toEqual([first])
  await expect(page.locator('#announcements')).toHaveText(/, (?:person|group|place|new|\d).*Enter opens it\.$/)
  await page.keyboard.press('Enter')
  // A name opens its dossier beside the text, a figure what it says.
  const beside = page.getByRole('complementary', { name: /^Dossier of / })
  await expect(page.getByRole('dialog').or(beside).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(beside).toBeHidden()
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await drawnOn(page))['mark-focus']).toBe(0)

  await page.keyboard.press('j')
  await page.keyboard.press('1')
  const marked = articleText(page).locator('[data-current="true"]')
  await expect(marked).toHaveAttribute('aria-description', /^Marked: Key fact, the whole of it\./)
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(page.locator('#announcements')).toHaveText(/Marked: Key fact, the whole of it\./)
})

test('goes by the outline, sets the text and leaves nothing but it', async ({ app, page }) => {
  await app.open()
  const files = [new File([sectioned], 'chapters.md')]
  for await (const event of await app.client().article.import({ files }))
    if (event.type === 'result' && event.outcome.kind === 'imported')
      await goToHash(page, articlePath(event.outcome.articleId))
  await expect(articleText(page)).toBeVisible()
  // The text is painted before all that is around it.
  await expect(page.getByRole('button', { name: 'Outline' })).toBeVisible()
  await page.keyboard.press('o')
  const outline = page.getByRole('dialog', { name: 'Outline' })
  await expect(outline.getByRole('button')).toHaveText(['Harbour', 'Locks', 'Tolls'])
  await expect(outline.getByRole('button', { name: 'Harbour' })).toBeFocused()
  await expectAccessible(page)
  for (const key of ['j', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(outline).toBeHidden()
  await expect(articleText(page).locator('[data-current="true"]')).toHaveText('Tolls')
  await expect(articleText(page).getByRole('heading', { name: 'Tolls' })).toBeInViewport()

  const sizeOf = () => articleText(page).evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
  const size = await sizeOf()
  await page.keyboard.press('+')
  await expect.poll(sizeOf).toBe(size + 1)
  await page.keyboard.press('a')
  const look = page.getByRole('dialog', { name: 'How the text looks' })
  await look.getByText('Sepia').click()
  await look.getByText('Sans').click()
  await look.getByRole('slider', { name: 'Line length' }).focus()
  await page.keyboard.press('Home')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await expect
    .poll(async () => {
      const { theme, readingFont, measureChars, textSizePx } = await app.client().settings.get()
      return { theme, readingFont, measureChars, textSizePx }
    })
    .toEqual({ theme: 'sepia', readingFont: 'sans', measureChars: 50, textSizePx: size + 1 })
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('z')
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'What is in this article' })).toBeHidden()
  await expectAccessible(page)
  await page.keyboard.press('z')
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
})

test('reads and marks two articles side by side', async ({ app, page }) => {
  const { articleId: tolls } = await app.client().article.importText({ text: 'Tolls rose in 2018.', title: 'On tolls' })
  const { id } = await openText(app, page, river)
  await page.keyboard.press('s')
  const picker = page.getByRole('dialog', { name: 'An article beside this one' })
  await page.keyboard.type('tolls')
  await expect(picker.getByRole('button', { name: /^On tolls/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(articleText(page)).toHaveCount(2)
  await expect(articleText(page).last()).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  await page.keyboard.press('x')
  await expect(articleText(page).first()).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  const marked = async () => (await app.client().annotation.list({})).items.map(({ articleId }) => articleId).sort()
  await expect.poll(marked).toEqual([id, tolls].sort())
  await expect.poll(async () => (await drawnOn(page))['mark-blue']).toBe(2)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close this one' }).last().click()
  await expect(articleText(page)).toHaveCount(1)
  await expect.poll(async () => (await drawnOn(page))['mark-blue']).toBe(1)
})

test('takes a glance at a short article for no reading', async ({ app, page }) => {
  const { id } = await openText(app, page, 'Tolls rose by 4 per cent in 2018.', 'On tolls')
  const progress = async () => (await app.client().article.get({ articleId: id })).progress
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  await expect.poll(async () => (await app.client().article.get({ articleId: id })).openedAtMs).not.toBeNull()
  expect(await progress()).toBe(0)
  await goToHash(page, articlePath(id))
  await expect(articleText(page)).toBeVisible()
  await page.waitForTimeout(3_200)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(progress).toBe(1)
})

test('draws a mark that was made while the page was still asking for the marks', async ({ app, page }) => {
  const held = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  const holdAnswer = async (route: Route) => {
    const response = await route.fetch()
    held.resolve()
    await told.promise
    await route.fulfill({ response })
  }
  await page.route('**/rpc/annotation/list*', holdAnswer, { times: 1 })
  const { id } = await openText(app, page, river)
  await held.promise
  await app.client().annotation.add({ articleId: id, start: 0, end: 12, category: 3 })
  // What was changed later is seen: the page has been told of the mark, too.
  await app.client().settings.set({ theme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  told.resolve()
  await expect.poll(async () => (await drawnOn(page))['mark-orange']).toBe(1)
})

test('prints with marks and notes, or the text alone', async ({ app, page }) => {
  const { id, text } = await openText(app, page, river)
  const start = text.indexOf('Nobody gains')
  await app.client().annotation.add({ articleId: id, start, end: start + 12, category: 3, note: 'Who **says** so?' })
  await expect.poll(async () => (await drawnOn(page))['mark-orange']).toBe(1)
  await holdPrinting(page)
  await page.keyboard.press('Control+p')
  const sheet = page.locator('.print-sheet')
  await page.emulateMedia({ media: 'print' })
  await expect(sheet.locator('mark', { hasText: 'Nobody gains' })).toBeVisible()
  await expect(sheet.locator('.print-note')).toContainText('Who says so?')
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(sheet).toHaveCount(0)

  await page.getByRole('button', { name: 'More for this article' }).click()
  await page.getByRole('menuitem', { name: 'Print or save as PDF, the text alone' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(sheet).toContainText('Nobody gains')
  await expect(sheet.locator('mark')).toHaveCount(0)
  expect(await page.evaluate(() => Number(document.body.dataset.prints))).toBe(2)
})

/** The browser's own dialog would wait for a person. */
async function holdPrinting(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.prints = String(Number(document.body.dataset.prints ?? 0) + 1)
    }
  })
}

const scripts = [
  'أعلنت النقابة يوم الثلاثاء وقف الإضراب في الميناء.',
  'האיגוד הודיע ביום שלישי על סיום השביתה בנמל.',
  '工会周二宣布结束港口罢工。工人们欢呼起来。',
  'The crew \u{1F468}\u200d\u{1F469}\u200d\u{1F467} cheered \u{1F1EB}\u{1F1EE} twice.',
  'Sa\u0303o Paulo and the Donau\u00addampf\u00adschiff met.',
]

test('selects and marks exactly what was meant in every script, each paragraph in its own direction', async ({
  app,
  page,
}) => {
  const { id, text } = await openText(app, page, scripts.join('\n\n'), 'Scripts')
  const paragraphs = articleText(page).locator('p')
  expect(await paragraphs.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction))).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ])
  await dragOver(page, 'النقابة', 'الثلاثاء')
  await page.keyboard.press('1')
  await dragOver(page, 'האיגוד', 'שלישי')
  await page.keyboard.press('1')
  await dragOver(page, '周二', '港口')
  await page.keyboard.press('1')
  const quotes = async () => (await app.client().annotation.list({ articleId: id })).items.map(({ quote }) => quote)
  await expect.poll(async () => (await quotes()).length).toBe(3)
  for (const mark of (await app.client().annotation.list({ articleId: id })).items)
    expect(mark.quote).toBe(text.slice(mark.start ?? 0, mark.end ?? 0))
  expect((await quotes())[0]).toBe('النقابة يوم الثلاثاء')
  expect((await quotes())[1]).toBe('האיגוד הודיע ביום שלישי')
  expect((await quotes())[2]).toMatch(/^周二宣布结束港口/)

  await page.keyboard.press('Escape')
  for (const key of ['j', 'ArrowRight', '2']) await page.keyboard.press(key)
  await page.keyboard.press('Escape')
  for (const key of ['j', 'ArrowRight', '3']) await page.keyboard.press(key)
  await expect.poll(async () => (await quotes()).slice(-2)).toEqual([scripts[3], scripts[4]])
  expect(await wordsDrawn(page, 'mark-orange')).toEqual([scripts[4]])
  // And exported to the letter.
  const exported = await exportNotesOf(app, id)
  expect(exported.articles[0]?.marks.map(({ quote }) => quote).sort()).toEqual((await quotes()).sort())
})

async function exportNotesOf(app: LoopbackApp, articleId: string) {
  const client = app.client()
  for await (const event of await client.export.run({ format: 'json', articleIds: [articleId] })) {
    if (event.type !== 'file') continue
    const file = await client.export.file({ fileId: event.fileId })
    return JSON.parse(await file.text()) as { articles: { marks: { quote: string }[] }[] }
  }
  throw new Error('The export ends without a file.')
}
