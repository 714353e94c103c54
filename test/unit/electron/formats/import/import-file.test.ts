import { describe, expect, it } from 'vitest'
import { importFile } from '#electron/formats/import/import-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('importFile', () => {
  it('reads a file by its ending', () => {
    const source = '# Ferries\n\nThey *float* on water, mostly.'
    expect(importFile('a.MD', bytes(source))).toMatchObject({
      kind: 'imported',
      format: 'markdown',
      document: { title: 'Ferries', text: 'They float on water, mostly.' },
    })
    expect(importFile('a.txt', bytes(source))).toMatchObject({ kind: 'imported', format: 'text' })
    expect(importFile('README', bytes(source))).toMatchObject({ kind: 'imported', format: 'text' })
  })

  it.each([
    ['an empty file', '', 'EMPTY'],
    ['a Markdown file of nothing but a head', '---\ntitle: x\n---\n', 'EMPTY'],
    ['a web page', ' <!DOCTYPE html><html><p>Words</p></html>', 'UNSUPPORTED'],
    ['rich text', '{\\rtf1\\ansi Words}', 'UNSUPPORTED'],
    ['a PDF', '%PDF-1.4 ...', 'BINARY'],
  ])('says why it does not read %s', (_name, text, code) => {
    expect(importFile('a.md', bytes(text))).toEqual({ kind: 'failed', code })
  })
})
