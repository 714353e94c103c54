import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { formatLikeness } from '#renderer/ui/likeness.ts'
import type { ListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { MovedItem } from '#shared/contract/repair.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { findWordChanges } from '#shared/text/word-changes.ts'
import { Changed } from './changed.tsx'
import classes from './moved-list.module.css'

interface MovedListProps {
  readonly items: readonly MovedItem[]
  readonly total: number
  readonly cursor: ListCursor
  readonly onConfirm: (item: MovedItem) => void
  readonly onChoose: (item: MovedItem) => void
  readonly onEndReached: () => void
}

/** Marks that moved with changed words: what each read and what it reads now. */
export function MovedList({ items, total, cursor, onConfirm, onChoose, onEndReached }: MovedListProps) {
  return (
    <div className={classes.list}>
      <VirtualList
        items={items}
        label="Moved marks"
        itemKey={({ annotation }) => annotation.id}
        renderItem={(item, index) => (
          <Row
            item={item}
            isActive={index === cursor.index}
            onFocus={() => cursor.moveTo(index)}
            onConfirm={() => onConfirm(item)}
            onChoose={() => onChoose(item)}
          />
        )}
        estimateHeightPx={132}
        activeIndex={cursor.index}
        total={total}
        onEndReached={onEndReached}
      />
    </div>
  )
}

interface RowProps {
  readonly item: MovedItem
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly onConfirm: () => void
  readonly onChoose: () => void
}

function Row({ item, isActive, onFocus, onConfirm, onChoose }: RowProps) {
  const { annotation, quote } = item
  const { start, end } = annotation
  const changes = useMemo(() => findWordChanges(quote, annotation.quote), [quote, annotation.quote])
  const passage = start === null || end === null ? null : { start, end }
  return (
    <article className={classes.row} data-active={isActive} onFocus={onFocus}>
      <div className={classes.sides}>
        <div>
          <h2 className={classes.heading}>It read</h2>
          <p className={classes.words}>
            <Changed changes={changes} hide="added" />
          </p>
        </div>
        <div>
          <h2 className={classes.heading}>It reads now: {formatLikeness(annotation.anchorScore)}</h2>
          <p className={classes.words}>
            <Changed changes={changes} hide="removed" />
          </p>
        </div>
      </div>
      <div className={classes.foot}>
        <Link to={articlePath(annotation.articleId, passage)} className={classes.article}>
          {annotation.articleTitle}
        </Link>
        <Button size="compact-sm" variant="subtle" onClick={onChoose}>
          Select its place
        </Button>
        <Button size="compact-sm" variant={isActive ? 'filled' : 'default'} onClick={onConfirm}>
          Confirm
        </Button>
      </div>
    </article>
  )
}
