// Writes out/licences/third-party.txt: the licence of every package whose code is in the built program.
// Fails where a package has none, or one that a program under the MIT licence can't carry.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUNDLED_PACKAGES } from './bundled-packages.ts'

/** Licences that ask for their notice and nothing more. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

/** A package's notice. `text` is empty where the package carries no file of its own. */
export interface Notice {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** What the bundles leave outside of themselves, and what a plugin copies in without importing it. */
const BESIDE_THE_BUNDLES = ['node_modules/better-sqlite3', 'node_modules/fsrs-browser']

/** The notices of all packages that the build in `root` holds, by name. Throws when there is none to be had. */
export function collectLicences(root: string): Notice[] {
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) => {
    const folders: unknown = JSON.parse(readFileSync(join(root, 'out', part, BUNDLED_PACKAGES), 'utf8'))
    return Array.isArray(folders) ? folders.map(String) : []
  })
  const folders = [...new Set([...bundled, ...BESIDE_THE_BUNDLES])]
  const notices = new Map(folders.map((folder) => readNotice(join(root, folder))).map((it) => [keyOf(it), it]))
  return [...notices.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ name, version }: Notice): string => `${name} ${version}`

/** The notice of the package in `folder`. Throws when its licence is unknown or not to be carried. */
export function readNotice(folder: string): Notice {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = manifest.license ?? ''
  const choices = licence.replace(/[()]/g, '').split(' OR ')
  if (!choices.some((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part))))
    throw new Error(`${manifest.name} is under "${licence}", which the program can't carry.`)
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)(?:[.-]|$)/i.test(file))
  const text = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n')
  const author = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? '')
  return { name: manifest.name, version: manifest.version, licence, text: text || `Author: ${author || 'not named'}` }
}

/** All notices as one text. */
export function printNotices(notices: readonly Notice[]): string {
  const head = 'Dossier holds code of these packages, each under its own licence.\n'
  const body = notices.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
  return [head, ...body].join(`\n${'-'.repeat(80)}\n`)
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const notices = collectLicences(root)
  mkdirSync(join(root, 'out/licences'), { recursive: true })
  writeFileSync(join(root, 'out/licences/third-party.txt'), printNotices(notices))
  console.log(`${notices.length} licences collected`)
}
