import { Fragment } from 'react'
import { keysNow, useKeyBindings } from './key-bindings.ts'
import { chordCaps, isMacKeyboard } from './key-match.ts'
import type { CommandId } from './keymap.ts'
import classes from './keys.module.css'

interface KeysProps {
  /** `mod+k`, `?` or a sequence such as `g l`. */
  readonly keys: string
}

/** Keys drawn as caps. */
export function Keys({ keys }: KeysProps) {
  const isMac = isMacKeyboard()
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((chord, place) => (
        <span key={chord} className={classes.chord}>
          {place > 0 && <span className={classes.then}> then </span>}
          {chordCaps(chord, isMac).map((cap, at) => (
            <Fragment key={cap}>
              {at > 0 && ' '}
              <kbd className={classes.cap}>{cap}</kbd>
            </Fragment>
          ))}
        </span>
      ))}
    </span>
  )
}

/** The first key that a command has now, drawn as caps; nothing when it has none. */
export function KeysOf({ id }: { readonly id: CommandId }) {
  const keys = useKeyBindings().find((binding) => binding.id === id)?.keys[0]
  return keys === undefined ? null : <Keys keys={keys} />
}

/** What `Keys` shows, as it is read: `mod+k` gives `Ctrl K`, `g l` gives `G then L`. For names that hold what is seen. */
export function keyCaps(keys: string): string {
  const isMac = isMacKeyboard()
  return keys
    .split(' ')
    .map((chord) => chordCaps(chord, isMac).join(' '))
    .join(' then ')
}

/** The first keys of a shortcut in words, for `aria-keyshortcuts` and tooltips: `Ctrl+K`. Empty when it has none. */
export function keysOf(id: CommandId): string {
  return keyWords(keysNow(id)[0] ?? '')
}

/** Keys in words: `mod+k` gives `Ctrl+K`, `g l` gives `G L`. */
export function keyWords(keys: string): string {
  const isMac = isMacKeyboard()
  return keys
    .split(' ')
    .map((chord) => chordCaps(chord, isMac).join('+'))
    .join(' ')
}
