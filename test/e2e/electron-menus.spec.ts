// Menus by the convention of each system, and those at the pointer, run against the double of Electron.
import { join } from 'node:path'
import { expect, test } from '../support/electron-double/double-test.ts'
import type { ElectronDouble } from '../support/electron-double/electron-double.ts'

const itemsOf = async (app: ElectronDouble, name: string) =>
  (await app.state()).menu.find(({ label }) => label === name)?.submenu.map(({ label }) => label) ?? []

test.describe('the menu bar', () => {
  const barOn = async (app: ElectronDouble) => {
    await app.firstPage()
    return (await app.state()).menu.map(({ label }) => label)
  }

  test('of macOS begins with the program, which holds settings and the end', async ({ startFixture }) => {
    const app = startFixture({ env: { ELECTRON_DOUBLE_PLATFORM: 'darwin' } })
    expect(await barOn(app)).toEqual(['Dossier', 'File', 'Edit', 'View', 'Go', 'windowMenu', 'help'])
    const own = await itemsOf(app, 'Dossier')
    expect(own.filter((label) => label !== '')).toEqual([
      'about',
      'Settings…',
      'services',
      'hide',
      'hideOthers',
      'unhide',
      'quit',
    ])
    const file = await itemsOf(app, 'File')
    expect(file).toContain('close')
    expect(file).not.toContain('quit')
    expect(file).not.toContain('Settings…')
    expect(await itemsOf(app, 'help')).not.toContain('about')
  })

  for (const system of ['win32', 'linux'])
    test(`of ${system} ends the program in File and tells of it in Help`, async ({ startFixture }) => {
      const app = startFixture({ env: { ELECTRON_DOUBLE_PLATFORM: system } })
      expect(await barOn(app)).toEqual(['File', 'Edit', 'View', 'Go', 'windowMenu', 'help'])
      const file = await itemsOf(app, 'File')
      expect(file.at(-1)).toBe('quit')
      expect(file).toContain('Settings…')
      expect((await itemsOf(app, 'help')).at(-1)).toBe('about')
      const edit = (await app.state()).menu.find(({ label }) => label === 'Edit')
      const redo = edit?.submenu.find(({ label }) => label === 'Redo')
      expect(redo?.accelerator).toBe(system === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z')
    })
})

test('a menu at the pointer offers what can be done there, and none where nothing can', async ({
  startApp,
  userData,
}) => {
  const app = startApp({ args: ['--library', join(userData, 'library')] })
  await app.firstPage()
  const at = async (params: object) => {
    const before = (await app.state()).contextMenus.length
    await app.main.ask('openContextMenu', 1, params)
    return (await app.state()).contextMenus.slice(before)
  }
  expect(await at({ isEditable: true })).toEqual([['cut', 'copy', 'paste', 'separator', 'selectAll']])
  expect(await at({ selectionText: 'the council' })).toEqual([['copy']])
  expect(await at({ selectionText: ' \n' })).toEqual([])
  expect(await at({ linkURL: 'app://dossier/index.html#/cards' })).toEqual([])
  expect(await at({ linkURL: 'javascript:alert(1)' })).toEqual([])
  const address = 'https://example.org/council'
  expect(await at({ linkURL: address, selectionText: 'the council' })).toEqual([
    ['copy', 'separator', 'Open the link', 'Copy the address of the link'],
  ])
  await app.main.ask('chooseContextMenu', 'Copy the address of the link')
  await app.main.ask('chooseContextMenu', 'Open the link')
  expect(await app.state()).toMatchObject({ copied: [address], externalLinks: [address] })
  const unknown = { misspelledWord: 'xqzt', isEditable: true }
  expect((await at(unknown))[0]?.slice(0, 3)).toEqual(['No suggestions', 'Add to the dictionary', 'separator'])
})
