import { describe, expect, it } from 'vitest'
import { formsAlike } from '#shared/text/written-alike.ts'

const TEXT =
  'Martin Calloway spoke. Helen Calloway left. Mr Calloway stayed, Ms Calloway waved, Mr. Calloway slept; Calloway.'

function spansOf(pattern: RegExp) {
  return [...TEXT.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
const names = spansOf(/(?:Martin |Helen )?Calloway/g)

/** The forms that go with the first place at which the text has these words. */
function alike(words: string): string[] {
  const at = TEXT.indexOf(words) + words.length
  const place = names.find((one) => one.end === at)
  return place ? formsAlike(TEXT, place, names).forms : []
}

describe('formsAlike', () => {
  it('takes a surname with its title along with the surname alone, and never another title or a full name', () => {
    expect(alike('Mr Calloway')).toEqual(['Mr Calloway', 'Mr. Calloway', 'Calloway'])
    expect(alike('Ms Calloway')).toEqual(['Ms Calloway', 'Calloway'])
  })

  it('takes a surname alone only with itself', () => {
    expect(alike('; Calloway')).toEqual(['Calloway'])
  })

  it('takes a full name with its shorter forms, and never with another full name', () => {
    expect(alike('Helen Calloway')).toEqual([
      'Helen Calloway',
      'Mr Calloway',
      'Ms Calloway',
      'Mr. Calloway',
      'Calloway',
    ])
  })
})
