import { constants, deflateRawSync, zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'
import { readAnkiPackage } from '#electron/workers/read-anki-package.ts'
import { ankiPackage } from '#test/support/anki-package.ts'
import { bytesOf, makePdf, makeZip } from './make-files.ts'

const MAX_MS = 5000
const MAX_GROWTH = 500 * 1024 * 1024

const read = (name: string, bytes: Uint8Array) => importFile(name, bytes, { ankiPackage: readAnkiPackage })

/** An archive of one file whose deflated bytes are given, with a size that it says of itself. */
function zipOf(name: string, packed: Uint8Array, claimedBytes: number): Uint8Array {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(claimedBytes, 22)
  head.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(claimedBytes, 24)
  entry.writeUInt16LE(name.length, 28)
  const local = Buffer.concat([head, Buffer.from(name), packed])
  const directory = Buffer.concat([entry, Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}

/** Deflated, ten gigabytes of blanks are ten megabytes: blocks that end on a byte can be put one after the other. */
function tenGigabytes(): Uint8Array {
  const piece = deflateRawSync(Buffer.alloc(100 * 1024 * 1024, 0x20), { finishFlush: constants.Z_SYNC_FLUSH })
  return Buffer.concat([...Array<Uint8Array>(100).fill(piece), Buffer.from([3, 0])])
}

const line = 'word '.repeat(1_000_000)
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + (n % 24))}${n} "${'&a;'.repeat(10)}">`).join('')}]>`
const opf = (extra: string) => ({
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
  'b.opf': `${extra}<package><metadata><dc:title>B &z9;</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
})
const broken = new Uint8Array([0x61, 0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf8, 0x20, 0x62, 0x0a])

function collection(sql: string): Uint8Array {
  const db = new Database(':memory:')
  db.exec(sql)
  const bytes = db.serialize()
  db.close()
  return bytes
}

const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS id FROM n'
const tables = `CREATE TABLE col (id, crt, models); CREATE TABLE cards (id); CREATE TABLE revlog (id);`

const hostile: readonly (readonly [name: string, file: string, bytes: () => Uint8Array])[] = [
  ['ten gigabytes in ten megabytes', 'a.zip', () => zipOf('a.txt', tenGigabytes(), 0xffffffff)],
  ['ten gigabytes that claim to be ten bytes', 'a.zip', () => zipOf('a.txt', tenGigabytes(), 10)],
  ['ten gigabytes in a book', 'a.epub', () => zipOf('META-INF/container.xml', tenGigabytes(), 10)],
  ['ten gigabytes in a Word file', 'a.docx', () => zipOf('word/document.xml', tenGigabytes(), 10)],
  ['ten gigabytes in a package of cards', 'a.apkg', () => zipOf('collection.anki21b', tenGigabytes(), 10)],
  [
    'a zstd bomb in a package of cards',
    'a.apkg',
    () => makeZip({ 'collection.anki21b': zstdCompressSync(Buffer.alloc(400 * 1024 * 1024)) }),
  ],
  ['a million laughs in a book', 'a.epub', () => makeZip({ ...opf(laughs), 'a.xhtml': `${laughs}<p>&a;</p>` })],
  [
    'a million laughs in a page',
    'a.xhtml',
    () => bytesOf(`<?xml version="1.0"?>${laughs}<html><body><p>&z9; words</p></body></html>`),
  ],
  [
    'a page nested 100,000 deep',
    'a.html',
    () => bytesOf(`${'<div>'.repeat(100_000)}deep words${'</div>'.repeat(100_000)}`),
  ],
  ['quotes nested 100,000 deep', 'a.md', () => bytesOf(`${'> '.repeat(100_000)}deep words`)],
  [
    'a list nested without end',
    'a.md',
    () => bytesOf(Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}- item`).join('\n')),
  ],
  ['brackets without end', 'a.md', () => bytesOf('['.repeat(200_000))],
  ['JSON nested 100,000 deep', 'a.json', () => bytesOf('['.repeat(100_000) + ']'.repeat(100_000))],
  ['a line of 5 MB', 'a.txt', () => bytesOf(line)],
  ['a line of 5 MB in Markdown', 'a.md', () => bytesOf(line)],
  ['a line of 5 MB in a page', 'a.html', () => bytesOf(`<p>${line}</p>`)],
  ['a word of 5 MB', 'a.txt', () => bytesOf('w'.repeat(5_000_000))],
  ['a cell of 5 MB', 'a.csv', () => bytesOf(`front,back\n"${line}",x\n`)],
  ['quotes that never close', 'a.csv', () => bytesOf(`front,back\n"${'a"'.repeat(500_000)}`)],
  ['separators without end', 'a.csv', () => bytesOf(';'.repeat(2_000_000))],
  [
    'clippings without end',
    'My Clippings.txt',
    () => bytesOf('T (A)\n- Your Highlight on page 1 | Location 1-2\n\nsame words\n==========\n'.repeat(8000)),
  ],
  [
    'bookmarks without end',
    'b.html',
    () => bytesOf(`<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><DT><A HREF="'.repeat(100_000)}`),
  ],
  ['an open tag of 5 MB', 'b.html', () => bytesOf(`<p ${'a="b" '.repeat(800_000)}`)],
  ['broken UTF-8', 'a.txt', () => broken],
  ['broken UTF-8 in a page', 'a.html', () => Buffer.concat([Buffer.from('<p>'), broken, Buffer.from('</p>')])],
  [
    'a collection that is a view without end',
    'a.apkg',
    () => makeZip({ 'collection.anki2': collection(`${tables} CREATE VIEW notes AS ${endless}`) }),
  ],
  ['a collection without tables', 'a.apkg', () => makeZip({ 'collection.anki2': collection('CREATE TABLE x (y)') })],
  ['a collection that is none', 'a.apkg', () => makeZip({ 'collection.anki2': 'SQLite format 3\0 and no more' })],
  ['a page of tables in tables', 'a.html', () => bytesOf('<table><tr><td>'.repeat(20_000))],
  [
    'a PDF that refers to itself',
    'a.pdf',
    () =>
      bytesOf(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n0\n%%EOF',
      ),
  ],
]

