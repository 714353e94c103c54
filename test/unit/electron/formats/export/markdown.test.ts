import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { articleNotesToMarkdown, looseCardsToMarkdown } from '#electron/formats/export/markdown.ts'
import { markdownToDocument } from '#electron/formats/import/markdown.ts'
import { NOTES } from './notes.fixture.ts'
import { renderMarkdown, wordsOfHtml } from './rendered.ts'

const ORIGIN =
  '— [*Harbour: the \\*talks\\**](<https://example.org/harbour_(bay)>), The Daily Example, 15 September 2014'

function frontMatterOf(markdown: string): unknown {
  return parse(markdown.split('---\n')[1] ?? '')
}

describe('articleNotesToMarkdown', () => {
  it('writes notes, marks in order of place under their headings, and cards', () => {
    const body = articleNotesToMarkdown(NOTES).split('---\n\n').slice(1).join('')
    expect(body).toBe(`# Harbour: the \\*talks\\*

The Daily Example, Jane Doe

## Notes on the whole article

Read with **care**.

*16 September 2014 · tags: method* ^r1

## Marks

> Five towns
>
> ${ORIGIN}

**Question** · 16 September 2014 ^m3

> Five towns have agreed.
>
> 1\\. They pay in thirds\\_ & \\<more\\>.
>
> ${ORIGIN}

**Key fact** · 16 September 2014 · about: Ada Brandt, Harbour \\*Party\\* · tags: money, a, b ^m2

Who pays the *rest*?

### 'A long wait'

> forty years, said the mayor
>
> ${ORIGIN}

**Claim** · 16 September 2014 ^m1

## Cards

### Card 1

How many towns agreed?

**Answer**

Five

tags: money

> Five towns have agreed.
>
> ${ORIGIN}

^c1
`)
  })

  it('puts a mark that begins earlier first, even if it ends later', () => {
    const [mark] = NOTES.marks
    if (mark === undefined) throw new Error('no mark')
    const marks = [
      { ...mark, start: 10, end: 20, quote: 'later' },
      { ...mark, start: 5, end: 90, quote: 'sooner' },
    ]
    const markdown = articleNotesToMarkdown({ ...NOTES, marks })
    expect(markdown.indexOf('> sooner')).toBeLessThan(markdown.indexOf('> later'))
  })

  it('writes front matter that YAML reads back', () => {
    expect(frontMatterOf(articleNotesToMarkdown(NOTES))).toEqual({
      title: 'Harbour: the *talks*',
      source: 'The Daily Example',
      author: 'Jane Doe',
      date: '2014-09-15',
      url: 'https://example.org/harbour_(bay)',
      language: 'en',
      tags: ['harbour', 'towns-five'],
      marks: 3,
      cards: 1,
    })
  })

  it.each(['--- \n# x', 'yes', '2014-09-15', 'it\'s: "a" #b', '&a *b !c', '{{x}}', '- x', '12', '\u2028 end'])(
    'keeps the title %j through front matter',
    (title) => {
      const markdown = articleNotesToMarkdown({ ...NOTES, title })
      expect(frontMatterOf(markdown)).toMatchObject({ title })
    },
  )

  it('keeps each mark a quote of its own, with its origin', () => {
    const html = renderMarkdown(articleNotesToMarkdown(NOTES))
    const quotes = [...html.matchAll(/<blockquote>(.*?)<\/blockquote>/gs)].map((match) => wordsOfHtml(match[1] ?? ''))
    const origin = '— Harbour: the *talks* , The Daily Example, 15 September 2014'
    expect(quotes).toEqual([
      `Five towns ${origin}`,
      `Five towns have agreed. 1. They pay in thirds_ & <more>. ${origin}`,
      `forty years, said the mayor ${origin}`,
      `Five towns have agreed. ${origin}`,
    ])
  })

  it('says so when an article states no source and no date', () => {
    const markdown = articleNotesToMarkdown({ ...NOTES, source: null, byline: null, publishedOn: null, url: null })
    expect(markdown).toContain('— *Harbour: the \\*talks\\**, source not stated, undated')
    expect(frontMatterOf(markdown)).not.toHaveProperty('source')
  })

  it('makes no link of an address that is not of the web', () => {
    expect(articleNotesToMarkdown({ ...NOTES, url: 'javascript:alert(1)' })).not.toContain('](')
  })

  it('does not let an open code fence or HTML in a note swallow what follows', () => {
    for (const note of ['```\ncode', '~~~~ x\ncode\n~~~', '<!-- never closed', '> <script>', '<details>']) {
      const [first, ...rest] = NOTES.marks
      if (first === undefined) throw new Error('no mark')
      const html = renderMarkdown(articleNotesToMarkdown({ ...NOTES, marks: [{ ...first, note }, ...rest] }))
      expect(html, note).toContain('<h2>Cards</h2>')
    }
  })

  it('writes only a head for an article without notes', () => {
    const markdown = articleNotesToMarkdown({ ...NOTES, remarks: [], marks: [], cards: [] })
    expect(markdown).not.toContain('##')
  })

  it('can be imported again as an article', () => {
    const document = markdownToDocument(articleNotesToMarkdown(NOTES), null)
    expect(document).toMatchObject({ title: NOTES.title, source: NOTES.source, publishedOn: NOTES.publishedOn })
    expect(document.text).toContain('1. They pay in thirds_ & <more>.')
  })
})

describe('looseCardsToMarkdown', () => {
  it('writes cards without an origin', () => {
    const cards = [{ id: 'c3', isCloze: true, front: '{{c1::Paris}} is in France', back: '', tags: [], quote: null }]
    expect(looseCardsToMarkdown('Cards', cards)).toBe(
      '---\ntitle: Cards\ncards: 1\n---\n\n# Cards\n\n### Card 1\n\n{{c1::Paris}} is in France\n\n^c3\n',
    )
  })
})
