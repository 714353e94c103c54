import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type RefObject, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { type ListCursor, useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { EntitySummary } from '#shared/contract/entity.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import { dossierPath, routes } from '#shared/domain/routes.ts'
import { type DossierFilter, DossierFilters, QUERY_SETTLES_MS } from './dossier-filters.tsx'
import { DossierRow } from './dossier-row.tsx'
import classes from './dossiers-screen.module.css'
import { SelectionBar } from './selection-bar.tsx'
import { type Selection, useSelection } from './use-selection.ts'

const PAGE_SIZE = 100

export function DossiersScreen() {
  const [filter, setFilter] = useKeptState<DossierFilter>('filter', { kind: 'all', query: '', sort: 'mentions' })
  const filterField = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const list = useEntities(filter)
  const cursor = useListCursor(list.items.length)
  const selection = useSelection(list.items)
  useDossierKeys(list.items, cursor, filterField, selection)
  return (
    <Screen width="fill">
      <PageTitle
        title="Dossiers"
        actions={
          <>
            <Button variant="default" component={Link} to={routes.same}>
              Who may be the same
            </Button>
            <Button variant="default" component={Link} to={routes.doubtful}>
              Doubtful names
            </Button>
          </>
        }
        menu={[
          { label: 'Your corrections', onSelect: () => void navigate(routes.corrections) },
          { label: 'How right the finds are', onSelect: () => void navigate(routes.honesty) },
          { label: 'Export dossiers…', onSelect: () => void navigate(`${routes.export}?as=dossiers-markdown`) },
        ]}
      />
      <DossierFilters
        filter={filter}
        fieldRef={filterField}
        onChange={(change) => {
          setFilter((before) => ({ ...before, ...change }))
          cursor.moveTo(0)
        }}
      />
      <SelectionBar selection={selection} />
      <div className={classes.list} data-stale={list.isStale}>
        <DossierList list={list} cursor={cursor} filter={filter} selection={selection} />
      </div>
    </Screen>
  )
}

function useEntities(filter: DossierFilter) {
  const [query] = useDebouncedValue(filter.query.trim(), QUERY_SETTLES_MS)
  const kind: EntityKind | undefined = filter.kind === 'all' ? undefined : filter.kind
  const entities = useInfiniteQuery(
    api.entity.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ kind, query, sort: filter.sort, limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const items = entities.data?.pages.flatMap((page) => page.items) ?? []
  const more = () => {
    if (entities.hasNextPage && !entities.isFetchingNextPage) void entities.fetchNextPage()
  }
  return {
    items,
    total: entities.data?.pages[0]?.total ?? 0,
    isStale: entities.isPlaceholderData,
    isPending: entities.isPending,
    error: entities.data ? null : entities.error,
    retry: () => void entities.refetch(),
    more,
  }
}

interface DossierListProps {
  readonly list: ReturnType<typeof useEntities>
  readonly cursor: ListCursor
  readonly filter: DossierFilter
  readonly selection: Selection
}

function DossierList({ list, cursor, filter, selection }: DossierListProps) {
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending) return <LoadingState label="Looking for names" />
  if (list.items.length === 0) return <NoNames filter={filter} />
  return (
    <VirtualList
      items={list.items}
      label="People, groups and places"
      itemKey={(entity) => entity.id}
      renderItem={(entity, index) => (
        <DossierRow
          entity={entity}
          isActive={index === cursor.index}
          onFocus={() => cursor.moveTo(index)}
          isSelected={selection.has(entity.id)}
          onSelect={(toHere) => selection.toggle(index, toHere)}
        />
      )}
      estimateHeightPx={60}
      activeIndex={cursor.index}
      total={list.total}
      onEndReached={list.more}
    />
  )
}

function NoNames({ filter }: { filter: DossierFilter }) {
  if (filter.query.trim() !== '') {
    return <EmptyState title="No such name">Nobody and nothing in your articles is called “{filter.query}”.</EmptyState>
  }
  return (
    <EmptyState title="No dossiers yet" actions={<ToLibrary />}>
      Dossier opens one for each person, group and place that your articles name. Import an article to begin.
    </EmptyState>
  )
}

function useDossierKeys(
  items: readonly EntitySummary[],
  cursor: ListCursor,
  filterField: RefObject<HTMLInputElement | null>,
  selection: Selection,
): void {
  const navigate = useNavigate()
  useCommands({
    'dossiers.next': cursor.next,
    'dossiers.previous': cursor.previous,
    'dossiers.open': () => {
      const entity = items[cursor.index]
      if (entity) void navigate(dossierPath(entity.id))
    },
    'dossiers.filter': () => filterField.current?.focus(),
    'dossiers.select': () => selection.toggle(cursor.index, false),
    'dossiers.select-to': () => selection.toggle(cursor.index, true),
    'dossiers.same': () => void navigate(routes.same),
    'dossiers.doubtful': () => void navigate(routes.doubtful),
    'dossiers.corrections': () => void navigate(routes.corrections),
    'dossiers.honesty': () => void navigate(routes.honesty),
    ...(selection.chosen.length > 1 && { 'dossiers.merge': () => void selection.merge() }),
  })
}
