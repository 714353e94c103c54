import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatPercent } from '#renderer/ui/format.ts'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import { cardLine } from '#shared/domain/card-line.ts'
import { dueInWords } from '#shared/domain/memory-words.ts'
import { cardPath, practicePath } from '#shared/domain/routes.ts'
import classes from './dossier-aside.module.css'
import { MoreButton } from './more-button.tsx'
import { Part } from './part.tsx'
import { partPages } from './part-pages.ts'

const FIRST_SHOWN = 8
const PAGE_SIZE = 50

interface DossierCardsProps {
  readonly entityId: Dossier['id']
  readonly asOf: AsOf | null
}

/** The cards on the entity, and how well they are remembered now. */
export function DossierCards({ entityId, asOf }: DossierCardsProps) {
  const list = useInfiniteQuery(
    api.entity.cards.infiniteOptions({
      input: partPages({ entityId, asOf, first: FIRST_SHOWN, next: PAGE_SIZE }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const [cards] = list.data?.pages ?? []
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (!cards || items.length === 0) return null
  return (
    <Part title="Cards">
      {cards.meanRecall !== null && (
        <p className={classes.recall}>
          <meter className={classes.meter} min={0} max={1} value={cards.meanRecall} aria-label="Remembered now" />
          {formatPercent(cards.meanRecall)} remembered now
          {cards.answered < cards.total &&
            ` · ${formatCount(cards.total - cards.answered, 'card', 'cards')} not asked yet`}
        </p>
      )}
      <ul className={classes.cards}>
        {items.map((card) => (
          <li key={card.id}>
            <Link to={cardPath(card.id)} className={classes.card}>
              <span className={classes.question}>{cardLine(card)}</span>
              <span className={classes.quiet}>
                {[card.recall !== null && `${formatPercent(card.recall)} now`, dueInWords(card, Date.now())]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton list={list} left={cards.total - items.length} />
      <p className={classes.quiet}>
        <Link to={practicePath({ entityId })}>Practise these</Link>
      </p>
    </Part>
  )
}
