import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly title: string
  /** One or two plain sentences: what will stand here, and how to get there. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** `h1` where nothing else on the screen is one. */
  readonly level?: 'h1' | 'h2'
}

/** What stands where nothing is yet: an empty folder tab, a line, a way on. */
export function EmptyState({ title, children, actions, level: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      <div className={classes.folder} aria-hidden="true" />
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.words}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
