import { chordCaps, isMacKeyboard } from './key-match.ts'
import { type CommandId, type KeyBinding, keymap } from './keymap.ts'
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
          {place > 0 && <span className={classes.then}>then</span>}
          {chordCaps(chord, isMac).map((cap) => (
            <kbd key={cap} className={classes.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}

/** The first keys of a shortcut in words, for `aria-keyshortcuts` and tooltips: `Ctrl+K`. */
export function keysOf(id: CommandId): string {
  const binding: KeyBinding | undefined = keymap.find((entry) => entry.id === id)
  const first = binding?.keys[0] ?? ''
  return first
    .split(' ')
    .map((chord) => chordCaps(chord, isMacKeyboard()).join('+'))
    .join(' ')
}
