import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { AsOf, Dossier, Figure } from '#shared/contract/entity.ts'
import { formatFigure } from '#shared/domain/format-figure.ts'
import { routes } from '#shared/domain/routes.ts'
import classes from './dossier-aside.module.css'
import { MoreButton } from './more-button.tsx'
import { Part } from './part.tsx'
import { partPages } from './part-pages.ts'

const FIRST_SHOWN = 8
const PAGE_SIZE = 40
/** Beyond this nobody counts the figures of an entity. */
const MOST_COUNTED = 200

interface DossierFiguresProps {
  readonly entityId: Dossier['id']
  readonly kind: Dossier['kind']
  readonly asOf: AsOf | null
}

/** Figures stated by the entity, about it or beside it; more on demand, and all of them in the ledger. */
export function DossierFigures({ entityId, kind, asOf }: DossierFiguresProps) {
  const list = useInfiniteQuery(
    api.figure.list.infiniteOptions({
      input: partPages({ entityId, asOf, first: FIRST_SHOWN, next: PAGE_SIZE }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  if (items.length === 0) return null
  return (
    <Part title="Figures">
      <ul className={classes.figures}>
        {items.map((figure) => (
          <li key={figure.id}>
            <FigureLine figure={figure} kind={kind} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} left={total > MOST_COUNTED ? null : total - items.length} />
      {total > FIRST_SHOWN && !asOf && (
        <Link to={`${routes.figures}?entity=${entityId}`} className={classes.more}>
          In the ledger
        </Link>
      )}
    </Part>
  )
}

const relationWords = { by: 'its own words', about: null, beside: 'in the same sentence' } as const

function relationOf({ relation }: Figure, kind: Dossier['kind']): string | null {
  return relation === 'by' && kind === 'person' ? 'their own words' : relation && relationWords[relation]
}

function FigureLine({ figure, kind }: { figure: Figure; kind: Dossier['kind'] }) {
  const { hedge, value } = formatFigure(figure)
  return (
    <PassageLink articleId={figure.articleId} start={figure.start} end={figure.end} className={classes.figure ?? ''}>
      <span className={classes.value}>
        {hedge && <span className={classes.quiet}>{hedge} </span>}
        {value}
      </span>
      <span className={classes.measures}>
        {[figure.measures ?? figure.subject ?? 'not said of what', relationOf(figure, kind)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </PassageLink>
  )
}
