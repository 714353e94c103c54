import { useState } from 'react'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Dossier } from '#shared/contract/entity.ts'
import classes from './roles-over-time.module.css'

/** How many roles stand on the folder before one asks for the rest. */
const ROLES_SHOWN = 4
type Role = Dossier['roles'][number]

/** What someone was when, the latest first; each role opens the passage that names it first, its last day the last. */
export function RolesOverTime({ roles }: Pick<Dossier, 'roles'>) {
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? roles : roles.slice(0, ROLES_SHOWN)
  if (roles.length === 0) return null
  return (
    <ul className={classes.roles} aria-label="Roles over time">
      {shown.map((role) => (
        <li key={role.role}>
          <PassageLink articleId={role.articleId} start={role.start} end={role.end} className={classes.role ?? ''}>
            {role.role}
          </PassageLink>
          <When role={role} />
        </li>
      ))}
      {roles.length > shown.length && (
        <li>
          <button type="button" className={classes.more} onClick={() => setOpen(true)}>
            {roles.length - shown.length} more
          </button>
        </li>
      )}
    </ul>
  )
}

function When({ role }: { role: Role }) {
  const { last } = role
  const first = formatDay(role.publishedOn)
  const isOnce = role.articleId === last.articleId || formatDay(last.publishedOn) === first
  if (isOnce) {
    const words = [first, role.count > 1 ? formatCount(role.count, 'time', 'times') : role.articleTitle]
    return <span className={classes.where}>{words.filter((word) => word !== '').join(' · ')}</span>
  }
  return (
    <span className={classes.where}>
      {first || 'undated'} to{' '}
      <PassageLink articleId={last.articleId} start={last.start} end={last.end} className={classes.role ?? ''}>
        {formatDay(last.publishedOn)}
      </PassageLink>{' '}
      · {formatCount(role.count, 'time', 'times')}
    </span>
  )
}
