import { parseHTML } from 'linkedom'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { notesToJson } from '#electron/formats/export/json.ts'
import { notesToPage } from '#electron/formats/export/page.ts'
import { notesToText } from '#electron/formats/export/plain-text.ts'
import { notesToTables } from '#electron/formats/export/tables.ts'
import { notesToWebAnnotations } from '#electron/formats/export/web-annotation.ts'
import { countCharacters } from '#shared/text/count-characters.ts'
import { checkWebAnnotations } from '#test/support/check-web-annotations.ts'
import { wholeText } from '#test/support/whole-file.ts'
import { MARKED_AT_MS, NOTES } from './notes.fixture.ts'

const PAGE = { title: 'Notes', exportedAtMs: MARKED_AT_MS }

const HOSTILE = { ...NOTES, title: '<img src=x onerror=steal()>', url: 'javascript:steal()' }

describe('notesToWebAnnotations', () => {
  it('gives each mark a quote and a place, and each body a purpose', () => {
    expect(checkWebAnnotations(wholeText(notesToWebAnnotations([NOTES], MARKED_AT_MS)))).toEqual([])
    const collection = JSON.parse(wholeText(notesToWebAnnotations([NOTES], MARKED_AT_MS)))
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 4,
    })
    expect(collection.first.items[2]).toEqual({
      id: 'urn:uuid:m2',
      type: 'Annotation',
      created: '2014-09-16T10:00:00.000Z',
      modified: '2014-09-16T10:00:00.000Z',
      motivation: 'commenting',
      body: [
        { type: 'TextualBody', value: 'Who pays the *rest*?', purpose: 'commenting', format: 'text/markdown' },
        { type: 'TextualBody', value: 'Key fact', purpose: 'classifying' },
        { type: 'TextualBody', value: 'money', purpose: 'tagging' },
        { type: 'TextualBody', value: 'a, b', purpose: 'tagging' },
        { type: 'TextualBody', value: 'Ada Brandt', purpose: 'identifying' },
        { type: 'TextualBody', value: 'Harbour *Party*', purpose: 'identifying' },
      ],
      target: {
        type: 'SpecificResource',
        source: { id: 'https://example.org/harbour_(bay)', type: 'Text', 'dcterms:title': 'Harbour: the *talks*' },
        selector: [
          { type: 'TextQuoteSelector', exact: NOTES.marks[1]?.quote, prefix: 'before ', suffix: ' after' },
          { type: 'TextPositionSelector', start: 10, end: 60 },
        ],
      },
    })
  })

  it('names an article without an address by its id, and an empty library by no page', () => {
    const [first] = JSON.parse(wholeText(notesToWebAnnotations([{ ...NOTES, url: null }], 0))).first.items
    expect(first.target.id).toBe(`urn:uuid:${NOTES.id}`)
    expect(JSON.parse(wholeText(notesToWebAnnotations([], 0)))).not.toHaveProperty('first')
  })
})

describe('notesToPage', () => {
  it('shows every mark with its origin, and runs nothing that a person wrote', () => {
    const { document } = parseHTML(wholeText(notesToPage([NOTES, HOSTILE], [], PAGE)))
    expect([...document.querySelectorAll('blockquote')].map((quote) => quote.textContent).slice(0, 3)).toEqual([
      NOTES.marks[2]?.quote,
      NOTES.marks[1]?.quote,
      NOTES.marks[0]?.quote,
    ])
    expect(document.querySelector('blockquote + p')?.textContent).toContain('The Daily Example, 2014-09-15')
    expect(document.querySelectorAll('img, script, [onerror], a[href^="javascript:"]')).toHaveLength(0)
  })
})

