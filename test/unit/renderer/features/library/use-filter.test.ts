import { describe, expect, it } from 'vitest'
import { readFilter, writeFilter } from '#renderer/features/library/use-filter.ts'

describe('readFilter', () => {
  it('takes back what writeFilter wrote', () => {
    const filter = {
      query: 'grain & oil',
      state: 'reading',
      sort: 'title',
      book: '019a0000-0000-7000-8000-000000000001',
    } as const
    expect(readFilter(new URLSearchParams(writeFilter(filter).toString()))).toEqual(filter)
  })

  it('takes the default for what is missing or unknown', () => {
    const standard = { query: '', state: 'all', sort: 'imported', book: null }
    expect(readFilter(new URLSearchParams('state=burnt&sort=colour&book=red'))).toEqual(standard)
    expect(writeFilter(readFilter(new URLSearchParams())).toString()).toBe('')
  })
})
