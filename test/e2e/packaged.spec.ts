// The content of the package, run against the double of Electron from a folder of its own.
import { join } from 'node:path'
import * as asar from '@electron/asar'
import { assemblePackage, makeDummyElectron } from '../support/assemble-package.ts'
import { addProbe } from '../support/electron-double/check-app.ts'
import { expect, test } from '../support/electron-double/double-test.ts'

test.skip(process.platform !== 'linux' || process.arch !== 'x64', 'the native binary is of the system it is packed for')

test('what is packed runs, with its starter articles and its model', async ({ startApp, userData }) => {
  assemblePackage(makeDummyElectron(join(userData, 'electron')), join(userData, 'dist'), ['--linux', 'dir', '--x64'])
  const program = join(userData, 'program')
  asar.extractAll(join(userData, 'dist/linux-unpacked/resources/app.asar'), program)
  const app = startApp({ main: join(program, 'out/main/index.js'), args: ['--library', join(userData, 'library')] })
  const page = await app.firstPage()
  await addProbe(page)
  const { added } = await page.evaluate(() => window.probe.library.addStarter())
  expect(added).toBeGreaterThan(3)
  const people = () =>
    page.evaluate(async () =>
      (await window.probe.entity.list({ kind: 'person', limit: 50 })).items.map(({ name }) => name),
    )
  await expect.poll(people).toContain('Haider al-Abadi')
  expect(await app.close()).toBe(0)
  expect(app.output.join('')).toBe('')
})
