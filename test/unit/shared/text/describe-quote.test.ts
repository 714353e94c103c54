import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeQuote } from '#shared/text/describe-quote.ts'

describe('describeQuote', () => {
  it('gives words that stand in the text one after the other, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 300 }), fc.nat(), fc.nat(), (text, a, b) => {
        const whole = [...text]
        const [from, to] = [a % whole.length, b % whole.length].sort((x, y) => x - y)
        const start = whole.slice(0, from).join('').length
        const end = whole.slice(0, (to ?? 0) + 1).join('').length
        const { quote, prefix, suffix } = describeQuote(text, start, end)
        expect(quote).toBe(text.slice(start, end))
        expect(text.slice(0, start).endsWith(prefix)).toBe(true)
        expect(text.slice(end).startsWith(suffix)).toBe(true)
        expect((prefix + suffix).isWellFormed()).toBe(true)
      }),
    )
  })
})
