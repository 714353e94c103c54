import { describe, expect, it } from 'vitest'
import { MarkNames, withPending } from '#renderer/features/reader/pending-marks.ts'
import { idOf, mark } from './mark-samples.ts'

describe('withPending', () => {
  it('shows what was added, changed and deleted before the library has stored it', () => {
    const shown = withPending(
      [mark('a', 10, 20), mark('b', 30, 40)],
      [
        { kind: 'add', annotation: mark('c', 15, 18) },
        { kind: 'update', id: idOf('a'), change: { note: 'seen' } },
        { kind: 'remove', ids: [idOf('b')] },
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

describe('MarkNames', () => {
  it('goes on calling a mark as it was first drawn, and finds it in the library', () => {
    const names = new MarkNames()
    names.learn(idOf('drawn'), idOf('stored'))
    expect(names.onPage(mark('stored', 1, 2)).id).toBe('drawn')
    expect(names.onPage(mark('other', 1, 2)).id).toBe('other')
    expect([names.inLibrary(idOf('drawn')), names.inLibrary(idOf('other'))]).toEqual(['stored', 'other'])
  })
})
