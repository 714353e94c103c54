import { describe, expect, it } from 'vitest'
import { tallyLinks } from '../../../../scripts/eval/score-links.ts'
import { gold } from './found.ts'

const at = (start: number, entity: number) => ({
  start,
  end: start + 1,
  kind: 'person' as const,
  confidence: 1,
  entity,
})
const name = (start: number, entity: string) => ({ start, end: start + 1, type: 'PER' as const, entity })

describe('tallyLinks', () => {
  it('sums B-cubed over mentions with the same range', () => {
    // Bagga and Baldwin's shape: one cluster of two and one of one, found as one of three.
    const want = gold({ entities: [name(0, 'A'), name(2, 'A'), name(4, 'B'), name(6, 'C')] })
    const tally = tallyLinks([at(0, 0), at(2, 0), at(4, 0), at(8, 1)], want)
    expect(tally).toEqual({ precisionSum: 2 / 3 + 2 / 3 + 1 / 3, recallSum: 3, mentions: 3, gold: 4 })
  })
})
