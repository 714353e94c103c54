import { describe, expect, it } from 'vitest'
import { loadGold } from '../../../../scripts/eval/load-gold.ts'
import { harmonicMean, toScores } from '../../../../scripts/eval/tally.ts'

describe('loadGold', () => {
  it('reads our own gold, whose every range lies in its text', () => {
    const documents = loadGold(new URL('../../../fixtures/extraction-gold.jsonl', import.meta.url))
    expect(documents.length).toBeGreaterThanOrEqual(42)
    for (const { text, entities, figures, roles, quotes } of documents) {
      for (const { start, end } of [...entities, ...figures, ...roles, ...quotes]) {
        expect(text.slice(start, end)).toMatch(/^\S[\s\S]*\S$|^\S$/)
      }
    }
  })
})

describe('toScores', () => {
  it('gives per cent, and nothing where nothing is', () => {
    expect(toScores({ right: 1, found: 2, gold: 4 })).toEqual({ precision: 50, recall: 25, f1: harmonicMean(50, 25) })
    expect(toScores({ right: 0, found: 0, gold: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})
