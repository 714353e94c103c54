import { describe, expect, it } from 'vitest'
import { tallyQuotations } from '../../../../scripts/eval/score-quotations.ts'
import { found, gold } from './found.ts'

const ana = { kind: 'person' as const, detail: null, name: 'Ana Ruiz', aliases: ['Ruiz'], roles: [] }

describe('tallyQuotations', () => {
  it('wants the speaker of the one that overlaps most', () => {
    const got = found({
      entities: [ana],
      quotations: [
        { start: 0, end: 10, entity: null },
        { start: 10, end: 40, entity: 0 },
      ],
    })
    const want = gold({ quotes: [{ speaker: 'Ana Ruiz', start: 5, end: 40 }] })
    expect(tallyQuotations(got, want)).toEqual({ right: 1, found: 2, gold: 1 })
  })

  it('takes nobody for right only where the gold names nobody', () => {
    const got = found({
      entities: [ana],
      quotations: [
        { start: 0, end: 10, entity: null },
        { start: 20, end: 30, entity: 0 },
      ],
    })
    const quotes = [
      { speaker: null, start: 0, end: 10 },
      { speaker: null, start: 20, end: 30 },
      { speaker: 'Ana Ruiz', start: 50, end: 60 },
    ]
    expect(tallyQuotations(got, gold({ quotes })).right).toBe(1)
  })
})
