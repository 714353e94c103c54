import { expect, it } from 'vitest'
import { exportWords } from '#renderer/features/export/use-export.ts'

it('says how far an export is, and how long it still takes once that can be guessed', () => {
  const startedAtMs = 1000
  const words = (done: number, nowMs: number, total = 2000) => exportWords({ done, total, startedAtMs }, nowMs)
  expect(words(0, 1000, 0)).toBe('Starting…')
  expect(words(2, 2000)).toBe('2 of 2,000')
  expect(words(500, 11_000)).toBe('500 of 2,000, about 30 seconds left')
  expect(words(2000, 41_000)).toBe('Finishing…')
})
