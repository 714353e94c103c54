import type { ReactNode } from 'react'
import classes from './progress-head.module.css'

interface ProgressHeadProps {
  readonly label: string
  /** How much is done, 0..1. */
  readonly share: number
  readonly words: string
  /** What stands at the end of the line. */
  readonly children?: ReactNode
}

/** A thin line for how far one is, and a few quiet words below. */
export function ProgressHead({ label, share, words, children }: ProgressHeadProps) {
  return (
    <header className={classes.root}>
      <progress className={classes.line} aria-label={label} value={share} max={1} />
      <div className={classes.words}>
        <span className={classes.text}>{words}</span>
        {children}
      </div>
    </header>
  )
}
