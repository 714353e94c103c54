import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale } from '../../../scripts/build-when-stale.ts'

let root: string

function write(file: string, changedAtS: number): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), '')
  utimesSync(join(root, file), changedAtS, changedAtS)
}

/** Sets the times of all folders, so that only what a test does afterwards is new. */
function settle(folder: string, changedAtS: number): void {
  for (const name of readdirSync(folder))
    if (statSync(join(folder, name)).isDirectory()) settle(join(folder, name), changedAtS)
  utimesSync(folder, changedAtS, changedAtS)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-stale-'))
  for (const file of ['electron/main.ts', 'electron/store/open.ts', 'renderer/index.html', 'shared/a.ts'])
    write(file, 1000)
  for (const file of ['main/index.js', 'main/serve.js', 'main/worker.js', 'preload/index.cjs', 'renderer/index.html'])
    write(`out/${file}`, 2000)
  settle(root, 1000)
})
afterEach(() => rmSync(root, { recursive: true }))

describe('isStale', () => {
  it('is content with outputs newer than every source', () => {
    expect(isStale(root)).toBe(false)
  })

  it('notices a source that changed', () => {
    write('electron/store/open.ts', 3000)
    settle(root, 1000)
    expect(isStale(root)).toBe(true)
  })

  it('notices a source that is gone', () => {
    rmSync(join(root, 'electron/store/open.ts'))
    expect(isStale(root)).toBe(true)
  })

  it('notices an output that is missing', () => {
    rmSync(join(root, 'out/preload/index.cjs'))
    expect(isStale(root)).toBe(true)
  })
})
