import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'
import { bytesOf, damageEntry, makeZip } from './make-files.ts'

describe('importFile', () => {
  it('reads a file by its ending', async () => {
    const source = '# Ferries\n\nThey *float* on water, mostly.'
    expect(await importFile('a.MD', bytesOf(source))).toMatchObject({
      kind: 'documents',
      format: 'markdown',
      documents: [{ title: 'Ferries', text: 'They float on water, mostly.' }],
    })
    expect(await importFile('a.txt', bytesOf(source))).toMatchObject({ kind: 'documents', format: 'text' })
    expect(await importFile('README', bytesOf(source))).toMatchObject({ kind: 'documents', format: 'text' })
  })

  it.each([
    ['an empty file', 'a.md', '', 'EMPTY'],
    ['a Markdown file of nothing but a head', 'a.md', '---\ntitle: x\n---\n', 'EMPTY'],
    ['a web page without words', 'a.html', '<!DOCTYPE html><html><script>1</script></html>', 'EMPTY'],
    ['rich text', 'a.md', '{\\rtf1\\ansi Words}', 'UNSUPPORTED'],
    ['a feed', 'a.xml', '<?xml version="1.0"?><rss><channel/></rss>', 'UNSUPPORTED'],
    ['a table of one column', 'a.csv', 'name\nx\n', 'UNSUPPORTED'],
    ['a list of anything else', 'a.json', '[{"name":"x"}]', 'UNSUPPORTED'],
    ['broken JSON', 'a.json', '[{"text":"x"', 'UNREADABLE'],
    ['a PDF that is cut short', 'a.pdf', '%PDF-1.4\n1 0 obj\n<<', 'UNREADABLE'],
    ['an archive that is cut short', 'a.zip', 'PK\u0003\u0004 and no more', 'UNREADABLE'],
  ])('says why it does not read %s', async (_name, name, text, code) => {
    expect(await importFile(name, bytesOf(text))).toEqual({ kind: 'failed', code })
  })

  it('reads every article of an archive, names the rest, and leads no path anywhere', async () => {
    const zip = makeZip({
      'news/one.txt': 'A ferry sank off the coast on Monday, and nobody was hurt by it.',
      '../../etc/two.md': '# Two\n\nThe second article, which has its own words.',
      '__MACOSX/._one.txt': 'not for reading',
      'inner.zip': makeZip({ 'x.txt': 'deep' }),
      'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
    })
    const result = await importFile('all.zip', zip)
    expect(result).toMatchObject({
      kind: 'documents',
      format: 'archive',
      documents: [{ text: expect.stringContaining('A ferry sank') }, { title: 'Two' }],
      failed: [
        { name: 'inner.zip', code: 'UNSUPPORTED' },
        { name: 'picture.png', code: 'BINARY' },
      ],
    })
  })

  it('refuses an archive that would unpack to more than fits, before unpacking it', async () => {
    const bomb = makeZip({ 'a.txt': new Uint8Array(100_000_000), 'b.txt': new Uint8Array(100_000_000) })
    expect(bomb.length).toBeLessThan(300_000)
    expect(await importFile('bomb.zip', bomb)).toEqual({ kind: 'failed', code: 'TOO_LARGE' })
  })

  it('reads what is whole of an archive, and names what is damaged, locked or of a kind that is not known', async () => {
    const zip = makeZip({
      'one.txt': 'The first story.',
      'two.txt': 'The second story.'.repeat(9),
      'three.txt': 'The third.',
    })
    const stories = (result: unknown) =>
      (result as { documents: { text: string }[] }).documents.map(({ text }) => text.slice(0, 9))
    const damaged = await importFile('a.zip', damageEntry(zip, 'two.txt'))
    expect(damaged).toMatchObject({ failed: [{ name: 'two.txt', code: 'UNREADABLE' }] })
    expect(stories(damaged)).toEqual(['The first', 'The third'])
    zip[6] = 1
    const locked = await importFile('a.zip', zip)
    expect(locked).toMatchObject({ failed: [{ name: 'one.txt', code: 'ENCRYPTED' }] })
    expect(stories(locked)).toEqual(['The secon', 'The third'])
  })

  it('reads both of two files of an archive that have one name', async () => {
    const zip = makeZip({ 'a.txt': 'The first story.', 'b.txt': 'The second story.' })
    const twice = Uint8Array.from(zip, (byte, at) => (byte === 0x62 && zip[at + 1] === 0x2e ? 0x61 : byte))
    expect(await importFile('a.zip', twice)).toMatchObject({
      documents: [{ text: 'The first story.' }, { text: 'The second story.' }],
    })
  })

  it('says of an archive with a password that it is locked', async () => {
    const zip = makeZip({ 'a.txt': 'words' })
    zip[6] = 1
    expect(await importFile('locked.zip', zip)).toEqual({ kind: 'failed', code: 'ENCRYPTED' })
  })

  it('names the entries of a list or a table that hold no text', async () => {
    const list = JSON.stringify([{ title: 'One', text: 'The first.' }, null, 7, { title: 'Two', text: '' }])
    expect(await importFile('all.json', bytesOf(list))).toMatchObject({
      documents: [{ title: 'One' }],
      failed: [
        { name: 'Entry 2', code: 'EMPTY' },
        { name: 'Entry 3', code: 'EMPTY' },
        { name: 'Two', code: 'EMPTY' },
      ],
    })
    expect(await importFile('all.csv', bytesOf('title,text\nOne,The first.\nTwo,\n'))).toMatchObject({
      documents: [{ title: 'One' }],
      failed: [{ name: 'Two', code: 'EMPTY' }],
    })
  })

  it('takes a quotation mark that is never closed for a letter', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `front ${at};${at === 9 ? '"' : ''}back ${at}`)
    const result = await importFile('cards.csv', bytesOf(rows.join('\n')))
    if (result.kind === 'failed') throw new Error(result.code)
    expect(result.cardSets?.[0]?.notes).toHaveLength(30)
  })

  it('reads a directory that is longer than its count can say', async () => {
    const zip = makeZip({ 'a.txt': 'The first.', 'b.txt': 'The second.' })
    const end = zip.length - 22
    zip[end + 8] = 1
    zip[end + 10] = 1
    expect(await importFile('a.zip', zip)).toMatchObject({
      documents: [{ text: 'The first.' }, { text: 'The second.' }],
    })
  })

  it('reads articles out of tables and lists, whatever their columns are called', async () => {
    const csv =
      'Headline,Body,Published,Publication,Link\n"Dam, again","The dam is full, they say.",2014-09-15,Post,https://post.example/a\n'
    const expected = {
      title: 'Dam, again',
      text: 'The dam is full, they say.',
      publishedOn: '2014-09-15',
      source: 'Post',
      url: 'https://post.example/a',
    }
    expect(await importFile('a.csv', bytesOf(csv))).toMatchObject({ documents: [expected] })
    const object = {
      title: 'Dam, again',
      content: 'The dam is full, they say.',
      date: '15 September 2014',
      source: { name: 'Post' },
      url: 'https://post.example/a',
    }
    expect(await importFile('a.json', bytesOf(JSON.stringify({ articles: [object] })))).toMatchObject({
      documents: [expected],
    })
    expect(
      await importFile('a.jsonl', bytesOf(`${JSON.stringify(object)}\n${JSON.stringify(object)}\n`)),
    ).toMatchObject({
      documents: [expected, expected],
    })
  })
})
