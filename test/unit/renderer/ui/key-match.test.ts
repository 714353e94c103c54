import { describe, expect, it } from 'vitest'
import { chordCaps, type KeyPress, matchesChord } from '#renderer/ui/key-match.ts'
import { type KeyBinding, keymap } from '#renderer/ui/keymap.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

describe('matchesChord', () => {
  it('reads mod as Ctrl, and as Cmd on a Mac', () => {
    expect(matchesChord(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true)
    expect(matchesChord(press('k', { metaKey: true }), 'mod+k', true)).toBe(true)
    expect(matchesChord(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false)
    expect(matchesChord(press('k', { ctrlKey: true, metaKey: true }), 'mod+k', false)).toBe(false)
  })

  it('tells undo from redo by shift, which makes the letter a capital', () => {
    const redo = press('Z', { ctrlKey: true, shiftKey: true })
    expect(matchesChord(redo, 'mod+shift+z', false)).toBe(true)
    expect(matchesChord(redo, 'mod+z', false)).toBe(false)
  })

  it('takes a character as it was typed, with or without the shift it needs', () => {
    expect(matchesChord(press('?', { shiftKey: true }), '?', false)).toBe(true)
    expect(matchesChord(press('/'), '/', false)).toBe(true)
    expect(matchesChord(press('/', { shiftKey: true }), '/', false)).toBe(true)
  })

  it('leaves a letter alone while another modifier is held', () => {
    expect(matchesChord(press('j', { altKey: true }), 'j', false)).toBe(false)
    expect(matchesChord(press('j', { ctrlKey: true }), 'j', false)).toBe(false)
    expect(matchesChord(press('J', { shiftKey: true }), 'j', false)).toBe(false)
  })

  it('goes by the place on the keyboard where letters are not Latin', () => {
    expect(matchesChord(press('о', { code: 'KeyJ' }), 'j', false)).toBe(true)
    expect(matchesChord(press('я', { code: 'KeyZ', ctrlKey: true }), 'mod+z', false)).toBe(true)
  })
})

describe('chordCaps', () => {
  it('names the keys of each keyboard', () => {
    expect(chordCaps('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(chordCaps('mod+arrowleft', true)).toEqual(['⌘', '←'])
  })
})

describe('keymap', () => {
  const bindings: readonly KeyBinding[] = keymap

  it('holds each id once', () => {
    const ids = bindings.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it('gives no key two meanings on one screen', () => {
    const taken = new Map<string, string>()
    const clashes: string[] = []
    for (const { id, keys, scope } of bindings) {
      for (const key of keys) {
        for (const place of scope === 'everywhere' ? [scope] : [scope, 'everywhere']) {
          const other = taken.get(`${place} ${key}`)
          if (other !== undefined && other !== id) clashes.push(`${key}: ${other}, ${id}`)
        }
        taken.set(`${scope} ${key}`, id)
      }
    }
    expect(clashes).toEqual([])
  })
})
