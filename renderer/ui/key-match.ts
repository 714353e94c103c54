/** The parts of a keyboard event that say which key was meant. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * Whether a press is the chord, such as `mod+shift+z`, `?` or `3`. Shift is not compared for characters that only
 * come with it on some keyboards, such as `?`.
 */
export function matchesChord(press: KeyPress, chord: string, isMac: boolean): boolean {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  const mod = isMac ? press.metaKey : press.ctrlKey
  const other = isMac ? press.ctrlKey : press.metaKey
  if (mod !== wants('mod') || other || press.altKey !== wants('alt')) return false
  const isCharacter = key.length === 1 && !/[a-z0-9]/.test(key)
  if (!isCharacter && press.shiftKey !== wants('shift')) return false
  return pressedKey(press) === (key === 'space' ? ' ' : key)
}

// With a non-Latin layout the key is a letter of that script; the place on the keyboard tells what was meant.
function pressedKey(press: KeyPress): string {
  const key = press.key.toLowerCase()
  if (/^[\x20-\x7e]$/.test(key) || key.length > 1) return key
  return /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase() ?? key
}

const modifierKeys = new Set(['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock', 'dead', 'process', 'fn'])

/** The chord that a press is, as the keymap writes it; null while only modifiers are held. */
export function chordOf(press: KeyPress, isMac: boolean): string | null {
  const key = pressedKey(press)
  if (modifierKeys.has(key)) return null
  const isCharacter = key.length === 1 && !/[a-z0-9 ]/.test(key)
  const mod = isMac ? press.metaKey : press.ctrlKey
  const held = [mod && 'mod', press.altKey && 'alt', press.shiftKey && !isCharacter && 'shift'].filter(Boolean)
  // A chord is written with +, so that key itself can only stand alone.
  if (key === '+' && held.length > 0) return null
  return [...held, key === ' ' ? 'space' : key].join('+')
}

const keyNames: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  backspace: 'Backspace',
  home: 'Home',
  end: 'End',
  ' ': 'Space',
  space: 'Space',
}

/** The caps to draw for a chord: `mod+k` gives `Ctrl`, `K`; on a Mac `⌘`, `K`. */
export function chordCaps(chord: string, isMac: boolean): readonly string[] {
  if (chord === '+') return [chord]
  const modifiers: Readonly<Record<string, string>> = isMac
    ? { mod: '⌘', shift: '⇧', alt: '⌥' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' }
  return chord.split('+').map((part) => modifiers[part] ?? keyNames[part] ?? part.toUpperCase())
}

/** Whether this computer has a Cmd key. */
export function isMacKeyboard(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}
