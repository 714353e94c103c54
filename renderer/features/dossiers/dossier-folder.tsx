import { Button } from '@mantine/core'
import { IconCards } from '@tabler/icons-react'
import { useState } from 'react'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Dossier } from '#shared/contract/entity.ts'
import { CorrectDossier } from './correct-dossier.tsx'
import classes from './dossier-folder.module.css'

const kindNames = { person: 'Person', group: 'Group', place: 'Place' } as const
/** How many roles stand on the folder before one asks for the rest. */
const ROLES_SHOWN = 4

interface DossierFolderProps {
  readonly dossier: Dossier
  readonly onMakeCard: () => void
}

/** The front of the folder: its tab, the name, the other names, who that is. */
export function DossierFolder({ dossier, onMakeCard }: DossierFolderProps) {
  return (
    <header className={classes.root}>
      <span className={classes.tab}>{kindNames[dossier.kind]}</span>
      <div className={classes.front}>
        <div className={classes.words}>
          <h1 className={classes.name}>{dossier.name}</h1>
          {dossier.aliases.length > 0 && <p className={classes.aliases}>also {dossier.aliases.join(', ')}</p>}
          <Roles roles={dossier.roles} />
        </div>
        <div className={classes.side}>
          <Button
            variant="default"
            onClick={onMakeCard}
            leftSection={<IconCards size={16} stroke={1.6} />}
            className={classes.make ?? ''}
          >
            Make a card
          </Button>
          <CorrectDossier dossier={dossier} />
          <p className={classes.counts}>
            {formatCount(dossier.mentionCount, 'mention', 'mentions')} in{' '}
            {formatCount(dossier.articleCount, 'article', 'articles')}
          </p>
        </div>
      </div>
    </header>
  )
}

function Roles({ roles }: Pick<Dossier, 'roles'>) {
  const [isOpen, setOpen] = useState(false)
  const all = distinctRoles(roles)
  const shown = isOpen ? all : all.slice(0, ROLES_SHOWN)
  if (all.length === 0) return null
  return (
    <ul className={classes.roles}>
      {shown.map((role) => (
        <li key={`${role.articleId}:${role.start}:${role.role}`}>
          <PassageLink articleId={role.articleId} start={role.start} end={role.end} className={classes.role ?? ''}>
            {role.role}
          </PassageLink>
          <span className={classes.where}>
            {[formatDay(role.publishedOn), role.articleTitle].filter((words) => words !== '').join(' · ')}
          </span>
        </li>
      ))}
      {all.length > shown.length && (
        <li>
          <button type="button" className={classes.more} onClick={() => setOpen(true)}>
            {all.length - shown.length} more
          </button>
        </li>
      )}
    </ul>
  )
}

/** Each role once, where it is named first in time; undated ones last. */
function distinctRoles(roles: Dossier['roles']): Dossier['roles'] {
  const byTime = [...roles].sort((a, b) => (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999'))
  return [...Map.groupBy(byTime, (role) => role.role.toLowerCase()).values()].flatMap((same) => same.slice(0, 1))
}
