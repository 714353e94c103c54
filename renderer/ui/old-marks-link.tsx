import { IconHighlight } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { ResurfacedMark } from '#shared/contract/resurface.ts'
import { routes } from '#shared/domain/routes.ts'
import { formatCount } from './format.ts'
import classes from './old-marks-link.module.css'

/** The way to the old marks of today, while there are some one has not looked at. */
export function OldMarksLink({ items }: { readonly items: readonly ResurfacedMark[] | undefined }) {
  const waiting = items?.filter(({ seenAtMs }) => seenAtMs === null).length ?? 0
  if (waiting === 0) return null
  return (
    <Link to={routes.oldMarks} className={classes.link}>
      <IconHighlight size={16} stroke={1.6} aria-hidden="true" />
      {formatCount(waiting, 'old mark', 'old marks')} to look at again
    </Link>
  )
}
