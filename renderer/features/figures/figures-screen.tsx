import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { type ListCursor, useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import { figureBars } from '#shared/domain/format-figure.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { FigureRow, LedgerHead } from './figure-row.tsx'
import classes from './figures-screen.module.css'

const PAGE_SIZE = 100

const sorts = [
  { value: 'article', label: 'Newest article first' },
  { value: 'measures', label: 'By what is measured' },
  { value: 'value', label: 'By size' },
] as const
type Sort = (typeof sorts)[number]['value']

export function FiguresScreen() {
  const [query, setQuery] = useKeptState('query', '')
  const [sort, setSort] = useKeptState<Sort>('sort', 'article')
  const filterField = useRef<HTMLInputElement>(null)
  const [params, setParams] = useSearchParams()
  // The host checks it: an address that holds no id is answered with an error, and that is shown.
  const entityId = params.get('entity') as EntityId | null
  const list = useFigures(query, sort, entityId)
  const cursor = useListCursor(list.items.length)
  const navigate = useNavigate()
  useCommands({
    'figures.next': cursor.next,
    'figures.previous': cursor.previous,
    'figures.open': () => {
      const figure = list.items[cursor.index]
      if (figure) void navigate(articlePath(figure.articleId, figure))
    },
    'figures.filter': () => filterField.current?.focus(),
  })
  return (
    <Screen width="fill">
      <PageTitle title="Figures" lead={list.total > 0 ? formatCount(list.total, 'figure', 'figures') : null} />
      <div className={classes.filters}>
        <TextInput
          ref={filterField}
          aria-label="Find a figure"
          placeholder="Find a figure"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            cursor.moveTo(0)
          }}
          onKeyDown={(event) => leaveFieldByKey(event, () => setQuery(''))}
        />
        <Select
          aria-label="Order"
          data={sorts}
          value={sort}
          onChange={(value) => setSort(sorts.find((one) => one.value === value)?.value ?? 'article')}
        />
        {entityId && <EntityFilter entityId={entityId} onClear={() => setParams({})} />}
      </div>
      <Ledger list={list} cursor={cursor} isFiltered={query.trim() !== '' || entityId !== null} />
    </Screen>
  )
}

function useFigures(query: string, sort: Sort, entityId: EntityId | null) {
  const q = useDeferredValue(query.trim())
  const figures = useInfiniteQuery(
    api.figure.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        query: q,
        sort,
        limit: PAGE_SIZE,
        cursor,
        ...(entityId ? { entityId } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = figures.data?.pages
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return {
    items,
    total: pages?.[0]?.total ?? 0,
    isPending: figures.isPending,
    isStale: figures.isPlaceholderData,
    error: figures.data ? null : figures.error,
    retry: () => void figures.refetch(),
    more: () => {
      if (figures.hasNextPage && !figures.isFetchingNextPage) void figures.fetchNextPage()
    },
  }
}

interface LedgerProps {
  readonly list: ReturnType<typeof useFigures>
  readonly cursor: ListCursor
  readonly isFiltered: boolean
}

function Ledger({ list, cursor, isFiltered }: LedgerProps) {
  const bars = useMemo(() => figureBars(list.items), [list.items])
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending) return <LoadingState label="Fetching the figures" />
  if (list.items.length === 0) {
    return isFiltered ? (
      <EmptyState title="No such figure">
        Search for what is counted, the number as it is written, or who says it.
      </EmptyState>
    ) : (
      <EmptyState title="No figures yet" actions={<ToLibrary />}>
        Every number that your articles state stands here in one ledger: how many, of whom, who says so. Import an
        article to begin.
      </EmptyState>
    )
  }
  return (
    <div className={classes.ledger} data-stale={list.isStale}>
      <LedgerHead />
      <div className={classes.rows}>
        <VirtualList
          items={list.items}
          label="Figures"
          itemKey={(figure) => figure.id}
          renderItem={(figure, index) => (
            <FigureRow
              figure={figure}
              bar={bars.get(figure.id) ?? null}
              isActive={index === cursor.index}
              onFocus={() => cursor.moveTo(index)}
            />
          )}
          estimateHeightPx={57}
          activeIndex={cursor.index}
          total={list.total}
          onEndReached={list.more}
        />
      </div>
    </div>
  )
}

function EntityFilter({ entityId, onClear }: { entityId: EntityId | null; onClear: () => void }) {
  const entity = useQuery(api.entity.get.queryOptions({ input: entityId ? { entityId } : skipToken })).data
  return (
    <Button variant="light" onClick={onClear} rightSection={<IconX size={14} />}>
      Beside {entity?.name ?? '…'}
      <span className="visually-hidden">. Show the figures of all</span>
    </Button>
  )
}
