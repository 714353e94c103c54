import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { ankiPackage } from '#test/support/anki-package.ts'
import { test } from '#test/support/loopback-app.ts'
import { makeZip } from '../unit/electron/formats/import/make-files.ts'

const story = `The harbour of Lindow was closed on Tuesday after a freighter ran aground. The master of the ship, Ada Wren, said that fog had hidden the light. Nobody was hurt. About 40 tonnes of grain were lost, the port authority said.`
const file = (name: string, body: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(body),
})

test('files are shown before they are imported, by keyboard, and one undo takes them back', async ({ app, page }) => {
  await app.client().article.importText({ text: story, title: 'Harbour closed', source: 'Lindow Post' })
  await app.open()
  await page
    .getByLabel('Files to import')
    .setInputFiles([
      file('again.txt', `Harbour closed\n\n${story}`),
      file('edit.md', `# Ship aground\n\n${story.replace('Nobody was', 'Two sailors were')}`),
      file('bread.txt', 'Bread\n\nThe price of bread rose by a third in spring.'),
      file('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
      file('words.csv', 'Hund;dog\nKatze;cat\n'),
      file('French.apkg', Buffer.from(ankiPackage('latest'))),
    ])
  const dialog = page.getByRole('dialog', { name: 'Before it is imported' })
  // Six files, and the sound that a card of one of them plays.
  await expect(dialog.getByRole('listitem')).toHaveCount(7)
  await expect(dialog).toContainText('% the same as “Harbour closed”')
  expect(await app.client().article.list({ limit: 10 })).toMatchObject({ total: 1 })

  await test.step('columns of a table can be others', async () => {
    await dialog.getByRole('button', { name: 'Columns…' }).click()
    const table = page.getByRole('dialog', { name: /Cards in words/ })
    await expect(table.getByRole('cell', { name: 'Katze' })).toBeVisible()
    await table.getByLabel('The first row names the columns').check()
    await table.getByRole('button', { name: 'Use these columns' }).click()
    await expect(table).toBeHidden()
    await expect(dialog).toContainText('1 new card')
    await dialog.getByRole('button', { name: 'Columns…' }).click()
    await expect(table.getByLabel('The first row names the columns')).toBeChecked()
    await table.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('rows are left out and kept with keys alone', async () => {
    const bread = dialog.getByRole('checkbox', { name: /^Bread/ })
    await bread.focus()
    await page.keyboard.press('Space')
    await expect(bread).not.toBeChecked()
    await page.keyboard.press('ArrowUp')
    await expect(dialog.getByRole('checkbox', { name: /^Ship aground/ })).toBeFocused()
    await dialog.getByRole('button', { name: /^Import/ }).focus()
    await page.keyboard.press('Enter')
  })

  const tray = page.getByRole('region', { name: 'Import' })
  await expect(tray).toContainText('1 article imported, 4 cards, 2 not imported')
  // Until it is shown, the text of what is about to go would still be asked for.
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('Two sailors')
  const saved = page.waitForEvent('download')
  await tray.getByRole('button', { name: 'Save report' }).click()
  const report = await readFile(await (await saved).path(), 'utf8')
  expect(report).toMatch(/photo\.png .*\| no \| It is a picture/)
  expect(report).toMatch(/bread\.txt .*\| no \|/)
  await tray.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Ship aground' })).toHaveCount(0)
  expect((await app.client().card.list({ limit: 10 })).items).toEqual([])
})

test('one new article is imported without a question, and reading a batch can be given up', async ({ app, page }) => {
  await app.open()
  await page.getByLabel('Files to import').setInputFiles([file('bread.txt', 'Bread\n\nBread costs more.')])
  const tray = page.getByRole('region', { name: 'Import' })
  await expect(tray).toContainText('1 article imported')
  await tray.getByRole('button', { name: 'Close' }).click()
  const many = Array.from({ length: 200 }, (_, n) =>
    file(`${n}.html`, `<p>Report ${n}. ${'Words of it. '.repeat(4000)}</p>`),
  )
  await page.getByLabel('Files to import').setInputFiles(many)
  await expect(tray).toContainText('Reading')
  await tray.getByRole('button', { name: 'Cancel' }).click()
  await expect(tray).toBeHidden({ timeout: 1000 })
  expect((await app.client().article.list({ limit: 10 })).total).toBe(1)
})

test('two articles that tell one story become one by key, and a book is read chapter by chapter', async ({
  app,
  page,
}) => {
  const client = app.client()
  const first = await client.article.importText({ text: story, title: 'Harbour closed', source: 'Lindow Post' })
  const second = await client.article.importText({
    text: `${story.replace('Ada Wren', 'A. Wren')} Divers came from Marrick.`,
    title: 'Ship aground',
  })
  await client.annotation.add({ articleId: second.articleId, start: 0, end: 30, note: 'From the other one' })
  await app.open()
  await page.getByRole('button', { name: 'More in Library' }).click()
  await page.getByRole('menuitem', { name: 'Articles that are there twice' }).click()
  await expect(page.getByRole('heading', { name: 'There twice' })).toBeVisible()
  const bench = page.getByRole('region', { name: 'The two articles' })
  await expect(bench.locator('ins').first()).toBeVisible()
  const isFirst = (await bench.getByRole('heading').first().textContent()) === 'Harbour closed'
  await page.keyboard.press(isFirst ? '1' : '2')
  await expect(page.getByText('No article is there twice')).toBeVisible()
  const marks = await client.annotation.list({ articleId: first.articleId })
  expect(marks.items).toMatchObject([{ note: 'From the other one', start: 0 }])
  await page.keyboard.press('Control+z')
  await expect(bench).toBeVisible()

  const chapter = (n: number) => `<body><h1>Part ${n}</h1><p>${`Words of part ${n} go on. `.repeat(20)}</p></body>`
  const book = makeZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    'b.opf':
      '<package><metadata><dc:title>Of Ships</dc:title></metadata><manifest><item id="a" href="1.xhtml" media-type="application/xhtml+xml"/><item id="b" href="2.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    '1.xhtml': chapter(1),
    '2.xhtml': chapter(2),
  })
  await page.getByLabel('Files to import').setInputFiles([file('ships.epub', Buffer.from(book))])
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByRole('region', { name: 'Import' })).toContainText('2 articles imported')
  await page.goto(`${page.url().split('#')[0]}#/library`)
  await page.getByRole('combobox', { name: 'Book' }).click()
  await page.getByRole('option', { name: 'Of Ships (2 chapters)' }).click()
  await page.getByRole('link', { name: 'Part 1' }).click()
  await page.getByRole('link', { name: 'Next chapter' }).click()
  await expect(page.getByRole('heading', { name: 'Part 2', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'More for this article' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Open the original' }).click()
  expect((await saved).suggestedFilename()).toBe('ships.epub')
})

test('what holds nothing new is told with the keys in the dialogue, not behind it', async ({ app, page }) => {
  await app.client().article.importText({ text: story, title: 'Harbour closed' })
  await app.open()
  await page
    .getByLabel('Files to import')
    .setInputFiles([file('again.txt', `Harbour closed\n\n${story}`), file('empty.txt', '')])
  const dialog = page.getByRole('dialog', { name: 'Before it is imported' })
  await expect(dialog).toContainText('There is nothing in it to import.')
  await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused()
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('an article whose import is undone while it is read says what became of it', async ({ app, page }) => {
  await app.open()
  await page.getByLabel('Files to import').setInputFiles([file('bread.txt', `Bread\n\n${story}`)])
  const tray = page.getByRole('region', { name: 'Import' })
  await tray.getByRole('link', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bread' })).toBeVisible()
  app.expectComplaint(/404 .*article\/get/)
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: Import/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'This article is not in the library' })).toBeVisible()
  await expect(page.getByText('What brought it was undone. Redo brings it back.')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('heading', { level: 1, name: 'Bread' })).toBeVisible()
})
