import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTRIES } from '#electron/extraction/names/lists/countries.ts'
import { expectText, gradeAnswer } from '#shared/domain/grading/grade-answer.ts'
import { gradeName } from '#shared/domain/grading/grade-name.ts'
import { typedAnswers } from './typed-answers.cases.ts'

describe('gradeAnswer', () => {
  for (const { label, expected, accepted, rejected } of typedAnswers) {
    it(`takes for “${label}” what means it and nothing else`, () => {
      const judged = [...accepted, ...rejected].filter((typed) => gradeAnswer(typed, expected).accepted)
      expect({ wronglyRejected: accepted.filter((typed) => !judged.includes(typed)) }).toEqual({ wronglyRejected: [] })
      expect({ wronglyAccepted: rejected.filter((typed) => judged.includes(typed)) }).toEqual({ wronglyAccepted: [] })
    })
  }

  it('takes no country for another', () => {
    const countries = COUNTRIES.flatMap((line) => line.split('\n')).filter(Boolean)
    const mistaken = pairsOf(countries).filter(([typed, name]) => {
      const { accepted, reason } = gradeName(typed, { kind: 'place', names: [name], others: [] })
      return accepted && reason !== 'alias' && reason !== 'form'
    })
    expect(mistaken).toEqual([])
  })

  it('takes no family name for another, other spellings of one name aside', () => {
    const lines = readFileSync('scripts/train/lists/surnames.txt', 'utf8').split(/[,\n]/)
    const names = lines.filter((word) => /^\p{Lu}/u.test(word))
    const mistaken = pairsOf(names).filter(([typed, name]) => {
      const spelled = { kind: 'person', names: [`Kim ${name}`], others: [] } as const
      return typed[0] === name[0] && gradeName(`Kim ${typed}`, spelled).reason === 'spelling'
    })
    const pairs = new Set(mistaken.map((pair) => [...pair].sort().join(' ')))
    expect([...pairs].filter((pair) => !sameFamilyNames.has(pair))).toEqual([])
  })

  it('takes a number in any usual writing, and no other number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000_000 }), (asked, other) => {
        const expected = expectText(String(asked))
        const writings = [
          String(asked),
          asked.toLocaleString('en'),
          `${asked / 1e6} million`,
          `exactly ${asked} people`,
        ]
        for (const typed of writings) expect(gradeAnswer(typed, expected).accepted).toBe(true)
        if (other !== asked) expect(gradeAnswer(other.toLocaleString('en'), expected).accepted).toBe(false)
      }),
    )
  })

  it('answers whatever is typed, and soon', () => {
    const expected = [expectText('about 40 wells'), expectText('Foreign Minister'), typedAnswers[0]?.expected]
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        for (const answer of expected) if (answer) expect(gradeAnswer(typed, answer).accepted).toBeTypeOf('boolean')
      }),
    )
  })

  it('is held to more than three hundred answers, most of them wrong ones', () => {
    const count = (key: 'accepted' | 'rejected') => typedAnswers.reduce((sum, row) => sum + row[key].length, 0)
    expect(count('accepted') + count('rejected')).toBeGreaterThan(700)
    expect(count('rejected')).toBeGreaterThan(300)
  })
})

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((a) => names.flatMap((b) => (a === b ? [] : [[a, b] as [string, string]])))
}

/** Pairs of the list that are one name, written in two ways. */
const sameFamilyNames = new Set([
  'Chaudhary Chaudhry',
  'Gonzales Gonzalez',
  'Gonzales González',
  'Mueller Müller',
  'Rahman Rehman',
  'Schroeder Schröder',
  'Shaikh Sheikh',
  'Timoshenko Tymoshenko',
  'Zelensky Zelenskyy',
  'Hussain Hussein',
])
