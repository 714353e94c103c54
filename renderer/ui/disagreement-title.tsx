import { Link } from 'react-router'
import type { Disagreement } from '#shared/contract/entity.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import classes from './disagreement-title.module.css'

/** What figures disagree on, and of whom: a name that leads to its dossier. */
export function DisagreementTitle({ measures, subject }: Pick<Disagreement, 'measures' | 'subject'>) {
  return (
    <>
      {measures}
      {subject && (
        <>
          {' · '}
          <Link to={dossierPath(subject.id)} className={classes.subject} data-kind={subject.kind}>
            {subject.name}
          </Link>
        </>
      )}
    </>
  )
}
