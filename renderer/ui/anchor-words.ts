import type { AnchorCounts } from '#shared/contract/article.ts'
import { formatCount } from './format.ts'

/** What became of the marks of an article whose text changed, in one or two sentences; empty where there are none. */
export function anchorWords({ placed, moved, unsure, lost }: AnchorCounts): string {
  const found = placed + moved
  const open = unsure + lost
  const parts = [
    found > 0 ? `${formatCount(found, 'mark has', 'marks have')} followed.` : '',
    open > 0 ? `${formatCount(open, 'mark needs', 'marks need')} your eye.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
