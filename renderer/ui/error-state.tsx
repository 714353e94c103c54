import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './error-state.module.css'
import { describeError } from './error-words.ts'

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** Other ways on, such as a link back. */
  readonly actions?: ReactNode
}

/** What stands where something could not be shown: what happened, what is safe, what to do. */
export function ErrorState({ error, onRetry, actions }: ErrorStateProps) {
  const words = describeError(error)
  return (
    <div className={classes.root} role="alert">
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.advice}>{words.advice}</p>
      <div className={classes.actions}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        {actions}
      </div>
    </div>
  )
}
