import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importPlainText, type PlainTextHints, plainTextToDocument } from '#electron/formats/import/plain-text.ts'

const REAL_ARTICLE = '../shared/data/000_b46668153307b5f2.txt'

/** Each block as "kind: words", which reads better than offsets and checks them too. */
function outline(text: string, hints?: PlainTextHints): string[] {
  const document = plainTextToDocument(text, hints)
  return document.blocks.map((block) => `${block.kind}: ${document.text.slice(block.start, block.end)}`)
}

const PAGE = `Harbour talks: towns agree on a new bridge

  • Published 3 May 2011
Media caption,

The mayor of Eastport spoke of a good day

Five towns have agreed to pay for a bridge over the harbour.

Analysis: Ann Other, harbour reporter

Nobody has built here since the war, and the reasons are many.

Image source, AFP
Image caption,
The old ferry leaves four times a day
Image source, Reuters
Image caption,
Work on the northern bank began in spring

'A long wait'

"We have waited for forty years," said the mayor.

Share this page
`

describe('plainTextToDocument', () => {
  it('finds title, day, captions and headings of a news page and drops the rest of the page', () => {
    const document = plainTextToDocument(PAGE)
    expect({ ...document, text: undefined, blocks: undefined }).toEqual({
      title: 'Harbour talks: towns agree on a new bridge',
      publishedOn: '2011-05-03',
      source: null,
      byline: null,
      url: null,
      language: null,
    })
    expect(outline(PAGE)).toEqual([
      'caption: The mayor of Eastport spoke of a good day',
      'paragraph: Five towns have agreed to pay for a bridge over the harbour.',
      'heading: Analysis: Ann Other, harbour reporter',
      'paragraph: Nobody has built here since the war, and the reasons are many.',
      'caption: The old ferry leaves four times a day',
      'caption: Work on the northern bank began in spring',
      "heading: 'A long wait'",
      'paragraph: "We have waited for forty years," said the mayor.',
    ])
    expect(document.blocks.filter((block) => block.kind === 'heading').map((block) => block.level)).toEqual([2, 2])
  })

  it('reads who wrote it, when and where off the lines above the text', () => {
    const text =
      'Ferry stops\nBy Jane Doe and John Roe\nSource: The Daily Example\n12 May 2011\nhttps://example.org/ferry\n\nThe last ferry left the harbour on Thursday.'
    expect(plainTextToDocument(text)).toEqual({
      title: 'Ferry stops',
      text: 'The last ferry left the harbour on Thursday.',
      blocks: [{ kind: 'paragraph', start: 0, end: 44 }],
      source: 'The Daily Example',
      byline: 'Jane Doe and John Roe',
      publishedOn: '2011-05-12',
      url: 'https://example.org/ferry',
      language: null,
    })
  })

  it('takes "By ..." for a byline only above the text', () => {
    const text = 'A title\n\nThe ships came home late that year.\n\nBy Order Of The King\n\nNobody slept that night.'
    expect(outline(text)[1]).toBe('heading: By Order Of The King')
  })

  it('puts hard-wrapped paragraphs together', () => {
    const text = `The bridge over the harbour

Five towns on the bay have agreed to pay for a bridge over the harbour,
which has been asked for since the ferry of 1951 sank in a winter storm
and forty people drowned.

The plan was drawn by the county's engineer. It is to stand on nine pil-
lars of granite, and a toll of two crowns will be taken from every cart,
but not from people on foot.`
    expect(outline(text)).toEqual([
      'paragraph: Five towns on the bay have agreed to pay for a bridge over the harbour, which has been asked for since the ferry of 1951 sank in a winter storm and forty people drowned.',
      "paragraph: The plan was drawn by the county's engineer. It is to stand on nine pil-lars of granite, and a toll of two crowns will be taken from every cart, but not from people on foot.",
    ])
  })

  it('keeps each line a paragraph where lines are whole paragraphs without blank lines between', () => {
    const text =
      'A title\nThe first paragraph is one line, and a long one, since nobody broke it before it was pasted here, as happens with most pages.\nThe second is short.\nThe third one is also quite short.'
    expect(outline(text).map((line) => line.slice(0, 22))).toEqual([
      'paragraph: The first p',
      'paragraph: The second ',
      'paragraph: The third o',
    ])
  })

  it('takes lines that each end a sentence for paragraphs, however alike their length', () => {
    const lines = [
      'The first of the towns has agreed to pay for the bridge in the bay.',
      'The second of the towns has agreed to pay for the road to the bay.',
      'The third of the towns has agreed to pay for the lamps on the bay.',
    ]
    expect(outline(`A title\n\n${lines.join('\n')}`)).toEqual(lines.map((line) => `paragraph: ${line}`))
  })

  it('leaves short lines alone in a text of long ones', () => {
    const long = `The towns ${'have talked about the bridge and the road, '.repeat(4)}and agreed.`
    const address = 'The Harbour Office at the Old Northern Quay\nFerry Lane, Eastport, by the Lighthouse'
    expect(outline(`A title\n\n${long}\n\n${long}\n\n${address}\n\n${long}`)).toHaveLength(5)
  })

  it('keeps the paragraphs of a quote apart where a bare mark parts them', () => {
    expect(outline('A title\n\nIt rained on the bay.\n\n> one thought\n>\n> another thought')).toEqual([
      'paragraph: It rained on the bay.',
      'quote: one thought',
      'quote: another thought',
    ])
  })

  it('takes the name of the paper above the title for the source, and a title like one for the title', () => {
    for (const name of ['The Daily Example', 'Eastport Times', 'BBC News']) {
      const text = `Skip to content\n\n${name}\n\nTowns agree on a bridge\n\nFive towns have agreed to pay for it.`
      expect(plainTextToDocument(text)).toMatchObject({ title: 'Towns agree on a bridge', source: name })
    }
    expect(plainTextToDocument('Hard Times\n\nFive towns have agreed to pay.\n\nNobody was glad of it.')).toMatchObject(
      {
        title: 'Hard Times',
        source: null,
      },
    )
  })

  it('reads the head of a letter', () => {
    const text = 'From: Jane Doe\nSubject: Harbour\n\nThe ferry will be late tomorrow.'
    expect(plainTextToDocument(text)).toMatchObject({
      title: 'Harbour',
      byline: 'Jane Doe',
      text: 'The ferry will be late tomorrow.',
    })
  })

  it('takes no line for a title that ends in the midst of a thought', () => {
    expect(outline('Dear all,\n\nThe ferry will be late tomorrow.')[0]).toBe('paragraph: Dear all,')
  })

  it('reads lists and quotes', () => {
    const text =
      'What to know\n\nThe plan has three parts:\n\n- a bridge\n* a road\n2. a toll of two\ncrowns\n\n> We have waited.\n> For forty years.\n>\n> It is enough.'
    expect(outline(text)).toEqual([
      'paragraph: The plan has three parts:',
      'list-item: a bridge',
      'list-item: a road',
      'list-item: 2. a toll of two crowns',
      'quote: We have waited.',
      'quote: For forty years.',
      'quote: It is enough.',
    ])
  })

  it('drops links to other articles at the end, but no text', () => {
    const story =
      'A title\n\nThe ferry sank in the bay on Monday.\n\nMore on this story\n\nWho owns the harbour\n\nA short history of ferries'
    expect(outline(story)).toEqual(['paragraph: The ferry sank in the bay on Monday.'])
    expect(outline(`${story}\n\nThe owner was not to be reached on Tuesday.`)).toHaveLength(4)
  })

  it('drops a doubtful word beside furniture and keeps it as a heading alone', () => {
    expect(
      outline('A title\n\nShare\n\nEmail\n\nIt rained all day on the bay.\n\nWorld\n\nThe world took no notice of it.'),
    ).toEqual([
      'paragraph: It rained all day on the bay.',
      'heading: World',
      'paragraph: The world took no notice of it.',
    ])
  })

  it('derives the title from the first sentence when no line is one, and keeps the sentence', () => {
    const document = plainTextToDocument('The ferry sank on Monday. Nobody was hurt in the storm, said its owner.')
    expect(document.title).toBe('The ferry sank on Monday')
    expect(document.text).toBe('The ferry sank on Monday. Nobody was hurt in the storm, said its owner.')
  })

  it('names a text without words after its file', () => {
    expect(plainTextToDocument('', { fileName: '/tmp/My_notes 2.txt' }).title).toBe('My notes 2')
    expect(plainTextToDocument('').title).toBe('Untitled')
  })

  it('keeps a single line as text even if it could be a title or furniture', () => {
    expect(outline('Notes on the harbour')).toEqual(['paragraph: Notes on the harbour'])
    expect(outline('Share')).toEqual(['paragraph: Share'])
  })

  it('lets what is given win over what the text says, and does not say the title twice', () => {
    const hints = { title: 'Harbour  talks', publishedOn: '2012-01-01', source: 'Mine' }
    const document = plainTextToDocument(
      'Harbour talks\n\nPublished 3 May 2011\n\nFive towns met in the harbour.',
      hints,
    )
    expect(document).toMatchObject({ title: 'Harbour  talks', publishedOn: '2012-01-01', source: 'Mine' })
    expect(document.text).toBe('Five towns met in the harbour.')
    expect(outline('Another line\n\nFive towns met in the harbour.', hints)[0]).toBe('heading: Another line')
  })

  it('reads every kind of line end, and lines of no-break spaces as blank', () => {
    for (const end of ['\r\n', '\r', '\u0085', '\u2028', '\f']) {
      expect(outline(`A title${end}\u00A0${end}It rained on the bay.${end}${end}It cleared up later on.`)).toEqual([
        'paragraph: It rained on the bay.',
        'paragraph: It cleared up later on.',
      ])
    }
  })
})

