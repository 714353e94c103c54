import classes from './loading-state.module.css'

interface LoadingStateProps {
  /** What is on its way, for screen readers: `Loading the library`. */
  readonly label: string
  readonly lines?: number
}

/** Quiet rules where lines will stand. Fades in late: what comes at once never flickers. */
export function LoadingState({ label, lines = 6 }: LoadingStateProps) {
  return (
    <div className={classes.root} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={classes.line} />
      ))}
    </div>
  )
}
