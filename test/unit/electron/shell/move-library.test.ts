import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { moveLibrary } from '#electron/shell/move-library.ts'

let dir: string
let from: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-move-'))
  from = join(dir, 'from')
  mkdirSync(join(from, 'originals'), { recursive: true })
  writeFileSync(join(from, 'library.db'), 'rows')
  writeFileSync(join(from, 'originals/a'), 'text')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('moves all of it to a folder that is empty or not there', () => {
  expect(moveLibrary(from, join(dir, 'new/deep'))).toBeNull()
  expect(readFileSync(join(dir, 'new/deep/originals/a'), 'utf8')).toBe('text')
  expect(existsSync(from)).toBe(false)
  mkdirSync(from)
  expect(moveLibrary(join(dir, 'new/deep'), from)).toBeNull()
  expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows')
})

it.runIf(existsSync('/dev/shm'))('moves to another disk', () => {
  const other = mkdtempSync('/dev/shm/dossier-move-')
  expect(moveLibrary(from, other)).toBeNull()
  expect(readFileSync(join(other, 'library.db'), 'utf8')).toBe('rows')
  expect(existsSync(from)).toBe(false)
  rmSync(other, { recursive: true })
})

it('leaves it where it is when that can not be', () => {
  mkdirSync(join(dir, 'full'))
  writeFileSync(join(dir, 'full/a'), '')
  writeFileSync(join(dir, 'file'), '')
  expect(moveLibrary(from, join(dir, 'full'))).toBe('NOT_EMPTY')
  expect(moveLibrary(from, join(from, 'inside'))).toBe('INSIDE')
  expect(moveLibrary(join(dir, 'none'), join(dir, 'x'))).toBe('GONE')
  expect(moveLibrary(from, join(dir, 'file/x'))).toBe('FOLDER')
  expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows')
})
