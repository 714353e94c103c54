import { describe, expect, it } from 'vitest'
import { canStore, isChosenAtFirst, isPlain, splitCalls } from '#renderer/features/library/intake.ts'
import { reportToCsv, reportToMarkdown } from '#renderer/features/library/intake-report.ts'
import { resultWords } from '#renderer/features/library/intake-words.ts'
import { timeLeftMs } from '#renderer/ui/time-left.ts'
import type { IntakeRow } from '#shared/contract/intake.ts'

const row = (change: Partial<IntakeRow> = {}): IntakeRow => ({
  rowId: 0,
  file: 'a.txt',
  kind: 'article',
  title: 'Harbour',
  about: '',
  state: 'new',
  ...change,
})
const nothing = {
  articleIds: [],
  changed: 0,
  marks: 0,
  adrift: 0,
  cards: { new: 0, changed: 0, same: 0 },
  same: 0,
  failed: [],
}

describe('an import', () => {
  it('asks nothing for one new article or one unreadable file, and asks for everything else', () => {
    const plain = [[row()], [row({ kind: 'file', state: 'failed' })]]
    const asked = [[row({ state: 'near' })], [row({ state: 'changed' })], [row({ kind: 'cards' })], [row(), row()], []]
    expect(plain.map((rows) => isPlain(rows, 1))).toEqual([true, true])
    expect(asked.map((rows) => isPlain(rows, 1))).toEqual(asked.map(() => false))
    expect(isPlain([row()], 2)).toBe(false)
  })

  it('chooses what can be stored, and fetches nothing unasked', () => {
    const address = row({ kind: 'address' })
    expect([canStore(address), isChosenAtFirst(address), isChosenAtFirst(row({ state: 'same' }))]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is cut into calls within their bounds, in order', () => {
    const files = [60, 50, 10, 10].map((size, at) => ({ file: { size } as File, path: String(at) }))
    const calls = splitCalls(files, { bytes: 100, files: 2 })
    expect(calls.map((call) => call.map(({ path }) => path))).toEqual([['0'], ['1', '2'], ['3']])
  })

  it('guesses the time left once there is something to go by', () => {
    const progress = { done: 10, total: 40, startedAtMs: 0 }
    expect([timeLeftMs(progress, 5000), timeLeftMs({ ...progress, done: 1 }, 5000)]).toEqual([15_000, null])
  })
})

describe('the report of an import', () => {
  const report = {
    rows: [
      row({ title: '=cmd | "x"' }),
      row({ rowId: 1, file: 'b.png', kind: 'file', state: 'failed', code: 'BINARY' }),
    ],
    result: { ...nothing, articleIds: ['x' as never] },
    stored: new Set([0]),
    atMs: Date.UTC(2026, 4, 14),
  }

  it('names every file, what became of it and why, as a page and as a table that runs nothing', async () => {
    const [page, table] = await Promise.all([reportToMarkdown(report).text(), reportToCsv(report).text()])
    expect(page).toContain('| a.txt | \\=cmd \\| "x" | Article | New | yes | New |')
    expect(page).toMatch(/\| b\.png \|.*\| no \| It is a picture/)
    expect(table).toContain('"a.txt","\'=cmd | ""x""","Article","New","yes","New"')
  })

  it('says only what happened', () => {
    expect(resultWords(nothing)).toBe('Nothing was imported')
    expect(resultWords({ ...nothing, marks: 3, adrift: 1 })).toBe('3 marks, 1 mark to repair')
  })
})
