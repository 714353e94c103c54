import { Button } from '@mantine/core'
import { IconCards } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '#renderer/ui/format.ts'
import type { Dossier } from '#shared/contract/entity.ts'
import classes from './dossier-folder.module.css'
import { RolesOverTime } from './roles-over-time.tsx'

const kindNames = { person: 'Person', group: 'Group', place: 'Place' } as const

interface DossierFolderProps {
  readonly dossier: Dossier
  /** What stands at the tab: up to when the folder looks. */
  readonly beside: ReactNode
  readonly onMakeCard: () => void
}

/** The front of the folder: its tab, the name, the other names, who that is. */
export function DossierFolder({ dossier, beside, onMakeCard }: DossierFolderProps) {
  return (
    <header className={classes.root}>
      <div className={classes.top}>
        <span className={classes.tab}>{kindNames[dossier.kind]}</span>
        {beside}
      </div>
      <div className={classes.front}>
        <div className={classes.words}>
          <h1 className={classes.name}>{dossier.name || 'Not named yet'}</h1>
          {dossier.aliases.length > 0 && <p className={classes.aliases}>also {dossier.aliases.join(', ')}</p>}
          <RolesOverTime roles={dossier.roles} />
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
          <p className={classes.counts}>
            {formatCount(dossier.mentionCount, 'mention', 'mentions')} in{' '}
            {formatCount(dossier.articleCount, 'article', 'articles')}
          </p>
        </div>
      </div>
    </header>
  )
}
