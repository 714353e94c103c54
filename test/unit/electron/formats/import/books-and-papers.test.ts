import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'
import type { DocumentsResult } from '#electron/formats/import/import-result.ts'
import { bytesOf, damageEntry, makePdf, makeZip, type PdfLine } from './make-files.ts'

function onlyDocument(result: DocumentsResult) {
  if (result.kind === 'failed') throw new Error(result.code)
  const [document] = result.documents
  if (!document || result.documents.length !== 1) throw new Error(`${result.documents.length} documents`)
  return document
}

const kinds = ({ text, blocks }: { text: string; blocks: readonly { kind: string; start: number; end: number }[] }) =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

describe('an EPUB', () => {
  const container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
  const opf = `<?xml version="1.0"?><package><metadata><dc:title>The Long River</dc:title><dc:creator>Ana Cole</dc:creator><dc:language>en</dc:language><dc:date>2012-03-01</dc:date></metadata>
    <manifest><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
    <spine toc="ncx"><itemref idref="c"/><itemref idref="one"/><itemref idref="two"/></spine></package>`
  const page = (body: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/book.opf': opf,
    'OEBPS/toc.ncx':
      '<ncx><navMap><navPoint><navLabel><text>The Spring</text></navLabel><content src="text/one.xhtml#a"/></navPoint></navMap></ncx>',
    'OEBPS/cover.xhtml': page('<img src="cover.jpg"/>'),
    'OEBPS/text/one.xhtml': page(
      '<h1>The Spring</h1><p>It rises in the hills.</p><blockquote><p>Water finds a way.</p></blockquote>',
    ),
    'OEBPS/text/two b.xhtml': page('<h2>The Delta</h2><p>It ends in the sea.</p><script>steal()</script>'),
  }

  it('lacks a chapter that is damaged, which is named, and no other', async () => {
    const result = await importFile('river.epub', damageEntry(makeZip(files), 'OEBPS/text/one.xhtml'))
    expect(result).toMatchObject({
      documents: [{ title: 'The Delta' }],
      failed: [{ name: 'The Spring', code: 'UNREADABLE' }],
    })
  })

  it('gives each chapter as an article whose source is the book', async () => {
    const result = await importFile('river.epub', makeZip(files))
    expect(result).toMatchObject({
      kind: 'documents',
      format: 'epub',
      documents: [
        {
          title: 'The Spring',
          text: 'It rises in the hills.\n\nWater finds a way.',
          source: 'The Long River',
          byline: 'Ana Cole',
          publishedOn: '2012-03-01',
          language: 'en',
        },
        { title: 'The Delta', text: 'It ends in the sea.' },
      ],
    })
  })

  it('says when it is locked, but reads one whose fonts alone are scrambled', async () => {
    const locked =
      '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>'
    expect(await importFile('a.epub', makeZip({ ...files, 'META-INF/encryption.xml': locked }))).toEqual({
      kind: 'failed',
      code: 'ENCRYPTED',
    })
    const fonts = locked.replace('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'http://www.idpf.org/2008/embedding')
    expect(await importFile('a.epub', makeZip({ ...files, 'META-INF/encryption.xml': fonts }))).toMatchObject({
      kind: 'documents',
    })
  })

  it('expands no entities and follows no path out of the book', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${opf.replace('<?xml version="1.0"?>', '').replace('text/one.xhtml', '../../../../etc/passwd').replace('The Long River', '&b;')}`
    const result = await importFile('a.epub', makeZip({ ...files, 'OEBPS/book.opf': laughs }))
    expect(result).toMatchObject({ documents: [{ title: 'The Delta' }] })
  })
})

describe('a Word document', () => {
  it('gives headings, quotes, lists and tables, with its title and its author', async () => {
    const paragraph = (text: string, style?: string) =>
      new Paragraph({ children: [new TextRun(text)], ...(style && { style }) })
    const cell = (text: string) => new TableCell({ children: [paragraph(text)] })
    const document = new Document({
      creator: 'Bo Li',
      sections: [
        {
          children: [
            new Paragraph({ text: 'Dam talks', heading: HeadingLevel.TITLE }),
            paragraph('Three states met.'),
            new Paragraph({ text: 'What now', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: 'One thing', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('State'), cell('Share')] }),
                new TableRow({ children: [cell('North'), cell('40 %')] }),
              ],
            }),
          ],
        },
      ],
    })
    const read = onlyDocument(await importFile('talks.docx', new Uint8Array(await Packer.toBuffer(document))))
    expect(read).toMatchObject({ title: 'Dam talks', byline: 'Bo Li' })
    expect(kinds(read)).toEqual([
      'paragraph: Three states met.',
      'heading: What now',
      'list-item: One thing',
      'list-item: State · Share',
      'list-item: North · 40 %',
    ])
  })

  it('is refused with a reason when it is damaged', async () => {
    expect(await importFile('a.docx', makeZip({ 'word/document.xml': '<w:document' }))).toMatchObject({
      kind: 'failed',
    })
  })
})

/** Lines of running text in a column, 12 points apart. */
function column(texts: readonly string[], x: number, top: number): PdfLine[] {
  return texts.map((text, index) => ({ text, x, y: top - index * 12 }))
}

describe('a PDF', () => {
  it('gives columns in order, joins hyphens and pages, and drops running heads and page numbers', async () => {
    const left = [
      'The three states that share the',
      'river met for two days. They had',
      'not met since the war, and the wa-',
      'ter was low. Nobody could say how',
      'much of it would be left.',
    ]
    const right = [
      'A second meeting is planned for',
      'the spring, when the snow has gone',
      'and the reservoirs are full. Until',
      'then the old treaty holds, as the',
      'ministers said on',
    ]
    const page = (number: number, body: PdfLine[]): PdfLine[] => [
      { text: 'River Post Quarterly', x: 50, y: 810, size: 8 },
      ...body,
      { text: `Page ${number} of 3`, x: 280, y: 30, size: 8 },
    ]
    const pdf = makePdf([
      page(1, [
        { text: 'Dam talks end', x: 50, y: 780, size: 22 },
        ...column(left, 50, 740),
        ...column(right, 320, 740),
      ]),
      page(
        2,
        column(['Tuesday, and no one will build until it is replaced by another one.', 'That is agreed.'], 50, 740),
      ),
      page(3, column(['The end of the report, which has three pages in all, is here.'], 50, 740)),
    ])
    const read = onlyDocument(await importFile('talks.pdf', pdf))
    expect(read.title).toBe('Dam talks end')
    expect(read.text).not.toMatch(/Quarterly|Page \d/)
    expect(read.text).toContain('since the war, and the water was low.')
    expect(read.text).toContain('as the ministers said on Tuesday, and no one')
    expect(read.text.indexOf('much of it would be left.')).toBeLessThan(read.text.indexOf('A second meeting'))
  })

  it('reads columns that stand as close as words, and leaves what a browser prints around them', async () => {
    // Helvetica of 10 points: each line is about 150 points long, and the right column begins 8 points after it.
    const left = [
      'The three states that share a river',
      'met for two days and agreed to wait',
      'until a new treaty can be written in',
      'the spring, when more is known of it',
      'and of the harm that was done by ice',
    ]
    const right = [
      'A second meeting was planned by',
      'those who came late, and a third',
      'by those who had not come at all',
      'and a fourth by the newspapers of',
      'the capital, which had no news.',
    ]
    const print = (y: number, text: string): PdfLine => ({ text, x: 40, y, size: 8 })
    const pdf = makePdf([
      [
        print(815, '11/27/26, 1:25 AM Dam talks'),
        ...column(left, 50, 740),
        ...column(right, 220, 740),
        print(20, 'https://a.example/h 1/1'),
      ],
    ])
    expect(onlyDocument(await importFile('talks.pdf', pdf)).text).toBe(`${left.join(' ')} ${right.join(' ')}`)
  })

  it('says when it holds pictures of pages, and when it is locked', async () => {
    expect(await importFile('scan.pdf', makePdf([[], []]))).toEqual({ kind: 'failed', code: 'NO_TEXT' })
    const locked = makePdf(
      [[{ text: 'secret', x: 50, y: 700 }]],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >> /ID [<00><00>]`,
    )
    expect(await importFile('locked.pdf', locked)).toEqual({ kind: 'failed', code: 'ENCRYPTED' })
  })
})

describe('a page saved as MHTML', () => {
  it('is read like the page it was, with the address it came from', async () => {
    const mhtml = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://river.example/dam',
      'Subject: Dam talks',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://river.example/dam',
      '',
      '<html><head><title>Dam talks</title></head><body><p>The caf=C3=A9 by the dam is open again, and people co=',
      'me.</p></body></html>',
      '--b',
      'Content-Type: text/html',
      'Content-Location: https://ads.example/frame',
      '',
      '<html><body><p>Words of a frame that sells something.</p></body></html>',
      '--b--',
      '',
    ].join('\r\n')
    expect(onlyDocument(await importFile('dam.mhtml', bytesOf(mhtml)))).toMatchObject({
      title: 'Dam talks',
      url: 'https://river.example/dam',
      text: 'The café by the dam is open again, and people come.',
    })
  })
})
