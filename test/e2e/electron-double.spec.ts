// The built program, run against the double of Electron.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addProbe, checkApp } from '../support/electron-double/check-app.ts'
import { expect, test } from '../support/electron-double/double-test.ts'
import { mutants, writeMutant } from '../support/electron-double/mutants.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out')

test('the built program does in Electron what it should', async ({ startApp, userData }) => {
  const app = startApp({ args: ['--library', join(userData, 'library')] })
  await checkApp(app)
})

test('the preload is a few lines and asks for nothing but electron', () => {
  const preload = readFileSync(join(out, 'preload/index.cjs'), 'utf8')
  expect(preload.length).toBeLessThan(2000)
  expect(preload.match(/\brequire\([^)]*\)|\bimport\b[^;]*/g)).toEqual(['require("electron")'])
})

test('the loopback host never reaches the electron package', () => {
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(join(out, 'main', file), 'utf8')
    expect(text).not.toMatch(/from ?"electron"|require\("electron"\)|import\("electron"\)/)
    for (const [, next] of text.matchAll(/(?:from|import)[ (]*"\.\/((?:chunks\/)?[\w-]+\.js)"/g)) {
      if (next) follow(file.startsWith('chunks/') && !next.startsWith('chunks/') ? `chunks/${next}` : next)
    }
  }
  follow('serve.js')
  follow('worker.js')
  expect(seen.size).toBeGreaterThan(2)
})

test('what was done is there after the program was killed', async ({ startApp, userData }) => {
  const args = ['--library', join(userData, 'library')]
  const killed = startApp({ args })
  const page = await killed.firstPage()
  await addProbe(page)
  const { articleId } = await page.evaluate(() =>
    window.probe.article.importText({ text: 'A river rose.\n\nIt fell again on Monday.' }),
  )
  killed.kill()
  await killed.exit
  const again = await startApp({ args }).firstPage()
  await addProbe(again)
  const article = await again.evaluate((id) => window.probe.article.get({ articleId: id }), articleId)
  expect(article.text).toContain('It fell again on Monday.')
})

test('files of the command line are imported, by the first start and by a second', async ({ startApp, userData }) => {
  const write = (name: string, text: string | Buffer) => {
    writeFileSync(join(userData, name), text)
    return join(userData, name)
  }
  const library = ['--library', join(userData, 'library')]
  const files = [write('river.txt', 'A river rose.\n\nIt fell again on Monday.'), write('empty.txt', '')]
  const app = startApp({ args: [...library, ...files] })
  const page = await app.firstPage()
  await addProbe(page)
  const titles = () =>
    page.evaluate(async () => (await window.probe.article.list({ limit: 50 })).items.map(({ title }) => title).sort())
  await expect.poll(titles).toEqual(['A river rose'])
  const { errorBoxes } = await app.state()
  expect(errorBoxes).toEqual(['Not everything was imported: empty.txt: there is no text in it.'])
  const second = startApp({ args: [...library, write('bridge.txt', 'A bridge fell.\n\nNobody was hurt.')] })
  expect(await second.exit).toBe(0)
  await expect.poll(titles).toEqual(['A bridge fell', 'A river rose'])
})

test('a library that is open elsewhere is said so', async ({ startApp, userData }) => {
  const args = ['--library', join(userData, 'library')]
  await startApp({ args }).firstPage()
  const other = startApp({ args, userData: join(userData, 'other') })
  expect(await other.exit).toBe(1)
  // Told in a box of its own, in plain words: nothing of a bug is printed.
  expect(other.output.join('')).not.toContain('Error')
})

test.describe('of a slip in the built program it is noticed that', () => {
  // Below the repository, so that packages are found, and where nothing is tested or committed.
  const results = join(root, 'test-results')

  for (const mutant of [null, ...mutants]) {
    test(mutant?.name ?? 'there is none', async ({ startApp, userData }) => {
      mkdirSync(results, { recursive: true })
      const folder = mkdtempSync(join(results, 'mutant-'))
      const app = startApp({ main: writeMutant(out, folder, mutant), args: ['--library', join(userData, 'library')] })
      const noticed = await checkApp(app).then(() => 'nothing', String)
      await app.close()
      rmSync(folder, { recursive: true })
      expect(noticed).toMatch(mutant?.shows ?? /^nothing$/)
    })
  }
})
