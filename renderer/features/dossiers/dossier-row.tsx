import { Checkbox } from '@mantine/core'
import { Link } from 'react-router'
import { Count } from '#renderer/ui/count.tsx'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import type { EntitySummary } from '#shared/contract/entity.ts'
import { dossierPath } from '#shared/domain/routes.ts'
import classes from './dossier-row.module.css'

interface DossierRowProps {
  readonly entity: EntitySummary
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly isSelected: boolean
  readonly onSelect: (toHere: boolean) => void
}

/** One folder in the drawer: its name, what it is, how often it is met. */
export function DossierRow({ entity, isActive, onFocus, isSelected, onSelect }: DossierRowProps) {
  return (
    <div className={classes.line}>
      <Checkbox
        aria-label={`Select ${entity.name}`}
        checked={isSelected}
        onChange={(event) => onSelect(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        className={classes.check ?? ''}
        size="xs"
      />
      <RowLink entity={entity} isActive={isActive} onFocus={onFocus} />
    </div>
  )
}

function RowLink({ entity, isActive, onFocus }: Pick<DossierRowProps, 'entity' | 'isActive' | 'onFocus'>) {
  return (
    <Link to={dossierPath(entity.id)} className={classes.row} data-active={isActive} onFocus={onFocus}>
      <span className={classes.kind}>
        <KindBadge kind={entity.kind} />
      </span>
      <span className={classes.names}>
        <span className={classes.name}>{entity.name}</span>
        <span className={classes.quiet}>{aboutWords(entity)}</span>
      </span>
      <span className={classes.cards}>
        {entity.cardCount > 0 && <Count value={entity.cardCount} one="card" other="cards" />}
      </span>
      <span className={classes.counts}>
        <Count value={entity.mentionCount} one="mention" other="mentions" />
        <span className={classes.articles}>
          in <Count value={entity.articleCount} one="article" other="articles" />
        </span>
      </span>
    </Link>
  )
}

/** The role, and under which other names it goes. */
function aboutWords({ role, aliases }: EntitySummary): string {
  const also = aliases.length === 0 ? '' : `also ${aliases.slice(0, 3).join(', ')}`
  return [role ?? '', also].filter((words) => words !== '').join(' · ')
}
