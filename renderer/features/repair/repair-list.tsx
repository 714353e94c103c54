import { formatLikeness } from '#renderer/ui/likeness.ts'
import type { ListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { RepairItem } from '#shared/contract/repair.ts'
import classes from './repair-list.module.css'

interface RepairListProps {
  readonly items: readonly RepairItem[]
  readonly total: number
  readonly cursor: ListCursor
  readonly onEndReached: () => void
}

/** The marks that wait, article by article. */
export function RepairList({ items, total, cursor, onEndReached }: RepairListProps) {
  return (
    <div className={classes.list}>
      <VirtualList
        items={items}
        label="Marks to repair"
        itemKey={({ annotation }) => annotation.id}
        renderItem={({ annotation, places }, index) => (
          <button
            type="button"
            className={classes.row}
            aria-current={index === cursor.index}
            onClick={() => cursor.moveTo(index)}
          >
            <span className={classes.quote}>{annotation.quote}</span>
            <span className={classes.facts}>
              <span className={classes.article}>{annotation.articleTitle}</span>
              <span className={classes.score}>{places[0] ? formatLikeness(places[0].score) : 'lost'}</span>
            </span>
          </button>
        )}
        estimateHeightPx={76}
        activeIndex={cursor.index}
        total={total}
        onEndReached={onEndReached}
      />
    </div>
  )
}
