import { useSyncExternalStore } from 'react'
import { isMacKeyboard, type KeyPress, matchesChord } from './key-match.ts'
import { type CommandId, type KeyBinding, keymap } from './keymap.ts'

/** The keys a person has given to commands, by id; what is not in it has the keys of the keymap. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>

const table: readonly KeyBinding[] = keymap
const listeners = new Set<() => void>()
let bindings: readonly KeyBinding[] = table

/** Every shortcut with the keys it has now, in the order of the keymap. */
export function keyBindings(): readonly KeyBinding[] {
  return bindings
}

/** The keymap with a person's changes. Ids that no longer exist are passed over. */
export function withKeyChanges(changes: KeyChanges): readonly KeyBinding[] {
  return table.map((binding) => {
    const keys = changes[binding.id]
    return keys ? { ...binding, keys } : binding
  })
}

/** From now on commands answer to these keys. */
export function setKeyChanges(changes: KeyChanges): void {
  bindings = withKeyChanges(changes)
  for (const listener of listeners) listener()
}

/** Every shortcut with the keys it has now; draws anew when they change. */
export function useKeyBindings(): readonly KeyBinding[] {
  return useSyncExternalStore(watchKeyBindings, keyBindings)
}

/** The keys that a command has now. */
export function keysNow(id: CommandId): readonly string[] {
  return bindings.find((binding) => binding.id === id)?.keys ?? []
}

/** Whether a press is one of the command's keys; for keys that mean something only where the focus is. */
export function isKeyOf(id: CommandId, press: KeyPress): boolean {
  return keysNow(id).some((keys) => matchesChord(press, keys, isMacKeyboard()))
}

function watchKeyBindings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
