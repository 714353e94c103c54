import type { KeyBinding } from './keymap.ts'

/**
 * The shortcuts that would get in the way of `keys` on the command `id`: the same keys on the same screen, or a sequence
 * of which one is the beginning. What works everywhere meets every screen.
 */
export function findKeyClashes(bindings: readonly KeyBinding[], id: string, keys: string): readonly KeyBinding[] {
  const own = bindings.find((binding) => binding.id === id)
  if (!own) return []
  return bindings.filter(
    (other) => other.id !== id && meetsOnScreen(own, other) && other.keys.some((taken) => isInTheWay(taken, keys)),
  )
}

/** Whether one of two key sequences hides the other. */
export function isInTheWay(taken: string, keys: string): boolean {
  const [one, two] = [taken.split(' '), keys.split(' ')]
  const shorter = one.length <= two.length ? one : two
  return shorter.every((_, place) => one[place] === two[place])
}

function meetsOnScreen(one: KeyBinding, two: KeyBinding): boolean {
  return one.scope === two.scope || one.scope === 'everywhere' || two.scope === 'everywhere'
}

// Closing and opening of tabs and windows never reaches the page, Tab goes from control to control.
const kept = new Set(['mod+w', 'mod+t', 'mod+n', 'mod+shift+n', 'mod+shift+t', 'mod+q', 'mod+shift+w', 'alt+f4'])

/** Whether the browser or the system keeps the keys for itself, so that nothing here can answer to them. */
export function isKeptBySystem(keys: string): boolean {
  return kept.has(keys) || /(?:^|\+)tab$/.test(keys)
}
