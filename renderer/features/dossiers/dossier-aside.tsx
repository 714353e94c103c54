import { Link } from 'react-router'
import { formatCount } from '#renderer/ui/format.ts'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import classes from './dossier-aside.module.css'
import { DossierCards } from './dossier-cards.tsx'
import { DossierDisagreements } from './dossier-disagreements.tsx'
import { DossierFigures } from './dossier-figures.tsx'
import { DossierNotes } from './dossier-notes.tsx'
import { DossierQuotations } from './dossier-quotations.tsx'
import { Part } from './part.tsx'

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
      <DossierFigures entityId={dossier.id} kind={dossier.kind} asOf={asOf} />
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
