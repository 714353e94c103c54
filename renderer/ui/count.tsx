import classes from './count.module.css'
import { formatCount } from './format.ts'

interface CountProps {
  readonly value: number
  readonly one: string
  readonly other: string
}

/** A count with its word, in figures that line up. */
export function Count({ value, one, other }: CountProps) {
  return <span className={classes.count}>{formatCount(value, one, other)}</span>
}
