import classes from './kind-badge.module.css'

/** What a found passage is about. */
export type Kind = 'person' | 'group' | 'place' | 'figure'

const names: Readonly<Record<Kind, string>> = { person: 'Person', group: 'Group', place: 'Place', figure: 'Figure' }

interface KindBadgeProps {
  readonly kind: Kind
  /** In place of the kind's own name. */
  readonly label?: string
}

/** The name of a kind, told by line and by colour. */
export function KindBadge({ kind, label }: KindBadgeProps) {
  return (
    <span className={classes.badge} data-kind={kind}>
      {label ?? names[kind]}
    </span>
  )
}
