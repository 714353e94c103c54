import type { Annotation } from '#shared/contract/annotation.ts'
import { formatLikeness } from './likeness.ts'
import classes from './moved-badge.module.css'

/** What is said of a mark whose words changed when it moved with its text; null of any other. */
export function movedWords({ anchor, anchorScore }: Pick<Annotation, 'anchor' | 'anchorScore'>): string | null {
  return anchor === 'moved' && anchorScore < 1 ? `moved, ${formatLikeness(anchorScore)}` : null
}

/** Says of a mark that its words changed when it moved with its text. */
export function MovedBadge({ mark }: { readonly mark: Pick<Annotation, 'anchor' | 'anchorScore'> }) {
  const words = movedWords(mark)
  return words === null ? null : <span className={classes.moved}>{words}</span>
}
