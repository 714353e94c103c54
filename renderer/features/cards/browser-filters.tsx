import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { api } from '#renderer/client/api.ts'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import type { CardFilter } from '#shared/contract/card-browser.ts'
import type { Deck } from '#shared/contract/deck.ts'
import type { DeckId } from '#shared/domain/ids.ts'
import classes from './card-browser.module.css'
import type { TableOrder } from './use-card-window.ts'

const states: readonly { value: CardFilter['state']; label: string }[] = [
  { value: 'all', label: 'In any state' },
  { value: 'due', label: 'Due' },
  { value: 'new', label: 'New' },
  { value: 'learning', label: 'Being learned' },
  { value: 'review', label: 'In review' },
  { value: 'buried', label: 'Hidden until tomorrow' },
  { value: 'suspended', label: 'Set aside' },
  { value: 'leech', label: 'Leeches' },
]

/** What the table shows, and in which order. */
export interface BrowserView {
  readonly query: string
  readonly state: CardFilter['state']
  readonly deckId: DeckId | null
  readonly tag: string | null
  readonly order: TableOrder
}

/** All cards, newest first. */
export const firstView: BrowserView = {
  query: '',
  state: 'all',
  deckId: null,
  tag: null,
  order: { sort: 'created', descending: true },
}

interface BrowserFiltersProps {
  readonly view: BrowserView
  readonly decks: readonly Deck[]
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<BrowserView>) => void
  /** What stands at the end of the row. */
  readonly children: ReactNode
}

/** Words on the card, its state, deck and tag. */
export function BrowserFilters({ view, decks, fieldRef, onChange, children }: BrowserFiltersProps) {
  const tags = useQuery(api.tag.list.queryOptions()).data ?? []
  return (
    <div className={classes.filters}>
      <TextInput
        ref={fieldRef}
        aria-label="Find cards"
        placeholder="Find cards"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={view.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => leaveFieldByKey(event, () => onChange({ query: '' }))}
      />
      <Select
        aria-label="State"
        data={[...states]}
        value={view.state}
        onChange={(value) => onChange({ state: states.find((state) => state.value === value)?.value ?? 'all' })}
      />
      <Select
        aria-label="Deck"
        data={[{ value: '', label: 'All decks' }, ...decks.map(({ id, name }) => ({ value: id, label: name }))]}
        value={view.deckId ?? ''}
        onChange={(value) => onChange({ deckId: decks.find(({ id }) => id === value)?.id ?? null })}
      />
      <Select
        aria-label="Tag"
        data={[{ value: '', label: 'Any tag' }, ...tags.map(({ name }) => ({ value: name, label: `#${name}` }))]}
        value={view.tag ?? ''}
        searchable
        onChange={(value) => onChange({ tag: value === '' ? null : value })}
      />
      {children}
    </div>
  )
}
