import { describe, expect, it } from 'vitest'
import { isLookedFor } from '#renderer/features/settings/find-context.ts'

describe('isLookedFor', () => {
  it('wants every word typed, in any order and case', () => {
    expect(isLookedFor('SIZE text', 'Text size font')).toBe(true)
    expect(isLookedFor('size dark', 'Text size font')).toBe(false)
  })

  it('shows everything while nothing is typed', () => {
    expect(isLookedFor('', 'Text size')).toBe(true)
  })
})
