import { describe, expect, it } from 'vitest'
import { readFilter, writeFilter } from '#renderer/features/library/use-filter.ts'

describe('readFilter', () => {
  it('takes back what writeFilter wrote', () => {
    const filter = { query: 'grain & oil', state: 'reading', sort: 'title' } as const
    expect(readFilter(new URLSearchParams(writeFilter(filter).toString()))).toEqual(filter)
  })

  it('takes the default for what is missing or unknown', () => {
    const standard = { query: '', state: 'all', sort: 'imported' }
    expect(readFilter(new URLSearchParams('state=burnt&sort=colour'))).toEqual(standard)
    expect(writeFilter(readFilter(new URLSearchParams())).toString()).toBe('')
  })
})
