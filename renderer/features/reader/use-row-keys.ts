import type { KeyboardEvent } from 'react'
import { isKeyOf } from '#renderer/ui/key-bindings.ts'
import type { CommandId } from '#renderer/ui/keymap.ts'

/** What the keys of commands do to the row that has the focus. */
export type RowKeys = Partial<Record<Extract<CommandId, `panel.${string}`>, (row: HTMLElement) => void>>

/**
 * Keys for a list of rows marked `data-row`: those of `panel.next` and `panel.previous` move the focus, `keys` do what
 * they say to the row that has it. Keys that mean something here do not reach the text beside the list.
 */
export function onRowKey(event: KeyboardEvent<HTMLElement>, keys: RowKeys = {}): void {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (!target || target.closest('input, textarea')) return
  const row = target.closest<HTMLElement>('[data-row]')
  const step = stepOf(event)
  // The names of an object are strings to the compiler; these are those of `RowKeys`.
  const id = (Object.keys(keys) as (keyof RowKeys)[]).find((one) => isKeyOf(one, event.nativeEvent))
  if (step === 0 && !(id && row)) return
  event.preventDefault()
  event.stopPropagation()
  if (step !== 0) focusRow(event.currentTarget, row, step)
  else if (id && row) keys[id]?.(row)
}

function stepOf({ nativeEvent }: KeyboardEvent): number {
  if (isKeyOf('panel.next', nativeEvent)) return 1
  return isKeyOf('panel.previous', nativeEvent) ? -1 : 0
}

/** Moves the focus from `row` by `step` rows; to the first or last when no row has it. */
export function focusRow(list: HTMLElement, row: HTMLElement | null, step: number): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  const next = row ? rows[rows.indexOf(row) + step] : rows.at(step > 0 ? 0 : -1)
  next?.focus()
}
