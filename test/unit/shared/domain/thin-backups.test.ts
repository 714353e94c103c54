import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, listSuperfluousBackups, parseBackupName } from '#shared/domain/thin-backups.ts'

const NOON = Date.UTC(2026, 4, 14, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A backup every `stepMs` for `count` steps, thinned after each. */
function live(count: number, stepMs: number, reason: 'daily' | 'manual' = 'daily') {
  let kept: ReturnType<typeof dated>[] = []
  for (let step = 0; step < count; step++) {
    kept.push(dated(NOON + step * stepMs, reason))
    const gone = new Set(listSuperfluousBackups(kept))
    kept = kept.filter(({ name }) => !gone.has(name))
  }
  return kept.map(({ atMs }) => Math.round((NOON + (count - 1) * stepMs - atMs) / DAY))
}
const dated = (atMs: number, reason: 'daily' | 'manual' = 'daily') => ({ name: backupName(atMs, reason), atMs, reason })

describe('listSuperfluousBackups', () => {
  it('leaves the last days, then weeks, then months of two years', () => {
    const ages = live(730, DAY).sort((a, b) => a - b)
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(ages.length).toBeLessThanOrEqual(24)
    expect(ages.at(-1)).toBeGreaterThan(300)
    for (const [at, age] of ages.entries()) if (at > 0) expect(age - (ages[at - 1] ?? 0)).toBeLessThanOrEqual(60)
  })

  it('keeps five of one hour, and the ten newest that the person made', () => {
    expect(live(50, 60_000)).toHaveLength(5)
    expect(live(50, 60_000, 'manual')).toHaveLength(10)
  })

  it('never takes the newest, whatever the clock did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 60 }), (times) => {
        const all = times.map((time) => dated(time))
        const newest = Math.max(...times)
        expect(listSuperfluousBackups(all)).not.toContain(backupName(newest, 'daily'))
      }),
    )
  })
})

describe('parseBackupName', () => {
  it('reads what backupName wrote, and nothing else', () => {
    expect(parseBackupName(backupName(NOON, 'import'))).toMatchObject({ atMs: NOON, reason: 'import' })
    for (const name of ['library.db', '../library-2026-05-14T12-00-00.000Z-daily.db', 'library-x-daily.db'])
      expect(parseBackupName(name)).toBeNull()
  })
})
