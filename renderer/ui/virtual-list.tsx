import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './virtual-list.module.css'

/** Below this many rows all are drawn: the browser's own find and screen readers then see the whole list. */
const VIRTUAL_FROM = 200

interface VirtualListProps<Item> {
  readonly items: readonly Item[]
  readonly label: string
  readonly itemKey: (item: Item) => string
  readonly renderItem: (item: Item, index: number) => ReactNode
  /** A row's usual height in px; rows are measured once drawn. */
  readonly estimateHeightPx: number
  /** The row to keep in view, for keyboards. */
  readonly activeIndex?: number
  /** How many rows there are in all, where more can be loaded. */
  readonly total?: number
  /** Called as the last rows come near; may be called again until `items` has grown. */
  readonly onEndReached?: () => void
}

/** A scrolling list that draws only what can be seen once it is long. It scrolls itself: give its parent a height. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, label, itemKey, renderItem, estimateHeightPx, activeIndex, total, onEndReached } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateHeightPx,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : itemKey(item)
    },
    overscan: items.length > VIRTUAL_FROM ? 12 : items.length,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? -1

  useEffect(() => {
    if (activeIndex !== undefined && activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtualizer])

  useEffect(() => {
    const first = virtualizer.scrollOffset ?? 0
    const bottom = first + (scroller.current?.clientHeight ?? 0)
    const nearEnd = items.length > 0 && bottom > virtualizer.getTotalSize() - estimateHeightPx * 20
    if (nearEnd && lastIndex >= 0) onEndReached?.()
  })

  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.list} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index]
          return item === undefined ? null : (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              aria-setsize={total ?? items.length}
              aria-posinset={row.index + 1}
              className={classes.row}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderItem(item, row.index)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
