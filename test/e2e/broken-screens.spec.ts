// Screens that break: the frame stays, there is a way back, and the log says where, in no private words.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { articlePath, routes } from '#shared/domain/routes.ts'
import { addProbe } from '../support/electron-double/check-app.ts'
import { expect, test } from '../support/electron-double/double-test.ts'
import type { ElectronDouble } from '../support/electron-double/electron-double.ts'

/** Stands in no word of the program. */
const SECRET = 'Zwentibold'
const rooms: readonly (readonly [file: string, screen: string, path: string])[] = [
  ['reader-screen', 'ReaderScreen', articlePath('ARTICLE')],
  ['review-screen', 'ReviewScreen', routes.review],
  ['practice-screen', 'PracticeScreen', routes.practice],
  ['cards-screen', 'CardsScreen', routes.cards],
  ['dossiers-screen', 'DossiersScreen', routes.dossiers],
  ['same-screen', 'SameScreen', routes.same],
  ['doubtful-screen', 'DoubtfulScreen', routes.doubtful],
  ['corrections-screen', 'CorrectionsScreen', routes.corrections],
  ['honesty-screen', 'HonestyScreen', routes.honesty],
  ['split-screen', 'SplitScreen', '/dossier/0190-7/split'],
  ['dossier-screen', 'DossierScreen', '/dossier/0190-7'],
  ['figures-screen', 'FiguresScreen', routes.figures],
  ['marks-screen', 'MarksScreen', routes.marks],
  ['old-marks-screen', 'OldMarksScreen', routes.oldMarks],
  ['statistics-screen', 'StatisticsScreen', routes.statistics],
  ['repair-screen', 'RepairScreen', routes.repair],
  ['export-screen', 'ExportScreen', routes.export],
  ['duplicates-screen', 'DuplicatesScreen', routes.duplicates],
  ['settings-screen', 'SettingsScreen', routes.settings],
]

let library: string
test.beforeEach(({ userData }) => {
  library = join(userData, 'library')
})

async function open(app: ElectronDouble): Promise<{ page: Page; articleId: string }> {
  const page = await app.firstPage()
  await addProbe(page)
  const { articleId } = await page.evaluate(
    (name) => window.probe.article.importText({ text: `The council of ${name} met on Monday.`, title: name }),
    SECRET,
  )
  return { page, articleId }
}

const go = (page: Page, path: string) => page.evaluate((hash) => location.assign(`#${hash}`), path)

test('each screen that breaks leaves the frame, says so and leads back to the library', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const { page, articleId } = await open(app)
  for (const [file, screen, path] of rooms)
    await test.step(screen, async () => {
      const broken = `export function ${screen}() { throw new RangeError('${SECRET}') }`
      await page.route(new RegExp(`/assets/${file}-[\\w-]+\\.js$`), (route) =>
        route.fulfill({ contentType: 'text/javascript', body: broken }),
      )
      await go(page, path.replace('ARTICLE', articleId))
      const alert = page.getByRole('main').getByRole('alert')
      await expect(alert.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
      await expect(page.getByRole('navigation').first()).toBeVisible()
      await alert.getByRole('link', { name: 'To the library' }).click()
      await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
    })
  const { text } = await page.evaluate(() => window.probe.desktop.diagnostics())
  expect(text.match(/PageFault RangeError\n {4}at CardsScreen \(assets\/cards-screen-/g)).toHaveLength(1)
  expect(text).not.toContain(SECRET)
})

test('no failure brings private words or places into the log', async ({ startApp, userData }) => {
  const app = startApp({ args: ['--library', join(library, SECRET)] })
  const { page, articleId } = await open(app)
  await page.evaluate(
    async ([id = '', name = '']) => {
      await window.probe.annotation.add({ articleId: id, start: 4, end: 11, note: name, tags: [name] })
      await window.probe.card.create({ kind: 'basic', front: name, back: name })
    },
    [articleId, SECRET],
  )
  // As a damaged library would: whatever is asked for fails.
  const db = new Database(join(library, SECRET, 'library.db'))
  db.pragma('foreign_keys = OFF')
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").pluck()
  for (const table of tables.all()) if (!String(table).includes('_fts')) db.exec(`DROP TABLE IF EXISTS "${table}"`)
  db.close()
  const failed = await page.evaluate(
    async ([id = '', name = '']) => {
      const { probe } = window
      const calls = [
        probe.article.importText({ text: `${name} fell.`, title: name }),
        probe.article.get({ articleId: id }),
        probe.annotation.add({ articleId: id, start: 0, end: 3, note: name, tags: [name] }),
        probe.card.create({ kind: 'basic', front: name, back: name }),
        probe.search.query({ q: name, limit: 5 }),
        probe.entity.list({ query: name, limit: 5 }),
        probe.settings.set({ dayStartsAtHour: 5 }),
        probe.history.undo(),
        probe.stats.overview({}),
      ]
      return (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected').length
    },
    [articleId, SECRET],
  )
  expect(failed).toBeGreaterThan(6)
  await app.main.ask('crashPage', 1)
  const log = () => readFileSync(join(userData, 'log/dossier.log'), 'utf8')
  await expect.poll(log).toContain('PageGoneError')
  expect(log().match(/SqliteError/g)?.length).toBeGreaterThan(6)
  const inPlace = log().toLowerCase()
  for (const secret of [SECRET, 'council', userData, homedir(), process.cwd()])
    expect(inPlace, secret).not.toContain(secret.toLowerCase())
})
