import type { ReactNode } from 'react'
import classes from './screen.module.css'

interface ScreenProps {
  readonly children: ReactNode
  /** `page`: scrolls, up to 1080 px wide. `text`: scrolls, 720 px. `fill`: as large as the window leaves; scrolls inside. */
  readonly width?: 'page' | 'text' | 'fill'
}

/**
 * The room a screen stands in, with the margins they all share. The frame itself never scrolls: either this does, or
 * (with `fill`) the parts inside do.
 */
export function Screen({ children, width = 'page' }: ScreenProps) {
  return (
    <div className={classes.root} data-width={width}>
      <div className={classes.inner}>{children}</div>
    </div>
  )
}
