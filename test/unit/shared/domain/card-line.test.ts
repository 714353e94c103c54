import { describe, expect, it } from 'vitest'
import { cardLine, holdsQuote, plainLine } from '#shared/domain/card-line.ts'

describe('cardLine', () => {
  it('shows a cloze with its gaps', () => {
    expect(cardLine({ kind: 'cloze', front: 'By {{c1::524::how many}} votes\nto {{c2::43}}\\-ish.', back: '' })).toBe(
      'By [how many] votes to [...]-ish.',
    )
  })

  it('shows what this card asks of a text with several groups of gaps, and of two directions', () => {
    const card = { kind: 'cloze', front: '{{c1::Anna}} met {{c2::Ben::who}}', back: '' } as const
    expect([1, 2].map((part) => cardLine({ ...card, part }))).toEqual(['[...] met Ben', 'Anna met [who]'])
    const basic = { kind: 'basic', front: 'Capital of Peru', back: '**Lima**' } as const
    expect([0, 1].map((part) => cardLine({ ...basic, part }))).toEqual(['Capital of Peru', 'Lima'])
  })

  it('leaves the braces of a basic card alone', () => {
    expect(cardLine({ kind: 'basic', front: 'What does {{c1::x}} mean?', back: '' })).toBe('What does {{c1::x}} mean?')
  })
})

describe('holdsQuote', () => {
  it('tells a cloze of a sentence from a card about it', () => {
    const evidence = { quote: 'By 524 votes to 43.' }
    expect(holdsQuote({ kind: 'cloze', front: 'By {{c1::524}} votes to 43\\.', evidence })).toBe(true)
    expect(holdsQuote({ kind: 'cloze', front: '{{c1::524}} voted for it', evidence })).toBe(false)
    expect(holdsQuote({ kind: 'basic', front: 'By 524 votes to 43.', evidence })).toBe(false)
  })
})

describe('plainLine', () => {
  it.each([
    ['**Who** is *he*?', 'Who is he?'],
    ['# A head\n\nand a line', 'A head and a line'],
    ['> quoted\n> twice', 'quoted twice'],
    ['- one\n- two', 'one two'],
    ['1. one\n2) two', 'one two'],
    ['2 \\* 3 \\[is\\] 6', '2 * 3 [is] 6'],
    ['snake_case and `code`', 'snake_case and code'],
    ['C:\\Windows', 'C:\\Windows'],
    ['  ', ''],
  ])('takes the signs off %j', (markdown, line) => {
    expect(plainLine(markdown)).toBe(line)
  })
})
