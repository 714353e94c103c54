import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownToDocument } from '#electron/formats/import/markdown.ts'
import { inlineToText } from '#electron/formats/import/markdown-inline.ts'
import { escapeLine, escapeMarkdown, escapeParagraphs } from '#shared/text/escape-markdown.ts'
import { renderMarkdown, wordsOfHtml } from '../../electron/formats/export/rendered.ts'

const MARKS = [
  ...'\\`*_{}[]()#+-.!|<>~=:&;$^"\'/@0129aZé \n\t',
  '\n\n',
  'http://a.b',
  'www.a.b',
  '&amp;',
  '```',
  '---',
  ':-',
  '</b>',
  '==',
  '%%',
  ' %%a%% ',
  ' ^abc',
  ' #tag',
  '[[',
  ']]',
  '{{<',
  '>}}',
  '{%',
  '%}',
  '<!--',
  '-->',
  '[^1]:',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ unit: 'grapheme-ascii', maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join(''))
const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Tags inside words part nothing, so words are compared without any white space. */
const letters = (words: string) => words.replace(/\s+/g, '')

describe('escapeLine', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['snake_case stays, _edges_ do not', 'snake_case stays, \\_edges\\_ do not'],
    ['R&D, but &amp;', 'R\\&D, but \\&amp;'],
    ['two\nlines', 'two lines'],
    ['{{c1::gap}} {% so %}', '{{c1::gap}} \\{% so %}'],
    ['==so== %%so%% C# #1 #so ^so', '\\==so\\== \\%%so\\%% C# \\#1 \\#so \\^so'],
  ])('escapes %j', (plain, escaped) => {
    expect(escapeLine(plain)).toBe(escaped)
  })

  it('reads as the same words in another Markdown reader and in ours', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const markdown = `before ${escapeLine(plain)} after`
        expect(letters(wordsOfHtml(renderMarkdown(markdown)))).toBe(letters(`before ${plain} after`))
        expect(squeeze(inlineToText(markdown))).toBe(squeeze(`before ${plain} after`))
      }),
      { numRuns: 500 },
    )
  })
})

describe('escapeParagraphs', () => {
  it('keeps paragraphs apart and lines broken', () => {
    expect(escapeParagraphs('one\ntwo\n \n\n- three\n')).toEqual(['one \\', 'two', '', '\\- three'])
    expect(escapeParagraphs(' \n ')).toEqual([])
  })

  it('reads as the same words when it is imported', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const markdown = ['start', '', ...escapeParagraphs(plain), '', 'end'].join('\n')
        expect(letters(markdownToDocument(markdown, null).text)).toBe(letters(`start${plain}end`))
      }),
      { numRuns: 500 },
    )
  })

  it('stays one quote with the same words, whatever is quoted', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const lines = ['start', '', ...escapeParagraphs(plain), '', 'end']
        const html = renderMarkdown(lines.map((line) => `> ${line}`).join('\n'))
        expect(html.match(/<(?:h\d|ul|ol|pre|table|hr|em|strong|code|del|img)\b/)).toBeNull()
        expect(html.match(/^<blockquote>.*<\/blockquote>$/s)).not.toBeNull()
        expect(letters(wordsOfHtml(html))).toBe(letters(`start${plain}end`))
      }),
      { numRuns: 500 },
    )
  })
})

describe('escapeMarkdown', () => {
  it('keeps the space by which a piece of a line is parted from the next', () => {
    expect(escapeMarkdown(' has * about ')).toBe(' has \\* about ')
    expect(escapeMarkdown('word') + escapeMarkdown(' ') + escapeMarkdown('word')).toBe('word word')
  })
})
