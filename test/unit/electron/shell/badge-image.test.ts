import { describe, expect, it } from 'vitest'
import { drawBadge } from '#electron/shell/badge-image.ts'

/** The white dots of a badge, one letter for each three by three. */
function read(count: number): string[] {
  const { bitmap, side } = drawBadge(count)
  const isWhite = (x: number, y: number) => bitmap.readUInt32BE((y * side + x) * 4) === 0xffffffff
  const left = count > 9 ? 6 : 12
  return Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: count > 9 ? 7 : 3 }, (__, column) =>
      isWhite(left + column * 3 + 1, 9 + row * 3 + 1) ? '#' : '.',
    ).join(''),
  )
}

describe('drawBadge', () => {
  it('shows a number on a disc whose corners are clear', () => {
    expect(read(4)).toEqual(['#.#', '#.#', '###', '..#', '..#'])
    const { bitmap, side } = drawBadge(4)
    expect(bitmap).toHaveLength(side * side * 4)
    expect([bitmap[3], bitmap[(side * side - 1) * 4 + 3], bitmap[(side * (side / 2) + 2) * 4 + 3]]).toEqual([0, 0, 255])
  })

  it('says no more than nine and more', () => {
    expect(read(10)).toEqual(['###....', '#.#..#.', '###.###', '..#..#.', '###....'])
    expect(drawBadge(1234).bitmap.equals(drawBadge(10).bitmap)).toBe(true)
  })
})
