import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTemporaryFolder, removeLeftFolders } from '#electron/store/temporary-folders.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-left-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('removeLeftFolders', () => {
  it('removes the folders of programs that have ended, and no others', async () => {
    const ended = spawnSync(process.execPath, ['--version']).pid
    const left = [
      `dossier-import-${ended}-abcdef`,
      `dossier-look-${ended}-ABC123`,
      `dossier-open-${process.pid}-abcdef`,
    ]
    const kept = [
      `dossier-import-${process.ppid}-abcdef`,
      `dossier-verify-${process.pid}-abcdef`,
      `dossier-notes-${ended}-abcdef`,
      `other-import-${ended}-abcdef`,
    ]
    for (const name of [...left, ...kept]) mkdirSync(join(root, name, 'inside'), { recursive: true })
    // Of an earlier program with our number.
    utimesSync(join(root, left[2] ?? ''), 1, 1)
    await removeLeftFolders(root)
    expect(readdirSync(root).sort()).toEqual(kept.sort())
  })

  it('leaves what was made by this program', async () => {
    const dir = makeTemporaryFolder('look')
    await removeLeftFolders()
    expect(existsSync(dir)).toBe(true)
    rmSync(dir, { recursive: true })
  })
})
