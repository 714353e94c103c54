import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatDay } from '#renderer/ui/format.ts'
import { LitText } from '#renderer/ui/lit-text.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import classes from './mention-timeline.module.css'
import { type TimelineRow, timelineRows } from './timeline-rows.ts'

const PAGE_SIZE = 100
/** Below this many rows all are drawn, so that the browser's own find sees them. */
const VIRTUAL_FROM = 200

interface MentionTimelineProps {
  readonly dossier: Pick<Dossier, 'id' | 'kind' | 'name'>
  readonly asOf: AsOf | null
  readonly scroller: HTMLElement
}

/** Every sentence that names the entity, article by article. Draws only what can be seen once it is long. */
export function MentionTimeline({ dossier, asOf, scroller }: MentionTimelineProps) {
  const mentions = useInfiniteQuery(
    api.entity.mentions.infiniteOptions({
      input: (cursor: string | undefined) => ({
        entityId: dossier.id,
        limit: PAGE_SIZE,
        cursor,
        ...(asOf && { asOf }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = mentions.data?.pages
  const rows = useMemo(() => timelineRows(pages?.flatMap((page) => page.items) ?? []), [pages])
  const more = () => {
    if (mentions.hasNextPage && !mentions.isFetchingNextPage) void mentions.fetchNextPage()
  }
  return (
    <section aria-labelledby="mentions-title">
      <h2 id="mentions-title" className="visually-hidden">
        Mentions
      </h2>
      {mentions.isPending && <LoadingState label="Fetching the mentions" />}
      {mentions.isError && <ErrorState error={mentions.error} onRetry={() => void mentions.refetch()} />}
      {rows.length > 0 && <Rows rows={rows} kind={dossier.kind} scroller={scroller} onEndReached={more} />}
    </section>
  )
}

interface RowsProps {
  readonly rows: readonly TimelineRow[]
  readonly kind: Dossier['kind']
  readonly scroller: HTMLElement
  readonly onEndReached: () => void
}

function Rows({ rows, kind, scroller, onEndReached }: RowsProps) {
  const list = useRef<HTMLOListElement>(null)
  const scrollMargin = useOffsetWithin(list, scroller)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (rows[index]?.beginsArticle ? 112 : 64),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: rows.length > VIRTUAL_FROM ? 12 : rows.length,
    scrollMargin,
  })
  const drawn = virtualizer.getVirtualItems()
  const isNearEnd = (drawn.at(-1)?.index ?? 0) >= rows.length - 20 && isScrolledNear(scroller)
  useEffect(() => {
    if (isNearEnd) onEndReached()
  })
  return (
    <ol ref={list} className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map((item) => {
        const row = rows[item.index]
        return row === undefined ? null : (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classes.row}
            style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            <Sentence row={row} kind={kind} />
          </li>
        )
      })}
    </ol>
  )
}

function Sentence({ row, kind }: { row: TimelineRow; kind: Dossier['kind'] }) {
  const ranges = row.ranges.map(({ start, end }) => ({
    start: start - row.sentenceStart,
    end: end - row.sentenceStart,
  }))
  const first = row.ranges[0]
  return (
    <>
      {row.beginsArticle && (
        <h3 className={classes.article}>
          <span className={classes.date}>{formatDay(row.publishedOn) || 'No date'}</span>
          <span className={classes.articleTitle}>{row.articleTitle}</span>
          {row.source && <span className={classes.source}>{row.source}</span>}
        </h3>
      )}
      <PassageLink
        articleId={row.articleId}
        start={first?.start ?? null}
        end={first?.end ?? null}
        className={classes.sentence ?? ''}
      >
        <LitText
          text={row.sentence}
          ranges={ranges}
          render={(words) => (
            <strong className={classes.name} data-kind={kind}>
              {words}
            </strong>
          )}
        />
      </PassageLink>
    </>
  )
}

/** How far down in the scrolled page an element begins, in px; measured again whenever the page above may have changed. */
function useOffsetWithin(element: RefObject<HTMLElement | null>, scroller: HTMLElement): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    if (!element.current) return
    const top = element.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    setOffset(Math.round(top + scroller.scrollTop))
  })
  return offset
}

function isScrolledNear(scroller: HTMLElement): boolean {
  return scroller.scrollTop + scroller.clientHeight * 3 > scroller.scrollHeight
}
