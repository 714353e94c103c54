import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWordChanges } from '#shared/text/word-changes.ts'

describe('findWordChanges', () => {
  it('tells what was taken out and what was put in', () => {
    const changes = findWordChanges('needed nine hours in all', 'needed eleven hours in all')
    expect(changes.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'nine' },
      { kind: 'added', text: 'eleven' },
    ])
  })

  it('holds both texts whole', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = findWordChanges(before, after)
        const without = (kind: string) => changes.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })
})
