import type { KeyboardEvent } from 'react'

/**
 * Keys of a field that narrows a list: Enter and arrow down go on to the list with what was typed, Escape empties the
 * field first. Nothing happens while an input method is composing a word.
 */
export function leaveFieldByKey(event: KeyboardEvent<HTMLInputElement>, empty: () => void): void {
  if (event.nativeEvent.isComposing) return
  if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Enter') return
  event.preventDefault()
  if (event.key === 'Escape') empty()
  event.currentTarget.blur()
}
