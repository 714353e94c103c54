import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { CardId } from '#shared/domain/ids.ts'
import { routes } from '#shared/domain/routes.ts'
import { CardDetail } from './card-detail.tsx'
import classes from './card-drawer.module.css'
import { type CardFilter, CardFilters, noFilter } from './card-filters.tsx'
import { CardRow } from './card-row.tsx'

const PAGE_SIZE = 100

/** All cards as a list, one of them open beside it. Which one is open stands in the address. */
export function CardDrawer({ onWrite }: { onWrite: () => void }) {
  const [filter, setFilter] = useKeptState<CardFilter>('filter', noFilter)
  const filterField = useRef<HTMLInputElement>(null)
  const list = useCards(filter)
  const open = useOpenCard(list)
  useCommands({
    'cards.next': () => open.move(1),
    'cards.previous': () => open.move(-1),
    'cards.filter': () => filterField.current?.focus(),
  })
  return (
    <div className={classes.drawer} data-open={open.cardId !== null}>
      <section className={classes.listPane} aria-label="Cards">
        <CardFilters
          filter={filter}
          fieldRef={filterField}
          onChange={(change) => setFilter((before) => ({ ...before, ...change }))}
        />
        <div className={classes.list} data-stale={list.isStale}>
          <CardList
            list={list}
            open={open}
            isFiltered={filter.query.trim() !== '' || filter.state !== 'all'}
            onWrite={onWrite}
          />
        </div>
      </section>
      {open.cardId && <CardDetail key={open.cardId} cardId={open.cardId} onRemoved={() => open.step()} />}
    </div>
  )
}

type Cards = ReturnType<typeof useCards>

function useCards(filter: CardFilter) {
  const query = useDeferredValue(filter.query.trim())
  const cards = useInfiniteQuery(
    api.card.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ query, state: filter.state, limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = cards.data?.pages
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return {
    items,
    total: pages?.[0]?.total ?? 0,
    isPending: cards.isPending,
    isStale: cards.isPlaceholderData,
    error: cards.data ? null : cards.error,
    retry: () => void cards.refetch(),
    more: () => {
      if (cards.hasNextPage && !cards.isFetchingNextPage) void cards.fetchNextPage()
    },
  }
}

type OpenCard = ReturnType<typeof useOpenCard>

/** The card of the address, or the first of the list. A card may be open that the list does not hold. */
function useOpenCard({ items }: Cards) {
  const [params, setParams] = useSearchParams()
  // The host checks it: an address that holds no id is answered with an error, and that is shown.
  const asked = params.get('card') as CardId | null
  const [goneId, setGoneId] = useState<CardId | null>(null)
  const cardId = asked ?? items.find((card) => card.id !== goneId)?.id ?? null
  const index = items.findIndex((card) => card.id === cardId)
  const openAt = (at: number) => {
    const card = items[at]
    setParams(card ? { card: card.id } : {}, { replace: true })
  }
  return {
    cardId,
    index,
    open: (id: CardId) => setParams({ card: id }, { replace: true }),
    move: (by: number) => openAt(Math.min(Math.max(0, index + by), items.length - 1)),
    /** To the neighbour, when the open card goes away. */
    step: () => {
      setGoneId(cardId)
      openAt(index < items.length - 1 ? index + 1 : index - 1)
    },
  }
}

interface CardListProps {
  readonly list: Cards
  readonly open: OpenCard
  readonly isFiltered: boolean
  readonly onWrite: () => void
}

function CardList({ list, open, isFiltered, onWrite }: CardListProps) {
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending) return <LoadingState label="Fetching the cards" />
  if (list.items.length === 0) return isFiltered ? <NoSuchCard /> : <NoCards onWrite={onWrite} />
  return (
    <VirtualList
      items={list.items}
      label="Cards"
      itemKey={(card) => card.id}
      renderItem={(card, index) => (
        <CardRow card={card} isActive={index === open.index} onOpen={() => open.open(card.id)} />
      )}
      estimateHeightPx={66}
      activeIndex={open.index}
      total={list.total}
      onEndReached={list.more}
    />
  )
}

function NoSuchCard() {
  return <EmptyState title="No such card">No card has these words in this state.</EmptyState>
}

function NoCards({ onWrite }: { onWrite: () => void }) {
  const suggested = useQuery(api.suggestion.list.queryOptions({ input: { limit: 1 } })).data
  if (!suggested) return null
  return (
    <EmptyState
      title="No cards yet"
      actions={
        <>
          {suggested.total > 0 ? (
            <Button component={Link} to={`${routes.cards}?tab=suggestions`}>
              Look at the suggestions
            </Button>
          ) : (
            <ToLibrary />
          )}
          <Button variant="default" onClick={onWrite}>
            Write a card
          </Button>
        </>
      }
    >
      Keep a suggestion, write a card by hand, or select words while you read.
    </EmptyState>
  )
}
