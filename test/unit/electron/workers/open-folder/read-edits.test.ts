import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeRegion } from '#electron/formats/open-folder/note-regions.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { readEdits } from '#electron/workers/open-folder/read-edits.ts'

const A = '0190a1b2-c3d4-7e5f-8a9b-00000000000a'
const B = '0190a1b2-c3d4-7e5f-8a9b-00000000000b'
const C = '0190a1b2-c3d4-7e5f-8a9b-00000000000c'
const UNKNOWN = '0190a1b2-c3d4-7e5f-8a9b-00000000000f'
const FILE = `---
id: 0190a1b2-c3d4-7e5f-8a9b-0000000000aa
---

# Dams

${writeRegion(C, 'on the whole')}

^${C}

> The river

^${A}

${writeRegion(A, 'first note\nline two')}

> The dam

^${B}

${writeRegion(B, 'später, naïve café')}

## Text

The river and the dam.
`
const [END_A, START_A] = [`<!-- end of note ${A} -->`, `<!-- note ${A} -->`]
const edited = (text = 'EDIT') => FILE.replace('first note', text)

let dir: string
let db: Database.Database
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-edits-'))
  db = new Database(':memory:')
  db.exec('CREATE TABLE annotation (id TEXT, note TEXT, quote TEXT)')
  const add = db.prepare('INSERT INTO annotation VALUES (?, ?, ?)')
  add.run(A, 'first note\nline two', 'The river')
  add.run(B, 'später, naïve café', 'The dam')
  add.run(C, 'on the whole', '')
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true })
})

function put(name: string, content: string | Buffer): void {
  const path = join(dir, 'Articles', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** What comes in, and what is said of the rest. */
function read() {
  const troubles: string[] = []
  const edits = readEdits(db as ReadHandle, dir, (file, why) => troubles.push(`${file} ${why}`))
  return { edits: edits.map(({ annotationId, after }) => [annotationId, after]), troubles }
}

/** UTF-8 with a byte that is none in the place of each NUL. */
function broken(text: string): Buffer {
  return Buffer.from(Buffer.from(text).map((byte) => (byte === 0 ? 0xff : byte)))
}

const oneEdit = { edits: [[A, 'EDIT\nline two']], troubles: [] }
const trouble = (...troubles: string[]) => ({ edits: [], troubles })

describe('readEdits', () => {
  it.each<[string, string, string | Buffer]>([
    ['as it is', 'x.md', edited()],
    ['with the line ends of Windows', 'x.md', edited().replaceAll('\n', '\r\n')],
    ['as UTF-8 with a mark', 'x.md', `\ufeff${edited()}`],
    ['as UTF-16', 'x.md', Buffer.from(`\ufeff${edited()}`, 'utf16le')],
    ['as UTF-16 the other way round', 'x.md', Buffer.from(`\ufeff${edited()}`, 'utf16le').swap16()],
    ['as Windows-1252', 'x.md', Buffer.from(edited(), 'latin1')],
    ['under an ending in capitals', 'x.MD', edited()],
    ['as plain text', 'x.md.txt', edited()],
    ['in a subfolder', 'old/2014/x.md', edited()],
    ['with white space after the comments', 'x.md', edited().replaceAll('-->', '-->  ')],
    ['with indented comments', 'x.md', edited().replaceAll('<!--', '\t<!--')],
    ['indented throughout', 'x.md', edited().replace(/^/gm, '    ')],
    [
      'with empty lines round the note',
      'x.md',
      edited().replaceAll(START_A, `${START_A}\n`).replaceAll(END_A, `\n${END_A}`),
    ],
    ['with its id in capitals', 'x.md', edited().replaceAll(A, A.toUpperCase())],
    ['with another copy that nobody changed below', 'x.md', `${edited()}\n${writeRegion(A, 'first note\nline two')}\n`],
  ])('takes a file %s for that one change', (_, name, content) => {
    put(name, content)
    expect(read()).toEqual(oneEdit)
  })

  it('takes a change beside a copy of the file without it, and the same change in both', () => {
    put('x.md', edited())
    put('x (conflicted copy).md', FILE)
    expect(read()).toEqual(oneEdit)
    put('x (conflicted copy).md', edited())
    expect(read()).toEqual(oneEdit)
  })

  it.each<[string, string, string]>([
    ['lost its end', edited().replace(END_A, ''), 'has lost the comment that ends'],
    ['an end twice', edited().replace('line two', `line two\n${END_A}\nmore`), 'ends twice, or without having begun,'],
    ['lost its beginning', edited().replace(START_A, ''), 'ends twice, or without having begun,'],
    ['its end on a line with text', edited().replace(`\n${END_A}`, ` ${END_A}`), 'has lost the comment that ends'],
    [
      'its comments on a line with text',
      edited().replace(START_A, `x ${START_A}`).replace(END_A, ''),
      'has something else on the line of a comment of',
    ],
    ['no comments', edited().replace(START_A, '').replace(END_A, ''), 'has lost the comments round'],
    ['two versions', `${edited()}\n${writeRegion(A, 'OTHER')}\n`, 'holds different versions of'],
    ['100,001 characters', edited('y'.repeat(100_001)), 'holds more than 100,000 characters in'],
  ])('names a file in which a note has %s', (_, content, why) => {
    put('x.md', content)
    expect(read()).toEqual(trouble(`x.md ${why} the note on “The river”, which stays as it was`))
  })

  it('names files that say different things, and leaves the note as it was', () => {
    put('x.md', edited())
    put('y.md', edited('OTHER'))
    expect(read()).toEqual(
      trouble('x.md and y.md hold different versions of the note on “The river”, which stays as it was'),
    )
  })

  it('names both notes where one ends within the other', () => {
    put('x.md', edited().replace('line two', `line two\n<!-- end of note ${B} -->`))
    expect(read()).toEqual(
      trouble(
        'x.md ends twice, or without having begun, the note on “The dam”, which stays as it was',
        'x.md ends twice, or without having begun, the note on “The river”, which stays as it was',
      ),
    )
  })

  it('reads what is beside a broken note', () => {
    put('x.md', edited().replace(END_A, '').replace('on the whole', 'CHANGED'))
    expect(read()).toMatchObject({ edits: [[C, 'CHANGED']], troubles: [expect.stringContaining('The river')] })
  })

  it('names files that can’t be read, and notes of nothing', () => {
    put('a.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    symlinkSync('/dev/zero', join(dir, 'Articles', 'b.md'))
    put('c.md', Buffer.from(edited().replace('später, naïve café', 'sp\xe4ter, na?ve caf?'), 'latin1'))
    put('d.md', writeRegion(UNKNOWN, 'new'))
    put('e.md', broken(`${FILE.replace('on the whole', 'on é è ö ü the')}\0`))
    put('f.md', broken(edited('ÄÖÜ ß é è ê \0')))
    put('.trash/x.md', edited('DELETED'))
    expect(read()).toEqual({
      edits: [[C, 'on é è ö ü the']],
      troubles: [
        'a.md holds no text, so nothing in it was read',
        'b.md is a link to another file, so nothing in it was read',
        'c.md is in an encoding that can’t be told, so nothing in it was read. Save it as UTF-8',
        'd.md holds 1 note on no mark of this folder',
        'f.md holds letters that can’t be read in the note on “The river”, which stays as it was',
      ],
    })
  })
})
