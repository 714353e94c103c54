import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whileAlone } from '../../../scripts/while-alone.ts'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-alone-'))
  lock = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('whileAlone', () => {
  it('lets one work at a time, and the next after one that failed', async () => {
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} begins`)
      await setTimeout(20)
      seen.push(`${name} ends`)
      if (name === 'first') throw new Error('no')
    }
    const first = whileAlone(lock, work('first'))
    await Promise.all([expect(first).rejects.toThrow('no'), whileAlone(lock, work('second'))])
    expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
    expect(existsSync(lock)).toBe(false)
  })

  it('waits for no process that ended in the middle', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(lock, String(pid))
    let isDone = false
    await whileAlone(lock, async () => {
      isDone = true
    })
    expect(isDone).toBe(true)
  })
})
