import { describe, expect, it } from 'vitest'
import { quoteWithSource } from '#renderer/features/reader/source-line.ts'

describe('quoteWithSource', () => {
  it('names what is known of the source', () => {
    const article = { title: 'The ferry', source: 'Harbour Post', publishedOn: '2014-09-15', url: null }
    expect(quoteWithSource('It sank. ', article)).toBe('“It sank.”\n(The ferry, Harbour Post, 15 Sep 2014)')
  })
})