describe('importPlainText', () => {
  it('passes on why bytes are no text', () => {
    expect(importPlainText('a.txt', new Uint8Array())).toEqual({ kind: 'failed', code: 'EMPTY' })
    expect(importPlainText('a.txt', new TextEncoder().encode('\u0085\u0085'))).toEqual({
      kind: 'failed',
      code: 'EMPTY',
    })
  })

  it.skipIf(!existsSync(REAL_ARTICLE))('reads the scraped article of 2014 whole', () => {
    const result = importPlainText('article.txt', readFileSync(REAL_ARTICLE))
    if (result.kind !== 'imported') throw new Error(result.code)
    const { title, text, blocks } = result.document
    const kinds = Object.groupBy(blocks, (block) => block.kind)
    const words = (kind: 'heading' | 'caption') => (kinds[kind] ?? []).map(({ start, end }) => text.slice(start, end))
    expect(title).toMatch(/^Islamic State crisis/)
    expect(words('heading')).toEqual([
      'Analysis: Jeremy Bowen, BBC News, Damascus',
      "'Bigger threat'",
      "'Doing their share'",
    ])
    expect(words('caption')).toHaveLength(7)
    expect(kinds.paragraph).toHaveLength(32)
    expect(text).not.toMatch(/Published|caption,|Image source/)
  })
})
