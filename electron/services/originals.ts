import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { extname, join } from 'node:path'

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

function safeExtension(name: string): string {
  const extension = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ''
}
