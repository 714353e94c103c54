import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { describeError } from './error-words.ts'
import classes from './toast.module.css'

const base = { withCloseButton: true, withBorder: false, className: classes.toast ?? '', role: 'status' } as const
const closeLabel = { 'aria-label': 'Close this message' }

/** Says in passing what happened. Read out by screen readers. */
export function showToast(message: ReactNode): void {
  notifications.show({ ...base, message, closeButtonProps: closeLabel, autoClose: 4000 })
}

/** Takes back one step: which, or null when something else was done since and nothing was taken back. */
export type TakeBack = () => Promise<{ readonly label: string } | null>

/** Says what was done and offers to take it back. What was taken back is told by `tellUndone`. */
export function showUndoToast(message: ReactNode, undo: TakeBack): void {
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    undo().then(tellUndone, showErrorToast)
  }
  notifications.show({
    ...base,
    id,
    autoClose: 8000,
    closeButtonProps: closeLabel,
    message: (
      <span className={classes.line}>
        <span className={classes.words}>{message}</span>
        <Button variant="subtle" size="compact-sm" onClick={takeBack}>
          Undo
        </Button>
      </span>
    ),
  })
}

/** Says what an undo took back. */
export function tellUndone(step: { readonly label: string } | null): void {
  showToast(step ? `Undone: ${step.label}` : 'Something else was done since. Undo goes back step by step.')
}

/** Says what went wrong, by the error's code; stays until closed. */
export function showErrorToast(error: unknown): void {
  const words = describeError(error)
  notifications.show({
    ...base,
    // One notice for one kind of trouble, however many calls met it.
    id: `error:${words.title}`,
    role: 'alert',
    autoClose: 12_000,
    closeButtonProps: closeLabel,
    mod: { failed: true },
    title: words.title,
    message: words.advice,
  })
}
