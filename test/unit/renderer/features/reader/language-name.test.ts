import { describe, expect, it } from 'vitest'
import { languageName } from '#renderer/features/reader/language-name.ts'

describe('languageName', () => {
  it('gives the English name, or the tag when there is none', () => {
    expect([languageName('de'), languageName('no language')]).toEqual(['German', 'no language'])
  })
})
