import { describe, expect, it } from 'vitest'
import { formatSteps, readSteps } from '#renderer/features/settings/steps.ts'

describe('readSteps', () => {
  it('reads minutes and hours, and gives back what it wrote', () => {
    expect(readSteps('1m, 10 2h')).toEqual([1, 10, 120])
    expect(formatSteps([1, 10, 120])).toBe('1m 10m 2h')
    expect(readSteps(' ')).toEqual([])
  })

  it('refuses what is no time below a day', () => {
    for (const typed of ['0m', '24h', 'soon', '-5m', '1d']) expect(readSteps(typed)).toBeNull()
  })
})
