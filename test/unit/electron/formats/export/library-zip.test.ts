import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { libraryNotesToFiles } from '#electron/formats/export/library-files.ts'
import { wholeText, wholeZip } from '#test/support/whole-file.ts'
import { MARKED_AT_MS, NOTES } from './notes.fixture.ts'

const LIBRARY = {
  articles: [NOTES, { ...NOTES, publishedOn: null }, { ...NOTES, title: 'harbour - the talks', marks: [] }],
  looseCards: [{ id: 'c2', isCloze: false, front: 'Front', back: 'Back', tags: [], quote: null }],
  exportedAtMs: MARKED_AT_MS,
}

describe('libraryNotesToFiles', () => {
  it('gives each article a file of its own, and an index that links them', () => {
    const files = [...libraryNotesToFiles(LIBRARY)]
    expect(files.map((file) => file.path)).toEqual([
      'Articles/2014-09-15 Harbour - the talks.md',
      'Articles/Harbour - the talks.md',
      'Articles/2014-09-15 harbour - the talks 2.md',
      'Cards without an article.md',
      'Index.md',
    ])
    expect(wholeText(files.at(-1)?.parts ?? [])).toBe(`---
title: Notes
exported: 2014-09-16
articles: 3
---

# Notes

- [Harbour: the \\*talks\\*](<Articles/2014-09-15 Harbour - the talks.md>): The Daily Example, 15 September 2014, 3 marks, 1 card
- [Harbour: the \\*talks\\*](<Articles/Harbour - the talks.md>): The Daily Example, undated, 3 marks, 1 card
- [harbour - the talks](<Articles/2014-09-15 harbour - the talks 2.md>): The Daily Example, 15 September 2014, 0 marks, 1 card
- [Cards without an article](<Cards without an article.md>)
`)
  })
})

describe('filesToZip', () => {
  it('holds every file with its words', () => {
    const files = [...libraryNotesToFiles(LIBRARY)]
    const unzipped = unzipSync(wholeZip(files, MARKED_AT_MS))
    const texts = Object.entries(unzipped).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }))
    expect(texts.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
      files.map(({ path, parts }) => ({ path, text: wholeText(parts) })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    )
  })

  it('gives the same bytes for the same files, in any time zone', () => {
    const files = [{ path: 'Zoë.md', parts: ['wo', 'rds'] }]
    const zone = process.env.TZ
    const bytes = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles'].map((name) => {
      process.env.TZ = name
      return Buffer.from(wholeZip(files, MARKED_AT_MS)).toString('hex')
    })
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(new Set(bytes).size).toBe(1)
  })

  it('takes a time that no zip can state', () => {
    expect(wholeZip([{ path: 'a', parts: [] }], 0).length).toBeGreaterThan(0)
    expect(wholeZip([{ path: 'a', parts: [] }], Date.UTC(2200, 0)).length).toBeGreaterThan(0)
  })

  it.each(['/a', '../a', 'a//b', 'a\\b', 'C:a', ''])('throws on the path %j', (path) => {
    expect(() => wholeZip([{ path, parts: [] }], MARKED_AT_MS)).toThrow('Not a path')
  })

  it('throws when a path comes twice', () => {
    const file = { path: 'a', parts: [] }
    expect(() => wholeZip([file, file], MARKED_AT_MS)).toThrow('Not a path')
  })
})
