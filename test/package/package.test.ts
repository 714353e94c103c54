// What electron-builder makes of electron-builder.yml, around a distribution of Electron that holds nothing but fuses.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as asar from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { APP_ID } from '#electron/shell/own-program.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { assemblePackage, makeDummyElectron, makeDummyMacElectron, readFuses } from '../support/assemble-package.ts'

const root = join(import.meta.dirname, '../..')
const framework = 'Frameworks/Electron Framework.framework/Electron Framework'
const darwin = ['darwin-arm64.node', 'darwin-x64.node']
/** `fuses`: where they lie. Both halves of a program for macOS hold the binaries of both. */
const packages = [
  { folder: 'linux-unpacked', resources: 'resources', fuses: 'dossier', binaries: ['linux-x64.node'] },
  { folder: 'linux-arm64-unpacked', resources: 'resources', fuses: 'dossier', binaries: ['linux-arm64.node'] },
  { folder: 'win-unpacked', resources: 'resources', fuses: 'Dossier.exe', binaries: ['win32-x64.node'] },
  { folder: 'mac/Dossier.app/Contents', resources: 'Resources', fuses: framework, binaries: darwin },
  { folder: 'mac-arm64/Dossier.app/Contents', resources: 'Resources', fuses: framework, binaries: darwin },
]
/** All that may be in the archive. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/(?:index|serve|worker)\.js$/,
  /^out\/main\/chunks\/[\w-]+\.js$/,
  /^out\/main\/fsrs_browser_bg\.wasm$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w-]+(?:\.[\w-]+)?\.(?:js|css|woff2|svg|png|webp)$/,
  /^resources\/starter\/[\w-]+\.md$/,
  /^resources\/extraction\/names\.bin$/,
  /^resources\/icons\/\d+x\d+\.png$/,
  /^node_modules\/better-sqlite3\/(?:LICENSE|package\.json|lib\/(?:methods\/)?[\w-]+\.js)$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
]

const isWindows = process.platform === 'win32'

let work: string
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'dossier-package-'))
  await buildWhenStale(root)
  const electron = makeDummyElectron(join(work, 'electron'))
  assemblePackage(electron, join(work, 'dist'), ['--linux', 'dir', '--x64', '--arm64'])
  assemblePackage(electron, join(work, 'dist'), ['--win', 'dir', '--x64'])
  // Nothing is packed for macOS on Windows.
  if (!isWindows)
    assemblePackage(makeDummyMacElectron(join(work, 'mac-electron')), join(work, 'dist'), [
      '--mac',
      'dir',
      '--x64',
      '--arm64',
    ])
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

function contentsOf(archive: string): { path: string; isUnpacked: boolean }[] {
  return asar.listPackage(archive, { isPack: false }).flatMap((entry) => {
    const path = entry.replaceAll('\\', '/').slice(1)
    const stat = asar.statFile(archive, path)
    return 'files' in stat ? [] : [{ path, isUnpacked: 'unpacked' in stat && stat.unpacked === true }]
  })
}

describe.each(packages.filter(({ folder }) => !isWindows || !folder.startsWith('mac')))('$folder', (pack) => {
  const { folder, resources, fuses, binaries } = pack
  const at = (...path: string[]) => join(work, 'dist', folder, ...path)
  const archive = () => at(resources, 'app.asar')

  it('holds what is built and nothing of tests, sources, tools or maps', () => {
    const strangers = contentsOf(archive()).filter(({ path }) => !allowed.some((pattern) => pattern.test(path)))
    expect(strangers).toEqual([])
    expect(statSync(archive()).size).toBeLessThan(40e6)
  })

  it('holds the native binaries of its system and no other, as files', () => {
    const unpacked = contentsOf(archive()).filter(({ isUnpacked }) => isUnpacked)
    const wanted = binaries.map((binary) => `node_modules/better-sqlite3/prebuilds/${binary}`)
    expect(unpacked.map(({ path }) => path).sort()).toEqual(wanted)
    expect(contentsOf(archive()).filter(({ path }) => path.endsWith('.node'))).toHaveLength(binaries.length)
    const folderOf = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
    expect(readdirSync(at(folderOf)).sort()).toEqual(binaries)
    for (const binary of binaries) {
      const original = readFileSync(join(root, 'node_modules/better-sqlite3/prebuilds', binary))
      expect(readFileSync(at(folderOf, binary)).equals(original), binary).toBe(true)
    }
  })

  it('holds the bundles as built, the model and the starter articles', () => {
    const files = ['out/main/index.js', 'out/main/worker.js', 'out/preload/index.cjs', 'resources/extraction/names.bin']
    const starter = readdirSync(join(root, 'resources/starter')).map((name) => `resources/starter/${name}`)
    expect(starter.length).toBeGreaterThan(0)
    for (const file of [...files, ...starter])
      expect(asar.extractFile(archive(), file).equals(readFileSync(join(root, file))), file).toBe(true)
  })

  it('has its fuses blown', () => {
    // RunAsNode off, cookies encrypted, NODE_OPTIONS and inspect off, archive checked and alone loaded, the rest off.
    expect(readFuses(readFileSync(at(fuses))).slice(0, 8)).toBe('01001100')
  })

  it('carries its version and the licences of all it holds', () => {
    const manifest = JSON.parse(asar.extractFile(archive(), 'package.json').toString())
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name: 'dossier', version: own.version, main: 'out/main/index.js' })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(readFileSync(at(resources, 'licences/Dossier.txt'))).toEqual(readFileSync(join(root, 'LICENSE')))
    const thirdParty = readFileSync(at(resources, 'licences/third-party.txt'), 'utf8')
    for (const name of [
      'better-sqlite3',
      'react-dom',
      '@mantine/core',
      'ts-fsrs',
      '@fontsource-variable/source-sans-3',
    ])
      expect(thirdParty).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    expect(readdirSync(at(resources, 'licences'))).toContain('extraction-model.md')
    if (!folder.startsWith('mac'))
      expect(readdirSync(at())).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
  })
})

it.skipIf(isWindows)('tells macOS of its links and of the kinds of file it opens', () => {
  const plist = readFileSync(join(work, 'dist/mac/Dossier.app/Contents/Info.plist'), 'utf8')
  expect(plist).toMatch(/<key>CFBundleURLSchemes<\/key>\s*<array>\s*<string>dossier<\/string>/)
  for (const extension of ['apkg', 'html', 'md', 'txt', 'pdf', 'epub'])
    expect(plist).toContain(`<string>${extension}</string>`)
})

describe('what can be built on macOS and with the tools of each system alone', () => {
  const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))

  it('gives Windows the name under which the program shows messages', () => {
    expect(config.appId).toBe(APP_ID)
  })

  it('names every installer', () => {
    expect(config.win.target).toEqual(['nsis', 'portable'])
    expect(config.mac.target).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ])
    expect(config.linux.target).toEqual(['AppImage', 'deb', 'rpm'])
  })

  it('hardens the macOS program and grants it no more than it needs', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    const entitlements = readFileSync(join(root, config.mac.entitlements), 'utf8')
    expect(entitlements.match(/<key>.*?<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
  })
})
