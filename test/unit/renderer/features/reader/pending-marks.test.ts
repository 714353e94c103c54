import { describe, expect, it } from 'vitest'
import { withPending } from '#renderer/features/reader/pending-marks.ts'
import { mark } from './mark-samples.ts'

describe('withPending', () => {
  it('shows what was added, changed and deleted before the library has stored it', () => {
    const shown = withPending(
      [mark('a', 10, 20), mark('b', 30, 40)],
      [
        { kind: 'add', annotation: mark('c', 15, 18) },
        { kind: 'update', id: 'a', change: { note: 'seen' } },
        { kind: 'remove', ids: ['b'] },
      ],
    )
    expect(shown.map(({ id, note }) => [id, note])).toEqual([
      ['a', 'seen'],
      ['c', ''],
    ])
  })

  it('lists notes on the article first, then marks by place, the longer of two first', () => {
    const shown = withPending([mark('late', 50, 60), mark('short', 10, 12), mark('long', 10, 30)], [])
    expect(shown.map(({ id }) => id)).toEqual(['long', 'short', 'late'])
    expect(withPending([mark('late', 50, 60), mark('note', null, null)], [])[0]?.id).toBe('note')
  })
})