describe('a hostile file', () => {
  it.each(hostile)(
    'is refused or read as harmless text, soon and in little room: %s',
    async (_name, file, bytes) => {
      const made = bytes()
      const rssBefore = process.memoryUsage().rss
      const before = process.cpuUsage()
      const result = await read(file, made)
      // Of this process alone: what else the machine is at takes its time too.
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(MAX_MS)
      expect(process.memoryUsage().rss - rssBefore).toBeLessThan(MAX_GROWTH)
      expect(['failed', 'documents']).toContain(result.kind)
    },
    30_000,
  )

  it('never leads out of an archive', async () => {
    const zip = makeZip({
      '../../../tmp/evil.txt': 'Words one.',
      '/etc/passwd.txt': 'Words two.',
      'C:\\x\\y.txt': 'Words three.',
    })
    const result = await read('a.zip', zip)
    expect(result).toMatchObject({
      documents: [{ text: 'Words one.' }, { text: 'Words two.' }, { text: 'Words three.' }],
    })
  })

  it('leaves the rest of its archive readable', async () => {
    const zip = makeZip({ 'a.pdf': '%PDF-1.4 broken', 'b.txt': 'Words that stay.', 'c.zip': makeZip({ 'd.txt': 'x' }) })
    expect(await read('a.zip', zip)).toMatchObject({
      documents: [{ text: 'Words that stay.' }],
      failed: [
        { name: 'a.pdf', code: 'UNREADABLE' },
        { name: 'c.zip', code: 'UNSUPPORTED' },
      ],
    })
  })

  it('brings no script, handler, address of a script or style along', async () => {
    const html = `<p onclick="x()">Seen <a href="javascript:x()">link</a><script>x()</script><style>p{background:url(https://e.example/?s)}</style><img src=x onerror=x()><svg onload=x()></p>`
    const page = await read('a.html', bytesOf(`<html><body>${html}<p>And more words of it.</p></body></html>`))
    const table = await read(
      'a.csv',
      bytesOf(`front,back\n"${html.replaceAll('"', '""')}","<b>bold</b><iframe src=javascript:x()>"\n`),
    )
    const words = JSON.stringify(
      [page, table].map((one) => (one.kind === 'failed' ? one : [one.documents, one.cardSets?.[0]?.notes])),
    )
    expect(words).not.toMatch(/javascript:|onerror|onclick|onload|<script|<style|<iframe|url\(/i)
    expect(words).toMatch(/Seen link/)
  })
})

const samples: readonly (readonly [file: string, bytes: Uint8Array])[] = [
  ['a.apkg', ankiPackage('legacy')],
  ['a.apkg', ankiPackage('latest')],
  ['a.epub', makeZip({ ...opf(''), 'a.xhtml': `<body><h1>One</h1><p>${'Words. '.repeat(60)}</p></body>` })],
  ['a.pdf', makePdf([[{ text: 'Words of a page.', x: 72, y: 700 }]])],
  [
    'My Clippings.txt',
    bytesOf(
      'T (A)\n- Your Highlight on page 1 | Location 1-2 | Added on Monday, May 4, 2020 1:00:00 AM\n\nwords\n==========\n',
    ),
  ],
  [
    'r.csv',
    bytesOf(
      'Highlight,Book Title,Book Author,Note,Tags,Location,Highlighted at\nwords,T,A,n,"a, b",12,2020-05-04 10:00\n',
    ),
  ],
  [
    'h.json',
    bytesOf(
      '[{"uri":"https://a.example","text":"n","tags":["x"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"words"}]}],"document":{"title":["T"]}}]',
    ),
  ],
  [
    'w.json',
    bytesOf(
      '[{"is_archived":0,"url":"https://a.example/x","title":"T","content":"<p>Words of it.</p>","annotations":[{"quote":"Words","text":"n"}]}]',
    ),
  ],
  [
    'b.html',
    bytesOf(
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3>News</H3><DL><p><DT><A HREF="https://a.example" ADD_DATE="1">T</A></DL></DL>',
    ),
  ],
]

describe('a damaged file', () => {
  it.each(samples.map(([file, bytes], at) => [`${file} ${at}`, file, bytes] as const))(
    'never makes reading throw, whatever of it is changed or cut: %s',
    async (_label, file, bytes) => {
      const damage = fc.tuple(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.option(fc.nat(bytes.length), { nil: null }),
      )
      await fc.assert(
        fc.asyncProperty(damage, async ([changes, cut]) => {
          const damaged = new Uint8Array(bytes)
          for (const [at, value] of changes) damaged[at] = value
          const result = await read(file, cut === null ? damaged : damaged.slice(0, cut))
          expect(['failed', 'documents']).toContain(result.kind)
        }),
        { seed: 20260514, numRuns: 60 },
      )
    },
    30_000,
  )
})
