import { describe, expect, it } from 'vitest'
import { defaultLibraryDir, windowStateDir } from '#electron/hosts/default-library-dir.ts'

describe('defaultLibraryDir', () => {
  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.local/share/dossier'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ada', '/data/dossier'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/ada', '/home/ada/.local/share/dossier'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada', '/home/ada/.local/share/dossier'],
    ['freebsd', {}, '/home/ada', '/home/ada/.local/share/dossier'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/ada', '/Users/ada/Library/Application Support/Dossier/Library'],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\ada', 'D:\\Roaming\\Dossier\\Library'],
    ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Dossier\\Library'],
  ] as const)('on %s with %j and home %s is %s', (platform, env, home, dir) => {
    expect(defaultLibraryDir({ platform, env, home })).toBe(dir)
  })
})

describe('windowStateDir', () => {
  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.local/state/dossier/window'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/home/ada', '/state/dossier/window'],
    ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Dossier/Window'],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ada', 'D:\\Local\\Dossier\\Window'],
    ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Local\\Dossier\\Window'],
  ] as const)('on %s with %j and home %s is %s, outside the library', (platform, env, home, dir) => {
    expect(windowStateDir({ platform, env, home })).toBe(dir)
    expect(dir.startsWith(defaultLibraryDir({ platform, env, home }))).toBe(false)
  })
})
