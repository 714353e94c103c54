import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { dossierToHtml, dossierToMarkdown } from '#electron/formats/export/dossier.ts'
import { articleToMarkdown, dossierFiles, linkDossiers } from '#electron/formats/export/markdown-style.ts'
import { notesToWord } from '#electron/formats/export/word.ts'
import { importFile } from '#electron/formats/import/import-file.ts'
import { DEFAULT_TEMPLATE } from '#shared/text/default-template.ts'
import { wholeText, wholeZip } from '#test/support/whole-file.ts'
import { NOTES } from './notes.fixture.ts'

const HARD = {
  ...NOTES,
  title: 'Right & <left>\u0000',
  remarks: [],
  marks: NOTES.marks.slice(0, 1).map((mark) => ({ ...mark, quote: 'שלום עולם\n\n你好，世界', note: 'A\u0001 note' })),
  url: 'javascript:steal()',
}

describe('notesToWord', () => {
  it('is a document that reads back with headings, quotes, notes and cards', async () => {
    const bytes = wholeZip(notesToWord([NOTES, HARD], [], 'Notes'), 0)
    const result = await importFile('notes.docx', bytes)
    if (result.kind !== 'documents') throw new Error(result.kind)
    const text = result.documents.map((one) => `${one.title}\n${one.text}`).join('\n')
    for (const words of [
      'Harbour: the *talks*',
      'forty years, said the mayor',
      'Who pays the rest?',
      'How many towns agreed?',
      '你好，世界',
      'A note',
    ])
      expect(text).toContain(words)
  })

  it('shows what a person wrote in Markdown without its marks and escapes', async () => {
    const card = {
      id: 'c',
      isCloze: false,
      front: 'What is **salt**?',
      back: '## C\\# \\_x\\_\n```\ncode\n```',
      tags: [],
      quote: null,
    }
    const bytes = wholeZip(notesToWord([{ ...NOTES, marks: [], remarks: [], cards: [card] }], [], 'Notes'), 0)
    const result = await importFile('notes.docx', bytes)
    const text = result.kind === 'documents' ? result.documents[0]?.text : result.code
    expect(text?.split('\n\n').slice(-3)).toEqual(['What is salt?', 'C# _x_', 'code'])
  })

  it('holds no link that is not of the web, and sets right-to-left text so', async () => {
    const files = unzipSync(wholeZip(notesToWord([HARD], [], 'Notes'), 0))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(
      Object.values(files)
        .map((file) => strFromU8(file))
        .join(''),
    ).not.toContain('javascript:')
    expect(xml).toContain('<w:bidi/>')
    expect(xml).toContain('Right &amp; &lt;left&gt;')
  })
})

const person = {
  id: '01900000-0000-7000-8000-0000000000b1',
  kind: 'person' as const,
  name: 'Ada [x] | Brandt',
  aliases: ['Brandt'],
  mentionCount: 2,
  articleCount: 1,
  roles: [{ role: 'mayor', first: '2014-01-01', last: '2014-09-15' }],
  appearsWith: [{ name: 'Harbour Party', shared: 2 }],
  quotations: [{ articleTitle: 'Talks', source: null, publishedOn: '2014-09-15', sentence: '“*No*,” she said.' }],
  figures: [],
  notes: [],
  cards: [{ front: 'Who?', back: '<b>Ada</b>' }],
  mentions: [],
}
const party = {
  ...person,
  id: '01900000-0000-7000-8000-0000000000b2',
  kind: 'group' as const,
  name: 'Harbour Party',
  appearsWith: [],
}

describe('dossiers', () => {
  it('link each other by the names of their files', () => {
    const files = [...dossierFiles([person, party], linkDossiers([person, party], 'Dossiers/'))]
    expect(files.map(({ path }) => path)).toEqual(['Dossiers/Ada x Brandt.md', 'Dossiers/Harbour Party.md'])
    expect(wholeText(files[0]?.parts ?? [])).toContain('- [[Harbour Party]] (2)')
    expect(dossierToMarkdown(person)).toContain('- mayor (1 January 2014 to 15 September 2014)')
  })

  it('are escaped in HTML', () => {
    expect(dossierToHtml(person)).toContain('&#60;b&#62;Ada&#60;/b&#62;')
  })

  it('are linked from the articles that name them', () => {
    const namesIn = () => [person, { id: 'x', name: 'Nobody', kind: 'person' }]
    const markdown = articleToMarkdown(NOTES, { template: '', namesIn, links: linkDossiers([person]) })
    expect(markdown).toContain('## Names\n\n- [[Ada x Brandt]]\n- [[Nobody]]')
  })
})

describe('a layout of one’s own', () => {
  it('begins as one that holds all that the usual layout does', () => {
    const own = articleToMarkdown(NOTES, {
      template: DEFAULT_TEMPLATE,
      namesIn: () => [party],
      links: linkDossiers([party]),
    })
    for (const words of [
      'title: "Harbour: the *talks*"',
      '# Harbour: the \\*talks\\*',
      '> Five towns',
      '**Key fact** · 16 September 2014 ^m2',
      'Who pays the *rest*?',
      'How many towns agreed?',
      '- [[Harbour Party]]',
    ])
      expect(own).toContain(words)
    expect(own).not.toMatch(/\n{3}/)
  })
})
