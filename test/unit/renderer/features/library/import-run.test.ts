import { describe, expect, it } from 'vitest'
import { beginRun, failedResult, noteEvent, sortOut, splitCalls } from '#renderer/features/library/import-run.ts'
import { summary } from '#renderer/features/library/use-import.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

const file = (name: string, size: number) => ({ name, size })

describe('sortOut', () => {
  it('refuses a file of 200 MB before it is sent, and sends one at the limit', () => {
    const huge = file('huge.txt', 200 * 1024 * 1024)
    const full = file('full.txt', MAX_IMPORT_BYTES)
    expect(sortOut([huge, full])).toEqual({ sendable: [full], refused: [failedResult('huge.txt', 'TOO_LARGE')] })
  })
})

describe('splitCalls', () => {
  it('keeps each call within its bytes and its number of files, in order', () => {
    const files = [file('a', 60), file('b', 50), file('c', 10), file('d', 1), file('e', 200)]
    const calls = splitCalls(files, { bytes: 100, files: 2 })
    expect(calls.map((call) => call.map(({ name }) => name).join(''))).toEqual(['a', 'bc', 'd', 'e'])
  })

  it('makes no call of nothing', () => {
    expect(splitCalls([], { bytes: 100, files: 2 })).toEqual([])
  })
})

describe('noteEvent', () => {
  it('follows the file at hand and collects what came of each', () => {
    const begun = beginRun([file('a.txt', 1), file('b.txt', 1)])
    const failed = failedResult('a.txt', 'EMPTY')
    const progress = { type: 'progress', done: 2, total: 2, name: 'b.txt' } as const
    const after = noteEvent(noteEvent(begun, progress, 0), failed, 0)
    expect(after).toMatchObject({ total: 2, done: 2, name: 'a.txt', isRunning: true, results: [failed] })
  })

  it('counts on where earlier calls ended', () => {
    const begun = beginRun([file('a.txt', 1), file('b.txt', 1), file('c.txt', 1)])
    expect(noteEvent(begun, { type: 'progress', done: 1, total: 1, name: 'c.txt' }, 2).done).toBe(3)
  })
})

describe('summary', () => {
  it('names only what happened', () => {
    const run = { ...beginRun([]), results: [failedResult('a', 'EMPTY'), failedResult('b', 'BINARY')] }
    expect(summary(run)).toBe('2 not imported')
    expect(summary({ ...run, results: [] })).toBe('Nothing was imported')
  })
})
