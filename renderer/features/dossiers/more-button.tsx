import { formatCount } from '#renderer/ui/format.ts'
import classes from './dossier-aside.module.css'

interface MoreButtonProps {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
  /** How many are not shown yet; null when nobody has counted them. */
  readonly left: number | null
}

/** Brings the next page of a part of the dossier, until all of it is there. */
export function MoreButton({ list, left }: MoreButtonProps) {
  if (!list.hasNextPage) return null
  return (
    <button
      type="button"
      className={classes.more}
      disabled={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {left === null ? 'More' : formatCount(left, 'more', 'more')}
    </button>
  )
}
