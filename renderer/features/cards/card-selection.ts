import type { CardFilter, CardSelection } from '#shared/contract/card-browser.ts'
import type { CardId } from '#shared/domain/ids.ts'

/** What is chosen in the table: cards one by one, or all that fit the filter. */
export type TableSelection = { readonly kind: 'some'; readonly ids: ReadonlySet<CardId> } | { readonly kind: 'all' }

/** Nothing. */
export const noSelection: TableSelection = { kind: 'some', ids: new Set() }

/** Whether a card is chosen. */
export function isChosen(selection: TableSelection, id: CardId): boolean {
  return selection.kind === 'all' || selection.ids.has(id)
}

/** Chooses a card, or lets it go. Out of all, the rows that were seen stay chosen but for this one. */
export function toggle(selection: TableSelection, id: CardId, seen: readonly CardId[]): TableSelection {
  const ids = new Set(selection.kind === 'all' ? seen : selection.ids)
  if (ids.has(id)) ids.delete(id)
  else ids.add(id)
  return { kind: 'some', ids }
}

/** How many cards are chosen of `total`. */
export function countChosen(selection: TableSelection, total: number): number {
  return selection.kind === 'all' ? total : selection.ids.size
}

/** The choice as the host takes it, or null when nothing is chosen. */
export function toRequest(selection: TableSelection, filter: CardFilter): CardSelection | null {
  if (selection.kind === 'all') return { filter }
  return selection.ids.size === 0 ? null : { cardIds: [...selection.ids] }
}
