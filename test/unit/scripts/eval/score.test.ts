import { describe, expect, it } from 'vitest'
import { countNames, toScores } from '../../../../scripts/eval/score.ts'

const name = (start: number, end: number, type: string) => ({ start, end, type })

describe('countNames', () => {
  it('takes a name as right when both its range and its type are, each once', () => {
    const counts = { right: 0, found: 0, gold: 0 }
    const gold = [name(0, 4, 'PER'), name(10, 14, 'ORG'), name(20, 24, 'MISC')]
    const found = [name(0, 4, 'PER'), name(0, 4, 'PER'), name(10, 14, 'LOC'), name(20, 24, 'MISC')]
    countNames(found, gold, ['PER', 'ORG', 'LOC'], counts)
    expect(counts).toEqual({ right: 1, found: 2, gold: 2 })
  })
})

describe('toScores', () => {
  it('gives per cent, and zero where nothing was found or to be found', () => {
    expect(toScores({ right: 3, found: 4, gold: 6 })).toEqual({ precision: 75, recall: 50, f1: 60 })
    expect(toScores({ right: 0, found: 0, gold: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})
