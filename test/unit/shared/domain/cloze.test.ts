import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clozeAnswer,
  clozeBlanks,
  clozePlain,
  clozeQuestion,
  hasCloze,
  hideRange,
  parseCloze,
} from '#shared/domain/cloze.ts'

const sentence = '{{c1::Fuad Masum}} opened the talks with {{c2::Francois Hollande::a French president}}.'

describe('parseCloze', () => {
  it('cuts a text into what shows and what is hidden, with the hint', () => {
    expect(parseCloze(sentence)).toEqual([
      { kind: 'hidden', number: 1, answer: 'Fuad Masum', hint: null },
      { kind: 'text', text: ' opened the talks with ' },
      { kind: 'hidden', number: 2, answer: 'Francois Hollande', hint: 'a French president' },
      { kind: 'text', text: '.' },
    ])
  })

  it.each([
    'no braces at all',
    '{{c1::never closed',
    '{{c1::}}',
    '{{c1:: ::only a hint}}',
    '{{cx::not a number}}',
    '{{c1:one colon}}',
    '{c1::single braces}',
  ])('leaves %j as it is', (text) => {
    expect(parseCloze(text)).toEqual([{ kind: 'text', text }])
  })

  it('gives nothing for an empty text', () => {
    expect(parseCloze('')).toEqual([])
  })

  it('takes the inner one when one opening stands in another', () => {
    expect(parseCloze('{{c1::a {{c2::b}}')).toEqual([
      { kind: 'text', text: '{{c1::a ' },
      { kind: 'hidden', number: 2, answer: 'b', hint: null },
    ])
  })

  it('lets an answer end in a brace', () => {
    expect(parseCloze('{{c1::{x}}}')).toEqual([{ kind: 'hidden', number: 1, answer: '{x}', hint: null }])
  })

  it('loses and invents nothing, whatever the text', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{{c1::', '{{c22::', '}}', '::', '{', '}', '\n', 'é'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const segments = parseCloze(text)
        // An empty hint ("{{c1::a::}}") is the one thing not kept, so it is put back by what the text holds.
        let at = 0
        for (const segment of segments) {
          const shown = segment.kind === 'text' ? segment.text : segment.answer
          const found = text.indexOf(shown, at)
          expect(found).toBeGreaterThanOrEqual(at)
          if (segment.kind === 'text') expect(found).toBe(at)
          at = segment.kind === 'text' ? at + shown.length : afterClose(text, found + shown.length)
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  it('reads a megabyte of openings without delay', () => {
    const startedAtMs = performance.now()
    parseCloze('{{c1::'.repeat(200_000))
    parseCloze(`${'{{c1::'.repeat(200_000)}}}`)
    expect(performance.now() - startedAtMs).toBeLessThan(10_000)
  })
})

/** Where the piece that holds `from` is over: behind its closing braces. */
function afterClose(text: string, from: number): number {
  let close = text.indexOf('}}', from)
  while (text[close + 2] === '}') close += 1
  return close + 2
}

describe('clozeQuestion and clozeAnswer', () => {
  it('hide the answers, and show them set strong', () => {
    expect(clozeQuestion(sentence)).toBe('**\\[...\\]** opened the talks with **\\[a French president\\]**.')
    expect(clozeAnswer(sentence)).toBe('**Fuad Masum** opened the talks with **Francois Hollande**.')
    expect(clozeBlanks(sentence)).toBe('[...] opened the talks with [a French president].')
    expect(clozePlain(sentence)).toBe('Fuad Masum opened the talks with Francois Hollande.')
  })

  it('keep the emphasis inside each line and off the spaces', () => {
    expect(clozeAnswer('{{c1:: one\n\ntwo }}')).toBe(' **one**\n\n**two** ')
  })

  it('never let the answer through in the question', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    fc.assert(
      fc.property(word, word, word, (before, answer, after) => {
        const text = `${before} {{c1::@${answer}}} ${after}`
        expect(clozeQuestion(text)).not.toContain(`@${answer}`)
        expect(clozeAnswer(text)).toContain(`**@${answer}**`)
      }),
    )
  })
})

describe('hideRange', () => {
  it('hides a stretch under the next number', () => {
    expect(hideRange('{{c3::Kerry}} met Masum', 18, 23)).toBe('{{c3::Kerry}} met {{c4::Masum}}')
  })

  it('does nothing when nothing but white space is chosen', () => {
    expect(hideRange('a  b', 1, 3)).toBe('a  b')
    expect(hasCloze('a  b')).toBe(false)
  })

  it('makes a text that hides exactly that stretch', () => {
    const plain = fc.stringMatching(/^[a-z ]{1,30}$/)
    fc.assert(
      fc.property(plain, fc.nat(30), fc.nat(30), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(text.slice(start, end).trim() !== '')
        const hidden = hideRange(text, start, end)
        expect(clozePlain(hidden)).toBe(text)
        expect(hasCloze(hidden)).toBe(true)
      }),
    )
  })
})
