import { describe, expect, it } from 'vitest'
import { allPages } from '#renderer/features/reader/all-pages.ts'

describe('allPages', () => {
  it('asks on until there is no more', async () => {
    const pages: Record<string, { items: number[]; nextCursor: string | null }> = {
      start: { items: [1, 2], nextCursor: 'next' },
      next: { items: [3], nextCursor: null },
    }
    expect(await allPages(async ({ cursor = 'start' }) => pages[cursor] ?? { items: [], nextCursor: null })).toEqual([
      1, 2, 3,
    ])
  })
})
