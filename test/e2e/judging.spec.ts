import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { routes } from '#shared/domain/routes.ts'
import { expectAccessible } from '#test/support/accessible.ts'
import { type LoopbackApp, test } from '#test/support/loopback-app.ts'
import { goToHash } from '#test/support/reader-page.ts'
import { importReports } from '#test/support/reports.ts'

const texts = [
  'Leaders met at Celtic Manor on Thursday. A spokesman for the Lantern wrote to Bright Harbour about it, and Bright Harbour asked Tomkin. Old Mill agreed with Sunni Muslims.',
  'The BBC reported it on Friday. The BBC had sent a team.',
  'A team of BBC News was there too. BBC News showed it at noon.',
]

async function begin(app: LoopbackApp, page: Page): Promise<void> {
  await importReports(app, texts)
  await goToHash(page, routes.dossiers)
  await expect(page.getByRole('list', { name: 'People, groups and places' })).toBeVisible()
}

/** A row can be seen a moment before the screen answers keys. */
async function goByKey(page: Page, key: string, title: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 1000 })
  }).toPass()
}

test('judges doubtful names by keys, and tells from the answers how right the finds are', async ({ app, page }) => {
  await begin(app, page)
  await goByKey(page, 'd', 'Doubtful names')
  const find = page.getByRole('region', { name: 'Is this right?' })
  const total = (await app.client().correction.doubtful({ limit: 50 })).items
  expect(total.length).toBeGreaterThan(3)
  await expect(page.getByText(`${total.length} left`)).toBeVisible()
  await expect(find.getByRole('strong')).toHaveText(total[0]?.surface ?? '')
  await expectAccessible(page)

  await page.keyboard.press('y')
  await expect(find.getByRole('strong')).toHaveText(total[1]?.surface ?? '')
  await page.keyboard.press('n')
  await expect(find.getByRole('strong')).toHaveText(total[2]?.surface ?? '')
  const other = total[2]?.kind === 'person' ? 2 : 1
  await page.keyboard.press(String(other))
  await expect(page.getByText(`${total.length - 3} left`)).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('BBC')
  await expect(page.getByRole('option', { name: /BBC/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('u')
  await expect(page.getByText(/^Undone: /)).toBeVisible()
  await expect(find.getByRole('strong')).toHaveText(total[2]?.surface ?? '')

  await goToHash(page, routes.honesty)
  const byKind = page.getByRole('table').first()
  await expect(byKind.getByRole('row', { name: /Figures/ })).toContainText('not known')
  await expect(page.getByText('2 judged')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'no name at all' })).toContainText('1')
  await expectAccessible(page)
  await app.restart()
  await goToHash(page, routes.honesty)
  await expect(page.getByText('2 judged')).toBeVisible()
})

test('shows the log of corrections, takes one back, and brings it from a file again', async ({ app, page }) => {
  await begin(app, page)
  const { items } = await app.client().correction.doubtful({ limit: 50 })
  for (const { articleId, start, end } of items.slice(0, 3))
    await app.client().correction.add({ kind: 'not-mention', articleId, start, end, all: true })
  await goByKey(page, 'c', 'Corrections')
  const rows = page.getByRole('list', { name: 'Corrections' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText(/\d mentions? changed/)
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.keyboard.press('e')
  const path = await (await download).path()
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(3)

  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await expect(rows).toHaveCount(2)
  await expect(page.getByText(/^Taken back: “/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rows).toHaveCount(2)

  const [first = ''] = items.map(({ articleId }) => articleId)
  await app.client().article.delete({ articleIds: [first as (typeof items)[number]['articleId']] })
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('i')
  const log = await readFile(path, 'utf8')
  await (await chooser).setFiles({
    name: 'log.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(`${log}nonsense\n`),
  })
  await expect(page.getByRole('status').filter({ hasText: 'log.jsonl' })).toContainText(
    '1 replayed, 2 were here already, 1 line could not be read and was left out.',
  )
  await expectAccessible(page)
})

test('asks whether the BBC and BBC News are one, with the keys as they are bound', async ({ app, page }) => {
  await begin(app, page)
  await app.client().settings.set({ keys: { 'same.never': ['f'] } })
  await goByKey(page, 's', 'Who may be the same')
  await expect(page.getByRole('heading', { level: 2, name: 'BBC News' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Never the same' })).toHaveAttribute('aria-keyshortcuts', 'F')
  await expectAccessible(page)
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'Nothing to decide' })).toBeVisible()
})

test('splits a dossier by keys, and undo joins it again', async ({ app, page }) => {
  await begin(app, page)
  const bbc = (await app.client().entity.list({ query: 'BBC News', limit: 1 })).items[0]
  const other = (await app.client().entity.list({ query: 'BBC', limit: 5 })).items.find(({ name }) => name === 'BBC')
  if (!bbc || !other) throw new Error('The BBC was not found.')
  await app.client().correction.add({ kind: 'merge', into: bbc.id, entityIds: [other.id] })
  await goToHash(page, `/dossier/${bbc.id}`)
  await page.getByRole('button', { name: 'Correct BBC News' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Some of this is someone else' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Split BBC News' })).toBeVisible()
  const lines = page.getByRole('list', { name: 'Mentions' }).getByRole('checkbox')
  await expect(lines).toHaveCount(6)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('1 mention chosen')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Name of the other one' })).toBeFocused()
  await page.keyboard.type('Noon News')
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Noon News' })).toBeVisible()
  await expect(page.getByText('Split from BBC News. 1 mention changed.')).toBeVisible()
  await app.restart()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await app.client().entity.get({ entityId: bbc.id })).mentionCount).toBe(4)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(async () => (await app.client().entity.get({ entityId: bbc.id })).mentionCount).toBe(3)
})
