import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveLibrary } from '#electron/shell/move-library.ts'
import { holdLibrary } from '#electron/store/open.ts'

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

class Crash extends Error {}

/** A program that moves libraries and may crash at a step; it remembers what it noted, as the file of libraries does. */
function mover(to: string) {
  const noted = { isCopied: false, isArrived: false }
  const move = (crashBefore?: 'onCopied' | 'onArrived', source = from) =>
    moveLibrary(
      { from: source, to, isCopied: noted.isCopied },
      {
        hold: holdLibrary,
        onCopied: () => {
          if (crashBefore === 'onCopied') throw new Crash()
          noted.isCopied = true
        },
        onArrived: () => {
          if (crashBefore === 'onArrived') throw new Crash()
          noted.isArrived = true
        },
      },
    )
  return { move, noted }
}

function expectMoved(to: string): void {
  expect(readFileSync(join(to, 'library.db'), 'utf8')).toBe('rows')
  expect(readFileSync(join(to, 'originals/a'), 'utf8')).toBe('text')
  expect(existsSync(from)).toBe(false)
}

describe('moveLibrary', () => {
  it('moves all of it to a folder that is empty or not there', () => {
    const deep = join(dir, 'new/deep')
    expect(mover(deep).move()).toBeNull()
    expectMoved(deep)
    mkdirSync(from)
    expect(mover(from).move(undefined, deep)).toBeNull()
    expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows')
  })

  it('knows after a crash that it had arrived', () => {
    const to = join(dir, 'to')
    const { move, noted } = mover(to)
    expect(() => move('onArrived')).toThrow(Crash)
    expect(move()).toBeNull()
    expect(noted.isArrived).toBe(true)
    expectMoved(to)
  })

  it('leaves it where it is when that can not be', () => {
    mkdirSync(join(dir, 'full'))
    writeFileSync(join(dir, 'full/a'), '')
    writeFileSync(join(dir, 'file'), '')
    expect(mover(join(dir, 'full')).move()).toBe('NOT_EMPTY')
    expect(mover(join(from, 'inside')).move()).toBe('INSIDE')
    expect(mover(join(dir, 'x')).move(undefined, join(dir, 'none'))).toBe('GONE')
    expect(mover(join(dir, 'file/x')).move()).toBe('FOLDER')
    const release = holdLibrary(from)
    expect(mover(join(dir, 'x')).move()).toBe('IN_USE')
    release()
    expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows')
    expect(existsSync(join(dir, 'x'))).toBe(false)
  })
})

describe.runIf(existsSync('/dev/shm'))('moveLibrary to another disk', () => {
  let shared: string
  let to: string
  beforeEach(() => {
    shared = mkdtempSync('/dev/shm/dossier-move-')
    to = join(shared, 'to')
  })
  afterEach(() => rmSync(shared, { recursive: true, force: true }))

  it('takes nothing away before the copy is there', () => {
    expect(mover(to).move()).toBeNull()
    expectMoved(to)
    expect(readdirSync(shared)).toEqual(['to'])
  })

  it('goes on after a crash at any step', () => {
    const { move, noted } = mover(to)
    // A copy that was broken off.
    mkdirSync(join(shared, '.to.dossier-moving/originals'), { recursive: true })
    writeFileSync(join(shared, '.to.dossier-moving/library.db'), 'ro')
    writeFileSync(join(shared, '.to.dossier-moving/originals/thrown away since'), 'text')
    expect(() => move('onCopied')).toThrow(Crash)
    expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows')
    expect(() => move('onArrived')).toThrow(Crash)
    expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows')
    expect(noted).toEqual({ isCopied: true, isArrived: false })
    expect(move()).toBeNull()
    expect(noted.isArrived).toBe(true)
    expectMoved(to)
    expect(readdirSync(shared)).toEqual(['to'])
  })

  it('does not take the place of what was written since', () => {
    const { move } = mover(to)
    expect(() => move('onArrived')).toThrow(Crash)
    writeFileSync(join(from, 'library.db'), 'rows and more')
    expect(move()).toBe('NOT_EMPTY')
    expect(readFileSync(join(from, 'library.db'), 'utf8')).toBe('rows and more')
  })
})
