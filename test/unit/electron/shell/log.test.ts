import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '#electron/shell/log.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-log-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

it('begins a new file at a megabyte, keeps one before it, and reports the newest lines', () => {
  const log = openLog(dir)
  expect(log.read()).toBe('')
  const line = `Error\n    at ${'x'.repeat(10_000)}`
  for (let turn = 0; turn < 350; turn++) log.note(line)
  log.note('RangeError LAST')
  expect(readdirSync(dir).sort()).toEqual(['dossier.log', 'dossier.old.log'])
  for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).size).toBeLessThan(1_100_000)
  expect(log.read()).toMatch(/RangeError LAST\s*$/)
  expect(log.read().length).toBeLessThanOrEqual(20_000)
  expect(readFileSync(join(dir, 'dossier.log'), 'utf8')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/m)
})
