import type { CategoryColor } from '#shared/contract/annotation.ts'
import classes from './category-dot.module.css'

interface CategoryDotProps {
  readonly color: CategoryColor
  /** What the colour means; hidden only where the same name stands beside it already. */
  readonly name: string
  readonly nameHidden?: boolean
}

/** A category by colour and name. */
export function CategoryDot({ color, name, nameHidden = false }: CategoryDotProps) {
  return (
    <span className={classes.root}>
      <span className={classes.dot} data-color={color} aria-hidden="true" />
      <span className={nameHidden ? 'visually-hidden' : classes.name}>{name}</span>
    </span>
  )
}
