import { Link } from 'react-router'
import type { EntityKind } from '#shared/domain/extraction.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import { KindBadge } from './kind-badge.tsx'
import classes from './name-links.module.css'

interface NameLinksProps {
  readonly names: readonly { readonly id: string; readonly kind: EntityKind; readonly name: string }[]
}

/** Whom or what a mark is linked to; each opens its dossier. */
export function NameLinks({ names }: NameLinksProps) {
  if (names.length === 0) return null
  return (
    <ul className={classes.names} aria-label="Linked to">
      {names.map(({ id, kind, name }) => (
        <li key={id}>
          <Link to={dossierPath(id)} className={classes.name}>
            <KindBadge kind={kind} label={name} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
