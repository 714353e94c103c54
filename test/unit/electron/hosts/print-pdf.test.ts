import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { notesToPage } from '#electron/formats/export/page.ts'
import { importFile } from '#electron/formats/import/import-file.ts'
import { findPdfPrinter } from '#electron/hosts/print-pdf.ts'
import { findChromium } from '#test/support/find-chromium.ts'
import { wholeText } from '#test/support/whole-file.ts'
import { MARKED_AT_MS, NOTES } from '../formats/export/notes.fixture.ts'

const dir = mkdtempSync(join(tmpdir(), 'dossier-print-test-'))
afterAll(() => rmSync(dir, { recursive: true }))

const places = { platform: process.platform, home: '/nowhere' }

describe('findPdfPrinter', () => {
  it('prints a page with every script to a PDF whose text reads back', async () => {
    const program = findChromium()
    const print = findPdfPrinter({ ...places, env: { ...process.env, PATH: dirname(program) } })
    // Playwright's own browser lies under a name that no person's computer has.
    if (!print) return expect(program).toMatch(/playwright/)
    const marks = NOTES.marks.slice(0, 1).map((mark) => ({ ...mark, quote: 'Zweifel & Größe — 1 < 2' }))
    const facts = { title: NOTES.title, exportedAtMs: MARKED_AT_MS }
    const [page, pdf] = [join(dir, 'page.html'), join(dir, 'page.pdf')]
    writeFileSync(page, wholeText(notesToPage([{ ...NOTES, marks }], [], facts)))
    await print(page, pdf)
    const bytes = new Uint8Array(readFileSync(pdf))
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    const result = await importFile('notes.pdf', bytes)
    if (result.kind !== 'documents') throw new Error(result.kind)
    expect(result.documents.map(({ text }) => text).join('\n')).toContain('Zweifel & Größe — 1 < 2')
  })

  it('is not there where no browser is', () => {
    expect(findPdfPrinter({ ...places, platform: 'linux', env: { PATH: '/nowhere' } })).toBeUndefined()
  })
})
