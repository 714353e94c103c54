import { describe, expect, it } from 'vitest'
import { stepFind } from '#renderer/features/reader/use-find-card.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'

const mentions = [
  { start: 10, end: 14 },
  { start: 40, end: 44 },
] as PlacedMention[]
const figures = [{ start: 20, end: 22 }] as Figure[]

describe('stepFind', () => {
  it('goes through names and figures in the order of the text, both ways, and ends', () => {
    const starts = (from: number, by: 1 | -1): number[] => {
      const next = stepFind(mentions, figures, from, by)
      return next ? [next.span.start, ...starts(next.span.start, by)] : []
    }
    expect(starts(-1, 1)).toEqual([10, 20, 40])
    expect(starts(50, -1)).toEqual([40, 20, 10])
    expect(stepFind(mentions, figures, 14, 1)).toMatchObject({ figure: figures[0], mention: null, by: 'keys' })
  })
})
