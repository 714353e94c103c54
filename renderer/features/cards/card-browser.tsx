import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { deckOfRule } from '#renderer/client/deadline.ts'
import { planInWords } from '#renderer/ui/deck-words.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import type { CardFilter } from '#shared/contract/card-browser.ts'
import { cardPath } from '#shared/domain/routes.ts'
import { BrowserFilters, type BrowserView, firstView } from './browser-filters.tsx'
import { BulkBar } from './bulk-bar.tsx'
import classes from './card-browser.module.css'
import { countChosen, isChosen, noSelection, type TableSelection, toggle, toRequest } from './card-selection.ts'
import { CardTable } from './card-table.tsx'
import { ruleOfView } from './saved-search.ts'
import { useCardWindow } from './use-card-window.ts'
import { ViewMenu } from './view-menu.tsx'

/** Every card there is: found, sorted, and changed many at a time. */
export function CardBrowser() {
  const tag = useSearchParams()[0].get('tag')
  const [view, setView] = useKeptState<BrowserView>('view', { ...firstView, tag })
  const [selection, setSelection] = useState<TableSelection>(noSelection)
  const [active, setActive] = useState(0)
  const [sight, setSight] = useState({ first: 0, last: 40 })
  const filterField = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const decks = useQuery(api.deck.list.queryOptions({ input: {} })).data?.items ?? []
  const rule = ruleOfView(view, decks)
  const deck = rule ? deckOfRule(decks, rule) : undefined
  const filter = useDeferredValue(filterOf(view))
  const cards = useCardWindow(filter, view.order, sight.first, sight.last)
  const change = (part: Partial<BrowserView>) => {
    setView((before) => ({ ...before, ...part }))
    setSelection(noSelection)
    setActive(0)
  }
  const turn = (index: number) => {
    const card = cards.cardAt(index)
    const seen = cards.loaded.map(({ id }) => id)
    if (card) setSelection((before) => toggle(before, card.id, seen))
  }
  const chosen = countChosen(selection, cards.total)
  const turnAll = () => setSelection(chosen === cards.total ? noSelection : { kind: 'all' })
  const open = (index: number) => {
    const card = cards.cardAt(index)
    if (card) void navigate(cardPath(card.id))
  }
  useCommands({
    'cards.next': () => setActive((at) => Math.min(at + 1, cards.total - 1)),
    'cards.previous': () => setActive((at) => Math.max(0, at - 1)),
    'cards.filter': () => filterField.current?.focus(),
    'cards.select': () => turn(active),
    'cards.select-all': turnAll,
    'cards.open': () => open(active),
  })
  return (
    <section className={classes.browser} aria-label="All cards">
      <BrowserFilters view={view} decks={decks} fieldRef={filterField} onChange={change}>
        <ViewMenu view={view} decks={decks} />
      </BrowserFilters>
      <div>
        <BulkBar
          count={chosen}
          selection={toRequest(selection, filter)}
          onDone={() => setSelection(noSelection)}
          onClear={() => setSelection(noSelection)}
        />
        {deck?.deadline && <p className={classes.plan}>{planInWords(deck)}</p>}
      </div>
      {cards.error ? (
        <ErrorState error={cards.error} onRetry={cards.retry} />
      ) : cards.isPending ? (
        <LoadingState label="Fetching the cards" />
      ) : cards.total === 0 ? (
        <EmptyState title="No such card">No card fits what is asked for.</EmptyState>
      ) : (
        <CardTable
          cards={cards}
          decks={decks}
          order={view.order}
          active={active}
          isChosen={(id) => isChosen(selection, id)}
          allChosen={chosen === 0 ? 'none' : chosen === cards.total ? 'all' : 'some'}
          onOrder={(order) => change({ order })}
          onTurn={turn}
          onTurnAll={turnAll}
          onActive={setActive}
          onOpen={open}
          onSight={setSight}
        />
      )}
    </section>
  )
}

function filterOf({ query, state, deckId, tag }: BrowserView): CardFilter {
  const words = query.trim()
  return {
    state,
    ...(words === '' ? {} : { query: words }),
    ...(deckId === null ? {} : { deckId }),
    ...(tag === null ? {} : { tag }),
  }
}
