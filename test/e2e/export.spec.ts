import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { unzipSync } from 'fflate'
import { test } from '#test/support/loopback-app.ts'

const TEXT = 'Bo Li met 30 ministers in Paris on Monday. They spoke of the river for two days.'

test('exports by keyboard, proves a folder and takes an edited note back', async ({ app, page }) => {
  test.slow()
  const client = app.client()
  const { articleId } = await client.article.importText({ text: TEXT, title: 'Dam talks', date: '2014-09-15' })
  const mark = await client.annotation.add({
    articleId,
    start: 0,
    end: 30,
    category: 1,
    note: 'Who is he?',
    tags: ['people'],
  })
  await client.annotation.add({ articleId, start: 43, end: 80, category: 2 })
  await client.card.create({ front: 'Who met 30 ministers?', back: 'Bo Li', articleId, tags: ['people'] })
  await app.open()

  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Export', level: 1 })).toBeVisible()
  await expect(page.getByText('1 article · 2 marks, 1 of them with a note · 1 card')).toBeVisible()
  const seen = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(seen.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  // The list of formats goes by arrows, and Enter in it exports.
  await page.getByRole('radio', { name: 'Markdown', exact: true }).focus()
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Plain text' })).toBeChecked()
  await page.getByRole('combobox', { name: 'Tag' }).fill('peop')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 article · 1 mark, 1 of them with a note · 1 card')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).press('Enter'),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain('Who is he?')
  expect(text).not.toContain('They spoke')

  // A PDF has the reading type inside, whatever the computer has.
  await page.getByRole('radio', { name: 'PDF' }).click()
  await expect(page.getByRole('radio', { name: 'PDF' })).toBeChecked()
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  const bytes = readFileSync(await pdf.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1')).toMatch(/\/FontName \/\w+\+SourceSerif/)
  await page.getByRole('radio', { name: 'Plain text' }).click()
  await expect(page.getByRole('radio', { name: 'Plain text' })).toBeChecked()

  await page.getByRole('button', { name: 'Export and verify' }).click()
  await expect(page.getByText(/^All \d+ rows came back the same\.$/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('row', { name: 'Marks and notes 2 2' })).toBeVisible()

  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as zip' }).press('Enter'),
  ])
  expect(zip.suggestedFilename()).toMatch(/^Dossier \d{4}-\d\d-\d\d\.zip$/)
  const packed = Object.keys(unzipSync(readFileSync(await zip.path())))
  expect(packed.filter((name) => name.endsWith('/dossier.json') || name.endsWith('/cards.apkg'))).toHaveLength(2)

  const dir = join(app.libraryDir, 'exports')
  const folder = join(dir, readdirSync(dir)[0] ?? '')
  for (const name of readdirSync(join(folder, 'Articles'))) {
    const file = join(folder, 'Articles', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Who is he?', 'The president.'))
  }
  await page.getByRole('combobox', { name: 'Written here' }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Look into it' }).click()
  const changed = page.getByRole('heading', { name: '1 note was changed in Markdown', exact: true })
  await expect(changed).toBeInViewport({ timeout: 30_000 })
  await expect(page.getByRole('region', { name: 'What is in the folder' })).toBeFocused()
  // Nothing was deleted that could be brought back.
  await expect(page.getByRole('checkbox', { name: /^Bring back/ })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 note changed', { exact: true })).toBeVisible()
  const note = async () =>
    (await client.annotation.list({ articleId, limit: 10 })).items.find(({ id }) => id === mark.id)?.note
  expect(await note()).toBe('The president.')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect.poll(note).toBe('Who is he?')

  // A note that was changed on both sides is announced before, and has come in after.
  await client.annotation.update({ annotationId: mark.id, note: 'A clerk.' })
  await page.getByRole('button', { name: 'Look into it' }).press('Enter')
  await expect(page.getByRole('heading', { name: '1 note was changed in Markdown, here too' })).toBeVisible()
  await expect(page.getByText('changed here too: both versions are kept')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).last().press('Enter')
  await expect(page.getByText('1 note changed, both versions kept', { exact: true })).toBeVisible()
  expect(await note()).toBe('A clerk.\n\n---\n\nThe president.')
  await page.getByRole('button', { name: 'Look into it' }).press('Enter')
  await expect(page.getByText('The library holds all of it already.')).toBeVisible()

  // What was chosen is chosen at the next visit, also after a restart.
  await app.restart()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('radio', { name: 'Plain text' })).toBeChecked()
})

test('tells how far the import of a folder is, and gives it up by keyboard without a trace', async ({ app, page }) => {
  test.slow()
  const client = app.client()
  const table = Array.from({ length: 4000 }, (_, at) => `What did clerk ${at} count?\t${at} boats`).join('\n')
  const { intakeId } = await client.intake.open()
  const rowIds: number[] = []
  for await (const event of await client.intake.read({ intakeId, files: [new File([table], 'boats.tsv')] }))
    if (event.type === 'rows') rowIds.push(...event.rows.map(({ rowId }) => rowId))
  for await (const _ of await client.intake.store({ intakeId, rowIds }));
  let folder = ''
  for await (const event of await client.folder.verify({})) if (event.type === 'result') folder = event.path
  await client.history.undo()
  const countCards = async () => (await client.card.list({ state: 'all', limit: 1 })).items.length

  await app.open()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'The folder', exact: true }).fill(folder)
  await page.keyboard.press('Enter')
  const start = page.getByRole('button', { name: 'Import', exact: true })
  const bringBack = page.getByRole('checkbox', { name: /^Bring back what was deleted here since \(4,0\d\d rows\)$/ })
  await expect(bringBack).not.toBeChecked({ timeout: 30_000 })
  await bringBack.press('Space')
  await expect(bringBack).toBeChecked({ timeout: 30_000 })
  await start.press('Enter')
  const running = page.getByRole('region', { name: 'Import', exact: true })
  await expect(running).toBeFocused()
  await expect(running.getByRole('heading')).toHaveText(/^Importing [\d,]+ of [\d,]+$/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Given up. Nothing was imported.')).toBeVisible()
  await expect(start).toBeFocused()

  await page.keyboard.press('Enter')
  // It begins when all of the first is taken back.
  await expect(running.getByRole('heading')).toHaveText(/^Importing [\d,]+ of [\d,]+$/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(countCards).toBe(0)
  await expect(start).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^4,0\d\d rows imported from the folder$/)).toBeVisible({ timeout: 30_000 })
  expect(await countCards()).toBe(1)
})

test('lays Markdown out anew, says where a layout is broken, and puts the usual one back', async ({ app, page }) => {
  await app.open()
  await page.evaluate(() => {
    window.location.hash = '/settings?find=layout'
  })
  await page.getByRole('button', { name: 'Make your own' }).click()
  const layout = page.getByRole('textbox', { name: 'Layout' })
  await layout.fill('# {{title}}\n{{#marks}}\n* {{quote}}')
  await expect(page.getByText('Line 2: “{{#marks}}” is not closed by “{{/marks}}”')).toBeVisible()
  await layout.fill('# {{title}}\n{{#marks}}\n* {{quote}}\n{{/marks}}\n')
  await expect(page.getByRole('textbox', { name: '“An article” in it' })).toHaveValue(
    '# An article\n* What you marked.\n',
  )
  await expect.poll(async () => (await app.client().settings.get()).markdownTemplate).toContain('* {{quote}}')
  await page.getByRole('button', { name: 'Back to the usual layout' }).click()
  await expect.poll(async () => (await app.client().settings.get()).markdownTemplate).toBe('')
  await expect(page.getByRole('button', { name: 'Make your own' })).toBeVisible()
  await page.getByRole('button', { name: 'Take mine back' }).click()
  await expect(layout).toHaveValue('# {{title}}\n{{#marks}}\n* {{quote}}\n{{/marks}}\n')
})
