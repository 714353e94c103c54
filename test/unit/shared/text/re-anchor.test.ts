import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { toPlainText } from '#shared/text/plain-text.ts'
import { createReAnchor } from '#shared/text/re-anchor.ts'
import { type EditCase, editKinds, makeEditCase, makeEditCases } from './edited-prose.ts'

const CASES_OF_A_KIND = 60

interface Span {
  readonly start: number
  readonly end: number
}

/** How much two spans share of what they cover together, 0..1. */
function shared(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return Math.max(0, both) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function judge({ before, after, mark, truth }: EditCase) {
  const { state, places } = createReAnchor(before, after).find({
    ...mark,
    ...describeQuote(before, mark.start, mark.end),
  })
  const [first] = places
  const isRight = truth !== null && first !== undefined && shared(first, truth) >= 0.5
  return { isSure: state === 'placed' || state === 'moved', isRight, exists: truth !== null, state, places }
}

describe('createReAnchor on edited prose', () => {
  const judged = makeEditCases(CASES_OF_A_KIND).map((edit) => ({ edit, result: judge(edit) }))

  it('has at least 300 edits, of every kind', () => {
    expect(judged.length).toBeGreaterThanOrEqual(300)
    expect(new Set(judged.map(({ edit }) => edit.kind)).size).toBe(editKinds.length)
  })

  it('puts no mark on a wrong passage without calling it unsure', () => {
    const wrong = judged.filter(({ result }) => result.isSure && !result.isRight)
    expect(wrong.map(({ edit, result }) => describeCase(edit, result.places[0]))).toEqual([])
  })

  it('places or offers first at least 98 of 100 whose passage still exists', () => {
    const existing = judged.filter(({ result }) => result.exists)
    const missed = existing.filter(({ result }) => !result.isRight)
    expect(
      missed.length / existing.length,
      missed.map(({ edit, result }) => describeCase(edit, result.places[0])).join('\n'),
    ).toBeLessThanOrEqual(0.02)
  })

  // Found among 14,400: a sentence within a long mark gave way to another, and a copy stood between words like the mark's.
  it.each([
    ['sentences cut and added', 9_605],
    ['quote repeated and removed', 7_150],
  ] as const)('asks about the hardest of %s', (kind, seed) => {
    expect(judge(makeEditCase(kind, seed)).state).toBe('unsure')
  })

  it('is sure of nearly all that exist, so that few are asked about', () => {
    const existing = judged.filter(({ result }) => result.exists)
    const sure = existing.filter(({ result }) => result.isSure)
    expect(sure.length / existing.length).toBeGreaterThan(0.9)
  })
})

describe('createReAnchor', () => {
  const anchor = (before: string, after: string, quote: string, from = 0) => {
    const start = before.indexOf(quote, from)
    const { state, places } = createReAnchor(before, after).find({
      ...describeQuote(before, start, start + quote.length),
      start,
      end: start + quote.length,
    })
    return { state, words: places.map((place) => after.slice(place.start, place.end)) }
  }
  const lead = 'The committee met for the third time this spring, behind closed doors and without a printed agenda. '
  const rest = ' Nobody had expected the session to last until after midnight, least of all the two clerks.'

  it.each([
    [
      'Arabic',
      'قال الوزير إنَّ الاتفاق سيُوقَّع غدًا في العاصمة، وأضاف أن المفاوضات كانت طويلة وصعبة على الجميع.',
      'الاتفاق سيُوقَّع غدًا',
    ],
    [
      'Hebrew',
      'השר אמר כי ההסכם ייחתם מחר בבירה, והוסיף שהשיחות היו ארוכות וקשות לכל הצדדים המעורבים.',
      'ההסכם ייחתם מחר',
    ],
    [
      'Chinese',
      '部长表示协议将于明天在首都签署，并补充说谈判过程漫长而艰难，各方都作出了让步，最终达成一致意见。',
      '协议将于明天在首都签署',
    ],
    [
      'emoji',
      'She answered 👩🏽‍🔬🇺🇦 with one picture 🏳️‍🌈 and went back to her bench for the rest of the day.',
      '👩🏽‍🔬🇺🇦 with one picture 🏳️‍🌈',
    ],
    [
      'combining accents',
      'The cafe\u0301 in Sa\u0303o Paulo closed after the re\u0301sume\u0301 of its owner became a matter of dispute.',
      'cafe\u0301 in Sa\u0303o Paulo',
    ],
    [
      'soft hyphens',
      'The inter\u00adnational orga\u00adni\u00adsa\u00adtion declined to comment on the matter at this time of the year.',
      'inter\u00adnational orga\u00adni\u00adsa\u00adtion',
    ],
  ])('finds exactly what was selected in %s when a paragraph comes before it', (_, text, quote) => {
    expect(anchor(`${text}\n\n${rest}`, `${lead}\n\n${text}\n\n${rest}`, quote)).toEqual({
      state: 'moved',
      words: [quote],
    })
  })

  it('takes composed letters, soft hyphens, quotes and dashes for the same as plain ones', () => {
    const before = `${lead}“The café — orga\u00adnised by all”, she said.${rest}`
    const after = `${lead}"The cafe\u0301 - organised by all", she said.${rest}`
    expect(anchor(before, after, 'café — orga\u00adnised')).toEqual({
      state: 'moved',
      words: ['cafe\u0301 - organised'],
    })
  })

  it('tells refrains apart by what surrounds them', () => {
    const verse = (name: string) => `${name} came down to the river in the morning.\n\nAnd the water did not rise.\n\n`
    const before = ['Anna', 'Boris', 'Clara'].map(verse).join('')
    const at = before.indexOf('And the', before.indexOf('Clara'))
    const after = ['Anna', 'Dmitri', 'Boris', 'Clara'].map(verse).join('')
    const found = createReAnchor(before, after).find({ ...describeQuote(before, at, at + 27), start: at, end: at + 27 })
    expect(found.places[0]?.start).toBe(after.indexOf('And the', after.indexOf('Clara')))
  })

  it('does not take a common phrase for one that was cut', () => {
    const before = `${lead}The minister resigned on Monday.${rest} The minister wept in public when asked about it by a boy.`
    const after = `${lead}${rest.trim()} The minister wept in public when asked about it by a boy.`
    expect(anchor(before, after, 'The minister').state).not.toMatch(/placed|moved/)
  })

  it('leaves every passage of an unchanged text where it is', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const [start, end] = spanIn(source, a, b)
        const { state, places } = createReAnchor(source, source).find({
          ...describeQuote(source, start, end),
          start,
          end,
        })
        const isThere = state === 'placed' && places[0]?.start === start && places[0]?.end === end
        expect(
          isThere || source.slice(start, end).trim() === '' || toPlainText(source.slice(start, end)).text.trim() === '',
        ).toBe(true)
      }),
    )
  })

  it('gives places within the new text, best first and never half a character, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, a, b) => {
        const [start, end] = spanIn(before, a, b)
        const { places } = createReAnchor(before, after).find({ ...describeQuote(before, start, end), start, end })
        for (const place of places) {
          expect(place.start < place.end && place.end <= after.length && place.score >= 0 && place.score <= 1).toBe(
            true,
          )
        }
        const scores = places.map(({ score }) => score)
        expect(scores).toEqual([...scores].sort((x, y) => y - x))
      }),
    )
  })
})

/** A span of whole characters, picked by two numbers. */
function spanIn(text: string, a: number, b: number): [start: number, end: number] {
  const whole = [...new Intl.Segmenter().segment(text)]
  const [from = 0, to = 0] = [a % whole.length, b % whole.length].sort((x, y) => x - y)
  return [whole[from]?.index ?? 0, whole[to + 1]?.index ?? text.length]
}

function describeCase({ kind, before, after, mark, truth }: EditCase, first: Span | undefined): string {
  const quote = (text: string, span: Span | null | undefined) =>
    span ? `“${text.slice(span.start, span.end)}”` : 'nothing'
  return `${kind}: ${quote(before, mark)} should be ${quote(after, truth)} (${truth?.start}), is ${quote(after, first)} (${first?.start})`
}