describe('notesToPage, of what is written in Markdown', () => {
  it('shows notes and cards as the app does, without the file of a picture', () => {
    const card = {
      id: 'c',
      isCloze: true,
      front: 'In {{c1::France}} \\#1',
      back: '![a map](picture:abc) **x**',
      tags: [],
      quote: null,
    }
    const { document } = parseHTML(wholeText(notesToPage([{ ...NOTES, cards: [card] }], [], PAGE)))
    expect(document.querySelector('.note em')?.textContent).toBe('rest')
    expect(document.querySelector('.card')?.innerHTML).toBe(
      'In [...] #1<hr><strong>France</strong> #1\na map <strong>x</strong>'.replace(
        '<strong>France',
        'In <strong>France',
      ),
    )
  })

  it('is black on white on paper, also of one who reads in the dark', () => {
    expect(wholeText(notesToPage([NOTES], [], PAGE))).toMatch(/@media print\{:root\{color-scheme:light;--ink:#000/)
  })
})

describe('notesToTables', () => {
  it('keeps quotes, lines and commas of a cell, and disarms formulas', () => {
    const card = { id: 'c', isCloze: false, front: '=HYPERLINK("x")', back: 'a, "b"\nc', tags: ['x', 'y'], quote: null }
    const entity = {
      kind: 'person',
      name: 'Jane Doe',
      aliases: ['Doe', 'J. Doe'],
      role: 'mayor',
      mentionCount: 3,
      articleCount: 2,
    }
    const files = notesToTables({ articles: [NOTES], looseCards: [card], entities: [entity], figures: [] })
    expect(files.map(({ path }) => path)).toEqual(['annotations.csv', 'cards.csv', 'entities.csv', 'figures.csv'])
    const [annotations, cards, entities] = files.map(
      ({ parts }) => Papa.parse<string[]>(wholeText(parts).slice(1), { skipEmptyLines: true }).data,
    )
    expect(annotations?.[3]?.slice(0, 4)).toEqual([
      NOTES.marks[1]?.quote,
      'Who pays the *rest*?',
      'Key fact',
      'money, a, b',
    ])
    expect(cards?.at(-1)?.slice(0, 4)).toEqual([`'=HYPERLINK("x")`, 'a, "b"\nc', 'basic', 'x, y'])
    expect(entities?.[1]).toEqual(['person', 'Jane Doe', 'Doe; J. Doe', 'mayor', '3', '2'])
  })
})

describe('a cell of a table', () => {
  it.each(['=1+1', '  =1+1', '\n=1+1', '＝1+1', '@SUM(A1)', '\tx'])('that reads %j is no formula', (front) => {
    const card = { id: 'c', isCloze: false, front, back: 'a\0b', tags: [], quote: null }
    const [, cards] = notesToTables({ articles: [], looseCards: [card], entities: [], figures: [] })
    const rows = Papa.parse<string[]>(wholeText(cards?.parts ?? []).slice(1)).data
    expect(rows[1]?.slice(0, 2)).toEqual([`'${front}`, 'ab'])
  })
})

describe('notesToJson', () => {
  it('is what JSON.stringify makes of all of it, though it is never all there', () => {
    const card = { id: 'c', isCloze: false, front: 'a\nb', back: '', tags: [], quote: null }
    for (const [articles, looseCards] of [
      [[NOTES, HOSTILE], [card]],
      [[], []],
    ] as const) {
      const whole = `${JSON.stringify({ articles, looseCards, exportedAtMs: MARKED_AT_MS }, null, 2)}\n`
      expect(wholeText(notesToJson(articles, looseCards, MARKED_AT_MS))).toBe(whole)
    }
  })
})

describe('notesToText', () => {
  it('names the article, source and date of every quote', () => {
    const text = wholeText(notesToText([NOTES], []))
    expect(text.match(/\(Harbour: the \*talks\*, The Daily Example, 2014-09-15\)/g)).toHaveLength(3)
    expect(text).toContain('Q: How many towns agreed?\nA: Five')
  })
})

describe('countCharacters', () => {
  it('counts a character of two code units once', () => {
    expect([0, 1, 2, 3, 4].map((offset) => countCharacters('a😀b', offset))).toEqual([0, 1, 2, 2, 3])
  })
})
