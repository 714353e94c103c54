import classes from './import-progress.module.css'
import { type Pace, timeLeftMs, timeLeftWords } from './time-left.ts'

interface ImportProgressProps {
  readonly pace: Pace
  /** What comes in now; empty where nothing has a name. */
  readonly name: string
}

/** How far an import is: a thin line, and below it the time left and what comes in now. */
export function ImportProgress({ pace, name }: ImportProgressProps) {
  const left = timeLeftMs(pace, Date.now())
  return (
    <>
      <progress className={classes.line} value={pace.done} max={Math.max(1, pace.total)} aria-label="Import" />
      <p className={classes.words}>{[left === null ? '' : timeLeftWords(left), name].filter(Boolean).join(' · ')}</p>
    </>
  )
}
