import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownToDocument } from '#electron/formats/import/markdown.ts'
import { plainTextToDocument } from '#electron/formats/import/plain-text.ts'
import type { ImportedDocument } from '#shared/domain/article.ts'

const LINES = [
  '',
  '',
  ' ',
  'A bridge for the harbour',
  "'A long wait'",
  'Published 3 May 2011',
  '• Published',
  'Media caption,',
  'Image source, AFP',
  'Image source,',
  'By Jane Doe',
  'Home',
  'Share',
  'More on this story',
  '- a thing',
  '2. another',
  '> quoted words',
  '>',
  '> > deeper',
  '---',
  '```',
  '# Heading #',
  '===',
  '**strong** and _weak_ and `code` and [a link](https://example.org/a_(b))',
  '![picture](x.png)',
  'title: a thing',
  'Five towns on the bay have agreed to pay for a bridge over the har-',
  'bour, which has been asked for since the ferry of 1951 sank in a storm.',
  'It rained. Nobody came.',
]
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
const text = fc.oneof(
  fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
)

function expectTiled({ text: whole, blocks }: ImportedDocument): void {
  const parts = blocks.map(({ start, end }) => whole.slice(start, end))
  expect(parts.join('\n\n')).toBe(whole)
  let expectedStart = 0
  for (const { start, end } of blocks) {
    expect(start).toBe(expectedStart)
    expect(end).toBeGreaterThan(start)
    expectedStart = end + 2
  }
  expect(whole.isWellFormed()).toBe(true)
}

/** Whether the words of `part` come in `whole` in the same order. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let from = 0
  return part.every((word) => {
    from = whole.indexOf(word, from) + 1
    return from > 0
  })
}

const wordsOf = (words: string) => words.match(/[\p{L}\p{N}]+/gu) ?? []

describe('plainTextToDocument, for any text', () => {
  it('tiles the text with blocks and gives a title', () => {
    fc.assert(
      fc.property(text, (input) => {
        const document = plainTextToDocument(input)
        expectTiled(document)
        expect(document.title.trim()).not.toBe('')
        for (const { start, end } of document.blocks) {
          const words = document.text.slice(start, end)
          expect(words).toBe(words.trim())
          expect(words).not.toContain('\n')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('adds no word and changes no order', () => {
    fc.assert(
      fc.property(text, (input) => {
        const document = plainTextToDocument(input)
        expect(isSubsequence(wordsOf(document.text), wordsOf(input.toWellFormed().replace(/[\0\uFEFF]/g, '')))).toBe(
          true,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('loses no word of a text without furniture', () => {
    const sentence = fc
      .array(fc.constantFrom('ferry', 'harbour', 'Zoë', 'forty', 'pays', 'late'), { minLength: 4, maxLength: 40 })
      .map((words) => `The ${words.join(' ')}.`)
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        (lines, end) => {
          const document = plainTextToDocument(`A title for it\n\n${lines.join(end)}`)
          expect(wordsOf(document.text)).toEqual(wordsOf(lines.join(' ')))
        },
      ),
    )
  })

  it('is empty only for a text without anything visible', () => {
    fc.assert(
      fc.property(text, (input) => {
        const isBlank = !/[^\s\u200B\u0085\0\uFEFF]/.test(input)
        expect(plainTextToDocument(input).text === '').toBe(isBlank)
      }),
      { numRuns: 500 },
    )
  })

  it('takes a time that grows with the text and not with its square', () => {
    const hostile = [
      'a'.repeat(1_000_000),
      'word '.repeat(200_000),
      '> '.repeat(500_000),
      ' '.repeat(1_000_000),
      '.'.repeat(1_000_000),
      'Image caption,\n'.repeat(60_000),
      'Home\n'.repeat(100_000),
      'More on this story\n\nA link\n\n'.repeat(30_000),
      `${'the words of a line that is wrapped at some width or other here\n'.repeat(100_000)}`,
      'By A. B. C. D. E. F. G. H. I. J. K. L. M. N. O. P. and and and and\n'.repeat(15_000),
      '15 September 2014 Last updated at at at at at at at at at at at\n'.repeat(15_000),
    ]
    for (const input of hostile) {
      const startedAt = performance.now()
      plainTextToDocument(input)
      expect(performance.now() - startedAt, input.slice(0, 30)).toBeLessThan(3000)
    }
  })
})

describe('markdownToDocument, for any text', () => {
  it('tiles the text with blocks and gives a title', () => {
    fc.assert(
      fc.property(text, (input) => {
        const document = markdownToDocument(input, null)
        expectTiled(document)
        expect(document.title.trim()).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('takes a time that grows with the text and not with its square', () => {
    const hostile = [
      '*a '.repeat(300_000),
      '**a*_'.repeat(200_000),
      '['.repeat(1_000_000),
      '[a]('.repeat(250_000),
      '[a](('.repeat(200_000),
      '`a``'.repeat(250_000),
      '\\['.repeat(500_000),
      '![a](b "'.repeat(120_000),
      '> '.repeat(500_000),
      '- \n'.repeat(300_000),
      '- '.repeat(500_000),
      '#'.repeat(1_000_000),
      `---\n${'a: &a [*a, *a]\n'.repeat(60_000)}---\n`,
      `---\n${'['.repeat(20_000)}\n---\n`,
      `text\n${'# a #'.repeat(200_000)}`,
      `# ${'# '.repeat(500_000)}x`,
    ]
    for (const input of hostile) {
      const startedAt = performance.now()
      markdownToDocument(input, null)
      expect(performance.now() - startedAt, input.slice(0, 30)).toBeLessThan(3000)
    }
  })
})
