import type { Deck, SavedSearch } from '#shared/contract/deck.ts'
import type { BrowserView } from './browser-filters.tsx'

/**
 * The rule of a deck that holds what the table shows, or null where there is none: all cards, or a state that passes by
 * itself. Of a deck alone it is that deck's rule.
 */
export function ruleOfView(view: BrowserView, decks: readonly Deck[]): Deck['rule'] | null {
  const query = view.query.trim()
  const { tag, state, deckId } = view
  if (state !== 'all' && state !== 'leech') return null
  const parts = [query !== '', tag !== null, state === 'leech'].filter(Boolean).length
  if (deckId !== null) {
    const rule = decks.find(({ id }) => id === deckId)?.rule
    return parts === 0 && rule && rule.kind !== 'rest' ? rule : null
  }
  if (parts === 0) return null
  if (parts === 1 && tag !== null) return { kind: 'tag', value: tag }
  if (parts === 1 && query !== '') return { kind: 'search', value: query }
  const search: SavedSearch = {
    ...(query !== '' && { query }),
    ...(tag !== null && { tag }),
    ...(state === 'leech' && { state }),
  }
  return { kind: 'search', value: JSON.stringify(search) }
}

/** What the table shows, in words. */
export function viewInWords({ query, tag, state, deckId }: BrowserView, decks: readonly Deck[]): string {
  const words = query.trim()
  return [
    decks.find(({ id }) => id === deckId)?.name,
    words !== '' && `“${words}”`,
    tag !== null && `#${tag}`,
    state === 'leech' && 'leeches',
  ]
    .filter(Boolean)
    .join(' · ')
}
