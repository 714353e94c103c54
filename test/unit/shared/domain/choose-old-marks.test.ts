import { describe, expect, it } from 'vitest'
import { chooseOldMarks, type OldMark } from '#shared/domain/choose-old-marks.ts'

const TODAY = 20_000
const mark = (id: string, part: Partial<OldMark> = {}): OldMark => ({
  id,
  madeOn: TODAY - 100,
  shownOn: null,
  hasCard: false,
  ...part,
})
const many = (count: number, name: string, part: Partial<OldMark> = {}) =>
  Array.from({ length: count }, (_, index) => mark(`${name}${index}`, part))

/** How often marks of a name are chosen on 300 days, three a day. */
function timesChosen(marks: readonly OldMark[], name: string): number {
  const chosen = Array.from({ length: 300 }, (_, later) => {
    const shift = (day: number | null) => (day === null ? null : day + later)
    const then = marks.map((one) => ({ ...one, madeOn: one.madeOn + later, shownOn: shift(one.shownOn) }))
    return chooseOldMarks(then, TODAY + later, 3)
  })
  return chosen.flat().filter(({ id }) => id.startsWith(name)).length
}

describe('chooseOldMarks', () => {
  it('gives the same marks on the same day, in whatever order they come, and others on the next', () => {
    const marks = many(50, 'm')
    const chosen = chooseOldMarks(marks, TODAY, 3)
    expect(chooseOldMarks([...marks].reverse(), TODAY, 3)).toEqual(chosen)
    expect(chooseOldMarks(marks, TODAY + 1, 3)).not.toEqual(chosen)
    expect(new Set(chosen.map(({ id }) => id)).size).toBe(3)
  })

  it('gives what there is, and nothing of nothing', () => {
    expect(chooseOldMarks(many(2, 'm'), TODAY, 3)).toHaveLength(2)
    expect(chooseOldMarks([], TODAY, 3)).toEqual([])
  })

  it.each<[string, Partial<OldMark>]>([
    ['made yesterday', { madeOn: TODAY - 1 }],
    ['shown last week', { shownOn: TODAY - 7 }],
    ['with a card', { hasCard: true }],
  ])('chooses marks %s less often than others', (_, part) => {
    const marks = [...many(20, 'plain'), ...many(20, 'less', part)]
    const days = (name: string) => timesChosen(marks, name)
    expect(days('plain')).toBeGreaterThan(days('less') * 1.3)
    expect(days('less')).toBeGreaterThan(0)
  })
})
