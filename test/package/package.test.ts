// What electron-builder makes of electron-builder.yml, around a distribution of Electron that holds nothing but fuses.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as asar from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { assemblePackage, makeDummyElectron, readFuses } from '../support/assemble-package.ts'

const root = join(import.meta.dirname, '../..')
const packages = [
  { folder: 'linux-unpacked', program: 'dossier', binary: 'linux-x64.node' },
  { folder: 'linux-arm64-unpacked', program: 'dossier', binary: 'linux-arm64.node' },
  { folder: 'win-unpacked', program: 'Dossier.exe', binary: 'win32-x64.node' },
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

let work: string
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'dossier-package-'))
  await buildWhenStale(root)
  const electron = makeDummyElectron(join(work, 'electron'))
  assemblePackage(electron, join(work, 'dist'), ['--linux', 'dir', '--x64', '--arm64'])
  assemblePackage(electron, join(work, 'dist'), ['--win', 'dir', '--x64'])
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

function contentsOf(archive: string): { path: string; isUnpacked: boolean }[] {
  return asar.listPackage(archive, { isPack: false }).flatMap((entry) => {
    const path = entry.replaceAll('\\', '/').slice(1)
    const stat = asar.statFile(archive, path)
    return 'files' in stat ? [] : [{ path, isUnpacked: 'unpacked' in stat && stat.unpacked === true }]
  })
}

describe.each(packages)('$folder', ({ folder, program, binary }) => {
  const at = (...path: string[]) => join(work, 'dist', folder, ...path)
  const archive = () => at('resources/app.asar')

  it('holds what is built and nothing of tests, sources, tools or maps', () => {
    const strangers = contentsOf(archive()).filter(({ path }) => !allowed.some((pattern) => pattern.test(path)))
    expect(strangers).toEqual([])
    expect(statSync(archive()).size).toBeLessThan(40e6)
  })

  it('holds the one native binary of its system, as a file', () => {
    const unpacked = contentsOf(archive()).filter(({ isUnpacked }) => isUnpacked)
    expect(unpacked.map(({ path }) => path)).toEqual([`node_modules/better-sqlite3/prebuilds/${binary}`])
    expect(contentsOf(archive()).filter(({ path }) => path.endsWith('.node'))).toHaveLength(1)
    const folderOf = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'
    expect(readdirSync(at(folderOf))).toEqual([binary])
    const original = readFileSync(join(root, 'node_modules/better-sqlite3/prebuilds', binary))
    expect(readFileSync(at(folderOf, binary)).equals(original)).toBe(true)
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
    expect(readFuses(readFileSync(at(program))).slice(0, 8)).toBe('01001100')
  })

  it('carries its version and the licences of all it holds', () => {
    const manifest = JSON.parse(asar.extractFile(archive(), 'package.json').toString())
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name: 'dossier', version: own.version, main: 'out/main/index.js' })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(readFileSync(at('resources/licences/Dossier.txt'))).toEqual(readFileSync(join(root, 'LICENSE')))
    const thirdParty = readFileSync(at('resources/licences/third-party.txt'), 'utf8')
    for (const name of [
      'better-sqlite3',
      'react-dom',
      '@mantine/core',
      'ts-fsrs',
      '@fontsource-variable/source-sans-3',
    ])
      expect(thirdParty).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    expect(readdirSync(at('resources/licences'))).toContain('extraction-model.md')
    expect(readdirSync(at())).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
  })
})

describe('what can be built on macOS and with the tools of each system alone', () => {
  const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))

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
