import { describe, expect, it } from 'vitest'
import { evaluateNames } from '../../../../scripts/eval/eval-names.ts'

describe('evaluateNames', () => {
  it('counts nationalities apart from persons, groups and places', () => {
    const documents = [
      {
        text: 'Ana saw Poles',
        names: [
          { start: 0, end: 3, type: 'PER' },
          { start: 8, end: 13, type: 'MISC', sub: 'NORP' },
        ],
      },
    ]
    const names = [
      { start: 0, end: 3, type: 'ORG' },
      { start: 8, end: 13, type: 'NORP' },
    ]
    const { scores } = evaluateNames(documents, () => ({ names, tokens: 3 }))
    const none = { precision: 0, recall: 0, f1: 0 }
    const all = { precision: 100, recall: 100, f1: 100 }
    expect(scores).toEqual({ all: none, person: none, group: none, place: none, people: all })
  })
})
