import { describe, expect, it } from 'vitest'
import { articleTrouble } from '#renderer/features/reader/article-trouble.ts'

describe('articleTrouble', () => {
  const data = { id: 'an article' }
  const missing = { code: 'ARTICLE_MISSING' }

  it('is an article that is gone, also where it was loaded before', () => {
    expect(articleTrouble({ data: undefined, error: missing })).toBe(missing)
    expect(articleTrouble({ data, error: missing })).toBe(missing)
    expect(articleTrouble({ data: undefined, error: { code: 'BAD_REQUEST' } })).toEqual(missing)
  })

  it('leaves what is shown when only its renewal failed', () => {
    const broken = { code: 'INTERNAL_SERVER_ERROR' }
    expect(articleTrouble({ data, error: broken })).toBeNull()
    expect(articleTrouble({ data: undefined, error: broken })).toBe(broken)
    expect(articleTrouble({ data, error: null })).toBeNull()
  })
})
