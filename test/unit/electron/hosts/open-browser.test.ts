import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { type BrowserSystem, openBrowser } from '#electron/hosts/open-browser.ts'

type Script = (child: EventEmitter) => void
const exits =
  (code: number | null): Script =>
  (child) =>
    setImmediate(() => child.emit('exit', code))
const fails: Script = (child) => setImmediate(() => child.emit('error', new Error('ENOENT')))
const stays: Script = () => {}

/** A computer on which each program behaves as written; `log` holds what was started. */
function computer(programs: Record<string, Script>, changes: Partial<BrowserSystem> = {}) {
  const log: string[][] = []
  const children: EventEmitter[] = []
  const system: BrowserSystem = {
    platform: 'linux',
    env: { PATH: '/usr/bin:/snap/bin', DISPLAY: ':0' },
    home: '/home/ada',
    isRoot: false,
    settleMs: 20,
    exists: (file) => file in programs,
    spawn: (command, args) => {
      log.push([command, ...args])
      const child = new EventEmitter()
      children.push(child)
      ;(programs[command] ?? fails)(child)
      return child as ChildProcess // only its events are used
    },
    ...changes,
  }
  return { system, log, children }
}

function ask() {
  let codes = 0
  const onClosed = vi.fn()
  return { onClosed, libraryDir: '/lib', address: () => `http://127.0.0.1:1/#code=${++codes}` }
}

describe('openBrowser', () => {
  it('opens an app window with a profile of its own, and hears when it is closed', async () => {
    const { system, log, children } = computer({ '/usr/bin/chromium': stays })
    const request = ask()
    expect(await openBrowser(request, system)).toBe('window')
    expect(log).toEqual([
      [
        '/usr/bin/chromium',
        '--app=http://127.0.0.1:1/#code=1',
        expect.stringMatching(/^--user-data-dir=\/home\/ada\/\.local\/state\/dossier\/window\/[0-9a-f]{12}$/),
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-mode',
        '--window-size=1280,860',
      ],
    ])
    expect(request.onClosed).not.toHaveBeenCalled()
    children[0]?.emit('exit', 0)
    await vi.waitFor(() => expect(request.onClosed).toHaveBeenCalledOnce())
  })

  it('stays when a running browser takes the window over', async () => {
    const { system, children } = computer({ '/usr/bin/chromium': exits(0) })
    const request = ask()
    expect(await openBrowser(request, system)).toBe('window')
    expect(children).toHaveLength(1)
    expect(request.onClosed).not.toHaveBeenCalled()
  })

  it.each([
    ['ends badly', exits(1)],
    ['is killed', exits(null)],
    ['does not start', fails],
  ])('turns to the default browser, with a fresh code, when the browser %s', async (_, script) => {
    const { system, log } = computer({ '/usr/bin/chromium': script, 'xdg-open': exits(0) })
    expect(await openBrowser(ask(), system)).toBe('browser')
    expect(log[1]).toEqual(['xdg-open', 'http://127.0.0.1:1/#code=2'])
  })

  it('gives up quietly when nothing opens', async () => {
    expect(await openBrowser(ask(), computer({}).system)).toBe('none')
    const throwing = computer(
      {},
      {
        spawn: () => {
          throw new Error('EPERM')
        },
      },
    )
    expect(await openBrowser(ask(), throwing.system)).toBe('none')
  })

  it.each([
    ['as root, where Chromium would want its sandbox off', { isRoot: true }],
    ['without a screen', { env: { PATH: '/usr/bin' } }],
  ])('starts nothing %s', async (_, changes) => {
    const { system, log } = computer({ '/usr/bin/chromium': stays }, changes)
    expect([await openBrowser(ask(), system), log]).toEqual(['none', []])
  })

  it.each([
    ['linux', {}, '/snap/bin/chromium', 'xdg-open'],
    ['linux', {}, '/usr/bin/microsoft-edge', 'xdg-open'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'open'],
    ['darwin', {}, '/home/ada/Applications/Chromium.app/Contents/MacOS/Chromium', 'open'],
    ['win32', { 'ProgramFiles(x86)': 'C:\\P' }, 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe', 'rundll32.exe'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Google\\Chrome\\Application\\chrome.exe', 'rundll32.exe'],
  ] as const)('on %s with %j finds %s, else uses %s', async (platform, places, program, opener) => {
    const env = { PATH: '/usr/bin:/snap/bin', DISPLAY: ':0', ...places }
    const with_ = computer({ [program]: stays }, { platform, env })
    await openBrowser(ask(), with_.system)
    expect(with_.log.map(([command]) => command)).toEqual([program])
    const without = computer({}, { platform, env })
    await openBrowser(ask(), without.system)
    expect(without.log.map(([command]) => command)).toEqual([opener])
  })

  it('never turns the sandbox off', async () => {
    const { system, log } = computer({ '/usr/bin/chromium': stays })
    await openBrowser(ask(), system)
    expect(log.flat().join(' ')).not.toMatch(/sandbox|test-type/)
  })
})
