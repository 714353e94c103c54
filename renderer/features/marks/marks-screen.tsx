import { Button } from '@mantine/core'
import { IconArrowsMove, IconFileExport, IconPencil } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { type ListCursor, useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { articlePath, routes } from '#shared/domain/routes.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { exportMarks } from './export-marks.ts'
import { type MarkFilter, MarkFilters, noFilter } from './mark-filters.tsx'
import { MarkRow } from './mark-row.tsx'
import classes from './marks-screen.module.css'
import { fetchShownMarks, filterInput } from './shown-marks.ts'
import { TickedBar } from './ticked-bar.tsx'
import { type Ticked, useTicked } from './use-ticked.ts'

const PAGE_SIZE = 100

export function MarksScreen() {
  const [filter, setFilter] = useKeptState<MarkFilter>('filter', noFilter)
  const [editing, setEditing] = useState<'shown' | 'ticked' | null>(null)
  const filterField = useRef<HTMLInputElement>(null)
  const list = useMarks(filter)
  const cursor = useListCursor(list.items.length)
  const ticked = useTicked(list.items)
  const remove = useRemoveMarks()
  const navigate = useNavigate()
  const adrift = useQuery(api.repair.list.queryOptions({ input: { limit: 1 } })).data?.total ?? 0
  const moved = useQuery(api.repair.moved.queryOptions({ input: { limit: 1 } })).data?.total ?? 0
  const active = list.items[cursor.index]
  useCommands({
    'marks.next': cursor.next,
    'marks.previous': cursor.previous,
    'marks.open': () => {
      if (active) void navigate(articlePath(active.articleId, passageOf(active)))
    },
    'marks.delete': () => {
      if (ticked.marks.length > 0) remove(ticked.marks)
      else if (active) remove([active])
    },
    'marks.tick': () => ticked.toggle(cursor.index, false),
    'marks.tick-to': () => ticked.toggle(cursor.index, true),
    ...(ticked.marks.length > 0 && { 'marks.change': () => setEditing('ticked'), 'marks.untick': ticked.clear }),
    'marks.repair': () => void navigate(routes.repair),
    'marks.filter': () => filterField.current?.focus(),
  })
  return (
    <Screen width="fill">
      <PageTitle
        title="Marks"
        lead={list.total > 0 ? formatCount(list.total, 'mark', 'marks') : null}
        actions={
          adrift > 0 && (
            <Button component={Link} to={routes.repair} variant="light">
              Repair {formatCount(adrift, 'mark', 'marks')}
            </Button>
          )
        }
        menu={
          list.total > 0
            ? [
                {
                  label: `Change all ${formatCount(list.total, 'mark', 'marks')} shown`,
                  onSelect: () => setEditing('shown'),
                  icon: <IconPencil size={16} stroke={1.6} />,
                },
                ...(moved > 0
                  ? [
                      {
                        label: `Look at ${formatCount(moved, 'mark that reads', 'marks that read')} otherwise now`,
                        onSelect: () => void navigate(routes.repair),
                        icon: <IconArrowsMove size={16} stroke={1.6} />,
                      },
                    ]
                  : []),
                {
                  label: 'Export what is shown as Markdown',
                  onSelect: () => void exportMarks(() => fetchShownMarks(filter)),
                  icon: <IconFileExport size={16} stroke={1.6} />,
                },
              ]
            : []
        }
      />
      {editing && (
        <BulkDialog
          find={editing === 'shown' ? () => fetchShownMarks(filter) : async () => ticked.marks}
          title={
            editing === 'shown'
              ? `Change all ${formatCount(list.total, 'mark', 'marks')} shown`
              : `Change ${formatCount(ticked.marks.length, 'ticked mark', 'ticked marks')}`
          }
          onClose={() => setEditing(null)}
        />
      )}
      <MarkFilters
        filter={filter}
        fieldRef={filterField}
        onChange={(change) => {
          setFilter((before) => ({ ...before, ...change }))
          cursor.moveTo(0)
        }}
      />
      <TickedBar
        count={ticked.marks.length}
        onChange={() => setEditing('ticked')}
        onExport={() => void exportMarks(async () => ticked.marks)}
        onRemove={() => remove(ticked.marks)}
        onClear={ticked.clear}
      />
      <div className={classes.list} data-stale={list.isStale}>
        <MarkList
          list={list}
          cursor={cursor}
          ticked={ticked}
          isFiltered={filter.query.trim() !== '' || Object.keys(filterInput(filter)).length > 0}
          onRemove={(mark) => remove([mark])}
        />
      </div>
    </Screen>
  )
}

function useMarks(filter: MarkFilter) {
  const query = useDeferredValue(filter.query.trim())
  const marks = useInfiniteQuery(
    api.annotation.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        query,
        limit: PAGE_SIZE,
        cursor,
        ...filterInput(filter),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = marks.data?.pages
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return {
    items,
    total: pages?.[0]?.total ?? 0,
    isPending: marks.isPending,
    isStale: marks.isPlaceholderData,
    error: marks.data ? null : marks.error,
    retry: () => void marks.refetch(),
    more: () => {
      if (marks.hasNextPage && !marks.isFetchingNextPage) void marks.fetchNextPage()
    },
  }
}

function useRemoveMarks(): (marks: readonly Annotation[]) => void {
  const remove = useMutation(
    api.annotation.remove.mutationOptions({
      onSuccess: ({ removed }) =>
        holdUndo().then((takeBack) =>
          showUndoToast(removed === 1 ? 'Mark deleted' : `${formatCount(removed, 'mark', 'marks')} deleted`, takeBack),
        ),
      onError: showErrorToast,
    }),
  )
  return (marks) => remove.mutate({ annotationIds: marks.map(({ id }) => id) })
}

function passageOf({ start, end }: Annotation): { start: number; end: number } | null {
  return start === null || end === null ? null : { start, end }
}

interface MarkListProps {
  readonly list: ReturnType<typeof useMarks>
  readonly cursor: ListCursor
  readonly ticked: Ticked
  readonly isFiltered: boolean
  readonly onRemove: (mark: Annotation) => void
}

function MarkList({ list, cursor, ticked, isFiltered, onRemove }: MarkListProps) {
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending) return <LoadingState label="Fetching the marks" />
  if (list.items.length === 0) {
    return isFiltered ? (
      <EmptyState title="No such mark">No mark has all of that. Take one of the filters away.</EmptyState>
    ) : (
      <EmptyState title="No marks yet" actions={<ToLibrary />}>
        Open an article, select some words and press 1 to 8, one key for each category. All marks of all articles stand
        here.
      </EmptyState>
    )
  }
  return (
    <VirtualList
      items={list.items}
      label="Marks"
      itemKey={(mark) => mark.id}
      renderItem={(mark, index) => (
        <MarkRow
          mark={mark}
          isActive={index === cursor.index}
          isTicked={ticked.has(mark.id)}
          onTick={(toHere) => ticked.toggle(index, toHere)}
          onFocus={() => cursor.moveTo(index)}
          onRemove={() => onRemove(mark)}
        />
      )}
      estimateHeightPx={92}
      activeIndex={cursor.index}
      total={list.total}
      onEndReached={list.more}
    />
  )
}
