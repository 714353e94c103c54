import type { KeyChanges } from './key-bindings.ts'
import type { KeyBinding } from './keymap.ts'
import { keymap } from './keymap.ts'

const defaults: ReadonlyMap<string, readonly string[]> = new Map(
  (keymap as readonly KeyBinding[]).map(({ id, keys }) => [id, keys]),
)

/**
 * The changes after `keys` were put at `place` of a command's keys; a place past the last adds them. Keys that the
 * command has already change places with those put away.
 */
export function putKeys(changes: KeyChanges, id: string, place: number, keys: string): KeyChanges {
  const before = changes[id] ?? defaults.get(id) ?? []
  const next = [...before]
  const already = before.indexOf(keys)
  const put = before[place]
  if (already >= 0 && put === undefined) return changes
  if (already >= 0 && put !== undefined) next[already] = put
  next[place] = keys
  return withKeys(changes, id, next)
}

/** The changes after a command lost some of its keys. In a command of which each place means something, it stays empty. */
export function dropKeys(changes: KeyChanges, binding: KeyBinding, isDropped: (keys: string) => boolean): KeyChanges {
  const before = changes[binding.id] ?? defaults.get(binding.id) ?? []
  const next = binding.hasPlaces
    ? before.map((keys) => (isDropped(keys) ? '' : keys))
    : before.filter((keys) => !isDropped(keys))
  return withKeys(changes, binding.id, next)
}

/** The changes without those of one command. */
export function resetKeys(changes: KeyChanges, id: string): KeyChanges {
  return Object.fromEntries(Object.entries(changes).filter(([other]) => other !== id))
}

// What is as the keymap has it is no change: a better default may come with a later version.
function withKeys(changes: KeyChanges, id: string, keys: readonly string[]): KeyChanges {
  if ((defaults.get(id) ?? []).join('\n') === keys.join('\n')) return resetKeys(changes, id)
  return { ...changes, [id]: keys }
}
