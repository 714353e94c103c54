import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { CardSort } from '#shared/contract/card-browser.ts'
import type { Deck } from '#shared/contract/deck.ts'
import type { Card } from '#shared/contract/study.ts'
import { cardLine } from '#shared/domain/card-line.ts'
import type { CardId } from '#shared/domain/ids.ts'
import { dueInWords, formatInterval } from '#shared/domain/memory-words.ts'
import classes from './card-browser.module.css'
import type { CardWindow, TableOrder } from './use-card-window.ts'

const ROW_PX = 40
const DAY_MS = 86_400_000
const columns: readonly { sort: CardSort; label: string }[] = [
  { sort: 'created', label: 'Card' },
  { sort: 'due', label: 'Due' },
  { sort: 'stability', label: 'Holds' },
  { sort: 'difficulty', label: 'Difficulty' },
  { sort: 'lapses', label: 'Forgotten' },
]

interface CardTableProps {
  readonly cards: CardWindow
  readonly decks: readonly Deck[]
  readonly order: TableOrder
  readonly active: number
  readonly isChosen: (id: CardId) => boolean
  readonly allChosen: 'none' | 'some' | 'all'
  readonly onOrder: (order: TableOrder) => void
  readonly onTurn: (index: number) => void
  readonly onTurnAll: () => void
  readonly onActive: (index: number) => void
  readonly onOpen: (index: number) => void
  readonly onSight: (sight: { first: number; last: number }) => void
}

/** The table of cards. Only what can be seen is drawn and fetched, so that it can be as long as it likes. */
export function CardTable(props: CardTableProps) {
  const { cards, active, onSight } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: cards.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const rows = virtualizer.getVirtualItems()
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0]
  useEffect(() => onSight({ first, last }), [first, last, onSight])
  useEffect(() => {
    if (active < cards.total) virtualizer.scrollToIndex(active, { align: 'auto' })
  }, [active, cards.total, virtualizer])
  return (
    <div className={classes.table}>
      <TableHead {...props} />
      <div ref={scroller} className={classes.scroller} tabIndex={-1}>
        <ul className={classes.rows} aria-label="Cards" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map((row) => (
            <li
              key={row.key}
              className={classes.item}
              aria-setsize={cards.total}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)`, height: ROW_PX }}
            >
              <TableRow {...props} index={row.index} card={cards.cardAt(row.index)} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function TableHead({ order, allChosen, onOrder, onTurnAll }: CardTableProps) {
  return (
    <div className={classes.head}>
      <Checkbox
        aria-label="Choose all that fit"
        size="xs"
        checked={allChosen === 'all'}
        indeterminate={allChosen === 'some'}
        onChange={onTurnAll}
      />
      {columns.map(({ sort, label }) => {
        const isSorted = order.sort === sort
        return (
          <button
            key={sort}
            type="button"
            className={classes.column}
            aria-label={`Sort by ${label.toLowerCase()}${isSorted ? (order.descending ? ', descending now' : ', ascending now') : ''}`}
            onClick={() => onOrder({ sort, descending: isSorted ? !order.descending : sort !== 'due' })}
          >
            {label}
            {isSorted && (order.descending ? <IconArrowDown size={13} /> : <IconArrowUp size={13} />)}
          </button>
        )
      })}
    </div>
  )
}

interface TableRowProps extends CardTableProps {
  readonly index: number
  readonly card: Card | undefined
}

function TableRow({ card, index, decks, active, isChosen, onTurn, onActive, onOpen }: TableRowProps) {
  if (!card) return <div className={classes.row} aria-busy="true" />
  const line = cardLine(card)
  const deck = decks.length > 1 ? decks.find(({ id }) => id === card.deckId)?.name : undefined
  return (
    <div className={classes.row} data-active={index === active} data-chosen={isChosen(card.id)}>
      <Checkbox
        aria-label={`Choose ${line}`}
        size="xs"
        checked={isChosen(card.id)}
        onChange={() => {
          onActive(index)
          onTurn(index)
        }}
      />
      <button type="button" className={classes.card} onClick={() => onOpen(index)}>
        <span className={classes.line}>{line}</span>
        <span className={classes.tags}>{[deck, ...card.tags.map((tag) => `#${tag}`)].filter(Boolean).join('  ')}</span>
      </button>
      <span className={classes.fact}>{dueInWords(card, Date.now())}</span>
      <span className={classes.fact}>{card.stability > 0 ? formatInterval(card.stability * DAY_MS) : ''}</span>
      <span className={classes.fact}>{card.difficulty > 0 ? card.difficulty.toFixed(1) : ''}</span>
      <span className={classes.fact}>{card.lapses > 0 ? `${card.lapses}×${card.leech ? ', leech' : ''}` : ''}</span>
    </div>
  )
}
