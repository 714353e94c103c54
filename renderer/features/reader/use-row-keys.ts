import type { KeyboardEvent } from 'react'

/** What keys do to the row that has the focus. */
export type RowKeys = Readonly<Record<string, (row: HTMLElement) => void>>

/**
 * Keys for a list of rows marked `data-row`: j, k and the arrows move the focus, `keys` do what they say to the row
 * that has it. Keys that mean something here do not reach the text beside the list.
 */
export function onRowKey(event: KeyboardEvent<HTMLElement>, keys: RowKeys = {}): void {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (!target || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea')) return
  const row = target.closest<HTMLElement>('[data-row]')
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  const act = keys[event.key]
  if (step === undefined && !(act && row)) return
  event.preventDefault()
  event.stopPropagation()
  if (step !== undefined) focusRow(event.currentTarget, row, step)
  else if (row) act?.(row)
}

/** Moves the focus from `row` by `step` rows; to the first or last when no row has it. */
export function focusRow(list: HTMLElement, row: HTMLElement | null, step: number): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  const next = row ? rows[rows.indexOf(row) + step] : rows.at(step > 0 ? 0 : -1)
  next?.focus()
}
