import { useState } from 'react'
import { announce } from '#renderer/ui/announce.ts'
import { withKeyChanges } from '#renderer/ui/key-bindings.ts'
import { dropKeys, putKeys, resetKeys } from '#renderer/ui/key-changes.ts'
import { findKeyClashes, isInTheWay, isKeptBySystem } from '#renderer/ui/key-clashes.ts'
import type { KeyBinding } from '#renderer/ui/keymap.ts'
import { keyWords } from '#renderer/ui/keys.tsx'
import { useSettings } from '#renderer/ui/settings-context.tsx'

/** One of a command's keys; a place past the last is one to be added. */
export interface KeyPlace {
  readonly id: string
  readonly place: number
}

/** Keys that were pressed and could not be given as they are: others have them, or the browser keeps them. */
export interface RefusedKeys extends KeyPlace {
  readonly keys: string
  readonly clashes: readonly KeyBinding[]
}

/** What is being done to the shortcuts. */
export function useKeyChanges() {
  const { settings, change } = useSettings()
  const [waiting, setWaiting] = useState<KeyPlace | null>(null)
  const [refused, setRefused] = useState<RefusedKeys | null>(null)
  const bindings = withKeyChanges(settings.keys)
  const keep = (keys: Readonly<Record<string, readonly string[]>>, words: string) => {
    change({ keys: Object.fromEntries(Object.entries(keys).map(([id, list]) => [id, [...list]])) })
    setWaiting(null)
    setRefused(null)
    announce(words)
  }
  return {
    bindings,
    waiting,
    refused,
    isChanged: (id: string) => id in settings.keys,
    isAnyChanged: Object.keys(settings.keys).length > 0,
    wait: (place: KeyPlace | null) => {
      setWaiting(place)
      setRefused(null)
    },
    press: (at: KeyPlace, keys: string) => {
      const clashes = findKeyClashes(bindings, at.id, keys)
      if (clashes.length === 0 && !isKeptBySystem(keys))
        return keep(putKeys(settings.keys, at.id, at.place, keys), `The key is now ${keyWords(keys)}.`)
      setWaiting(null)
      setRefused({ ...at, keys, clashes })
    },
    takeOver: ({ id, place, keys, clashes }: RefusedKeys) => {
      const freed = clashes.reduce(
        (changes, other) => dropKeys(changes, other, (taken) => isInTheWay(taken, keys)),
        settings.keys as Readonly<Record<string, readonly string[]>>,
      )
      keep(putKeys(freed, id, place, keys), `The key is now ${keyWords(keys)}.`)
    },
    leave: () => setRefused(null),
    drop: (binding: KeyBinding, keys: string) =>
      keep(
        dropKeys(settings.keys, binding, (own) => own === keys),
        `${keyWords(keys)} no longer does anything here.`,
      ),
    reset: (id: string) => keep(resetKeys(settings.keys, id), 'The keys are as they came.'),
    resetAll: () => keep({}, 'All keys are as they came.'),
  }
}

/** What is being done to the shortcuts, and how. */
export type KeyEditing = ReturnType<typeof useKeyChanges>
