import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { extname, join } from 'node:path'
import { makeTemporaryFolder } from '#electron/store/temporary-folders.ts'

/**
 * Keeps the bytes of an imported file under their SHA-256 (hex) in the library's `originals/`, safe on disk before the
 * row that names them is written. Does nothing when they are there. In a library in memory nothing is kept.
 */
export function keepOriginal(libraryDir: string, sha256: string, name: string, bytes: Uint8Array): void {
  if (libraryDir === ':memory:') return
  const dir = join(libraryDir, 'originals')
  const file = join(dir, `${sha256}${safeExtension(name)}`)
  if (existsSync(file)) return
  mkdirSync(dir, { recursive: true })
  const part = `${file}.part`
  const handle = openSync(part, 'w')
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
}

/** The bytes of an imported file, or null when they are gone. */
export function readOriginal(libraryDir: string, sha256: string, name: string): Uint8Array | null {
  const file = join(libraryDir, 'originals', `${sha256}${safeExtension(name)}`)
  return libraryDir !== ':memory:' && existsSync(file) ? readFileSync(file) : null
}

/** What the system opens in a program that shows it and runs nothing in it. Web pages would run their scripts. */
const OPENED = new Set(['.pdf', '.epub', '.docx', '.txt', '.text', '.md', '.markdown', '.csv', '.tsv', '.json', '.zip'])

/**
 * Puts a copy of a file where the system can open it, so that no program changes the one that is kept; gives its path,
 * or null for a file that is not to be opened.
 */
export function copyToOpen(name: string, bytes: Uint8Array): string | null {
  const extension = safeExtension(name)
  if (!OPENED.has(extension)) return null
  const stem = name
    .slice(0, -extension.length)
    .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(0, 80)
  const path = join(makeTemporaryFolder('open'), `${stem || 'original'}${extension}`)
  writeFileSync(path, bytes, { mode: 0o400 })
  return path
}

function safeExtension(name: string): string {
  const extension = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ''
}
