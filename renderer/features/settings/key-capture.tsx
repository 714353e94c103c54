import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { chordOf, isMacKeyboard } from '#renderer/ui/key-match.ts'
import { Keys } from '#renderer/ui/keys.tsx'
import classes from './key-settings.module.css'

/** How long a single letter waits for a second one: `g l` is pressed one after the other. */
const SECOND_KEY_MS = 700

interface KeyCaptureProps {
  readonly label: string
  readonly onKeys: (keys: string) => void
  readonly onCancel: () => void
  /** Takes the keys away that stand here; not there where none do. */
  readonly onRemove?: () => void
}

/** Waits for the keys to give to a command: one chord, or two letters one after the other. Escape leaves it. */
export function KeyCapture({ label, onKeys, onCancel, onRemove }: KeyCaptureProps) {
  const [first, setFirst] = useState<string | null>(null)
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (first === null) return
    const timer = setTimeout(() => onKeys(first), SECOND_KEY_MS)
    return () => clearTimeout(timer)
  }, [first, onKeys])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onCancel()
    const chord = chordOf(event.nativeEvent, isMacKeyboard())
    if (chord === null) return
    if (first !== null) onKeys(`${first} ${chord}`)
    else if (/^[a-z0-9]$/.test(chord)) setFirst(chord)
    else onKeys(chord)
  }
  return (
    <span className={classes.capture}>
      <button
        ref={field}
        type="button"
        className={classes.waiting}
        aria-label={`Press the new keys for ${label}. Escape leaves it.`}
        onKeyDown={onKeyDown}
      >
        {first === null ? 'Press keys…' : <Keys keys={first} />}
      </button>
      {onRemove && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
          Remove
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel}>
        Cancel
      </Button>
    </span>
  )
}
