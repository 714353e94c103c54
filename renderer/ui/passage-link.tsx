import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { articlePath } from '#shared/domain/routes.ts'
import classes from './passage-link.module.css'

interface PassageLinkProps {
  readonly articleId: string
  /** Both in UTF-16 code units; without them the link opens the article where it was left. */
  readonly start?: number | null
  readonly end?: number | null
  readonly children: ReactNode
  readonly className?: string
}

/** Opens an article at a passage. Back returns to where the link stands. */
export function PassageLink({ articleId, start, end, children, className = classes.link }: PassageLinkProps) {
  const passage = typeof start === 'number' && typeof end === 'number' ? { start, end } : null
  return (
    <Link to={articlePath(articleId, passage)} className={className}>
      {children}
    </Link>
  )
}
