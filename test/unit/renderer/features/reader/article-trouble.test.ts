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

  it('tells one whose import was undone from one that was deleted', () => {
    const undone = { ...missing, data: { isUndone: true } }
    const deleted = { ...missing, data: { isUndone: false } }
    expect(articleTrouble({ data, error: undone })).toEqual({ code: 'ARTICLE_UNDONE' })
    expect(articleTrouble({ data, error: deleted })).toBe(deleted)
  })

  it('leaves what is shown when only its renewal failed', () => {
    const broken = { code: 'INTERNAL_SERVER_ERROR' }
    expect(articleTrouble({ data, error: broken })).toBeNull()
    expect(articleTrouble({ data: undefined, error: broken })).toBe(broken)
    expect(articleTrouble({ data, error: null })).toBeNull()
  })
})
