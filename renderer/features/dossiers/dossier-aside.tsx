import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { AsOf, Dossier, Figure } from '#shared/contract/entity.ts'
import { formatFigure } from '#shared/domain/format-figure.ts'
import { dossierPath, routes } from '#shared/domain/routes.ts'
import classes from './dossier-aside.module.css'
import { DossierCards } from './dossier-cards.tsx'
import { DossierDisagreements } from './dossier-disagreements.tsx'
import { DossierNotes } from './dossier-notes.tsx'
import { DossierQuotations } from './dossier-quotations.tsx'
import { Part } from './part.tsx'

const ROWS_SHOWN = 8

interface DossierAsideProps {
  readonly dossier: Dossier
  readonly asOf: AsOf | null
}

/** What else the folder holds: words said, figures, company, own notes, cards. Empty parts are left away. */
export function DossierAside({ dossier, asOf }: DossierAsideProps) {
  return (
    <aside className={classes.aside} aria-label={`More on ${dossier.name}`}>
      <Company appearsWith={dossier.appearsWith} asOf={asOf} />
      <DossierQuotations dossier={dossier} asOf={asOf} />
      <DossierDisagreements entityId={dossier.id} asOf={asOf} />
      <Figures entityId={dossier.id} asOf={asOf} />
      <DossierNotes entityId={dossier.id} asOf={asOf} />
      <DossierCards entityId={dossier.id} asOf={asOf} />
    </aside>
  )
}

function Company({ appearsWith, asOf }: Pick<Dossier, 'appearsWith'> & { asOf: AsOf | null }) {
  if (appearsWith.length === 0) return null
  return (
    <Part title="Appears with">
      <ul className={classes.company}>
        {appearsWith.map((other) => (
          <li key={other.id}>
            <Link to={dossierPath(other.id, asOf)} className={classes.other} data-kind={other.kind}>
              {other.name}
            </Link>{' '}
            <span className={classes.quiet}>{formatCount(other.shared, 'sentence', 'sentences')}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const relationWords = { by: 'its own words', about: null, beside: 'in the same sentence' } as const

function Figures({ entityId, asOf }: { entityId: Dossier['id']; asOf: AsOf | null }) {
  const input = { entityId, limit: ROWS_SHOWN, ...(asOf && { asOf }) }
  const figures = useQuery(api.figure.list.queryOptions({ input })).data
  if (!figures || figures.items.length === 0) return null
  return (
    <Part title="Figures">
      <ul className={classes.figures}>
        {figures.items.map((figure) => (
          <li key={figure.id}>
            <FigureLine figure={figure} />
          </li>
        ))}
      </ul>
      {figures.total > figures.items.length && !asOf && (
        <Link to={`${routes.figures}?entity=${entityId}`} className={classes.more}>
          {figures.total > 200 ? 'All figures' : `All ${formatCount(figures.total, 'figure', 'figures')}`}
        </Link>
      )}
    </Part>
  )
}

function FigureLine({ figure }: { figure: Figure }) {
  const { hedge, value } = formatFigure(figure)
  return (
    <PassageLink articleId={figure.articleId} start={figure.start} end={figure.end} className={classes.figure ?? ''}>
      <span className={classes.value}>
        {hedge && <span className={classes.quiet}>{hedge} </span>}
        {value}
      </span>
      <span className={classes.measures}>
        {[figure.measures ?? figure.subject ?? 'not said of what', figure.relation && relationWords[figure.relation]]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </PassageLink>
  )
}
