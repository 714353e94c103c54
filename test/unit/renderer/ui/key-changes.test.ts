import { describe, expect, it } from 'vitest'
import { keyBindings, keysNow, setKeyChanges, withKeyChanges } from '#renderer/ui/key-bindings.ts'
import { dropKeys, putKeys, resetKeys } from '#renderer/ui/key-changes.ts'
import { findKeyClashes, isInTheWay, isKeptBySystem } from '#renderer/ui/key-clashes.ts'
import { chordOf, type KeyPress, matchesChord } from '#renderer/ui/key-match.ts'
import type { KeyBinding } from '#renderer/ui/keymap.ts'

function bindingOf(id: string, bindings: readonly KeyBinding[] = keyBindings()): KeyBinding {
  const found = bindings.find((binding) => binding.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}

describe('putKeys', () => {
  it('replaces one key, adds one past the last and forgets what is as it came', () => {
    const one = putKeys({}, 'redo', 0, 'mod+u')
    expect(one).toEqual({ redo: ['mod+u', 'mod+y'] })
    const two = putKeys(one, 'redo', 2, 'f9')
    expect(two).toEqual({ redo: ['mod+u', 'mod+y', 'f9'] })
    expect(putKeys(two, 'redo', 2, 'mod+u')).toEqual({ redo: ['f9', 'mod+y', 'mod+u'] })
    expect(putKeys(putKeys({}, 'undo', 0, 'x'), 'undo', 0, 'mod+z')).toEqual({})
  })

  it('lets two keys of one command change places', () => {
    expect(putKeys({}, 'reader.mark', 0, '8')['reader.mark']).toEqual(['8', '2', '3', '4', '5', '6', '7', '1'])
  })
})

describe('dropKeys', () => {
  it('takes keys away, and leaves the place empty where places mean something', () => {
    expect(dropKeys({}, bindingOf('redo'), (keys) => keys === 'mod+y')).toEqual({ redo: ['mod+shift+z'] })
    expect(dropKeys({}, bindingOf('reader.mark'), (keys) => keys === '2')['reader.mark']?.slice(0, 3)).toEqual([
      '1',
      '',
      '3',
    ])
    expect(resetKeys({ redo: [], undo: ['u'] }, 'redo')).toEqual({ undo: ['u'] })
  })
})

describe('findKeyClashes', () => {
  const clashesOf = (id: string, keys: string, bindings = keyBindings()) =>
    findKeyClashes(bindings, id, keys).map((binding) => binding.id)

  it('tells who has the keys on the same screen or everywhere', () => {
    expect(clashesOf('reader.note', 'c')).toEqual(['reader.card'])
    expect(clashesOf('reader.note', 'mod+k')).toEqual(['search'])
    expect(clashesOf('reader.note', 'u')).toEqual([])
    expect(clashesOf('undo', 'u')).toEqual(['same.undo', 'doubtful.undo', 'corrections.undo', 'review.undo'])
  })

  it('tells of sequences of which one is the beginning', () => {
    expect(clashesOf('reader.note', 'g')).toContain('go-library')
    expect(isInTheWay('g l', 'g l x')).toBe(true)
    expect(isInTheWay('g l', 'g d')).toBe(false)
  })

  it('goes by the keys as they are now', () => {
    const changed = withKeyChanges({ 'reader.card': ['q'], 'long-gone': ['x'] })
    expect(clashesOf('reader.note', 'c', changed)).toEqual([])
    expect(clashesOf('reader.note', 'q', changed)).toEqual(['reader.card'])
  })

  it('knows keys that never reach a page', () => {
    expect(['mod+w', 'tab', 'shift+tab', 'mod+tab', 't'].map(isKeptBySystem)).toEqual([true, true, true, true, false])
  })
})

describe('setKeyChanges', () => {
  it('changes what commands answer to until it is set back', () => {
    setKeyChanges({ undo: [] })
    expect(keysNow('undo')).toEqual([])
    setKeyChanges({})
    expect(keysNow('undo')).toEqual(['mod+z'])
  })
})

describe('chordOf', () => {
  const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  })

  it.each([
    [press('K', { ctrlKey: true, shiftKey: true }), 'mod+shift+k'],
    [press('?', { shiftKey: true }), '?'],
    [press(' '), 'space'],
    [press('ArrowLeft', { altKey: true }), 'alt+arrowleft'],
    [press('F3', { shiftKey: true }), 'shift+f3'],
    [press('+', { shiftKey: true }), '+'],
    [press('о', { code: 'KeyJ' }), 'j'],
  ])('writes what was pressed so that it matches the same press', (pressed, chord) => {
    expect(chordOf(pressed, false)).toBe(chord)
    expect(matchesChord(pressed, chord, false)).toBe(true)
  })

  it('gives none while only modifiers are held', () => {
    expect(
      [press('Shift', { shiftKey: true }), press('Control', { ctrlKey: true })].map((p) => chordOf(p, false)),
    ).toEqual([null, null])
  })
})
