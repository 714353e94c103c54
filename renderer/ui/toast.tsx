import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { describeError } from './error-words.ts'
import classes from './toast.module.css'

const base = { withCloseButton: true, withBorder: false, className: classes.toast ?? '', role: 'status' } as const
const closeLabel = { 'aria-label': 'Close this message' }

let passing: { readonly id: string; readonly undo: TakeBack | null } | null = null

// What is said in passing makes room for what is said next; an offer to undo would be stale by then. Each has an id of
// its own: under the same one the time left would be that of the first.
function showPassing(message: ReactNode, autoClose: number, undo: TakeBack | null = null): void {
  hidePassing()
  passing = { id: notifications.show({ ...base, message, autoClose, closeButtonProps: closeLabel }), undo }
}

function hidePassing(): void {
  if (passing !== null) notifications.hide(passing.id)
  passing = null
}

/** Takes away an offer to undo what is no longer the last thing done, or was taken back elsewhere. */
export async function dropStaleUndo(): Promise<void> {
  const offered = passing
  if (!offered?.undo?.isNext || (await offered.undo.isNext())) return
  if (passing === offered) hidePassing()
}

/** Says in passing what happened. Read out by screen readers. */
export function showToast(message: ReactNode): void {
  showPassing(message, 4000)
}

/** Takes back one step: which, or null when something else was done since and nothing was taken back. */
export interface TakeBack {
  (): Promise<{ readonly label: string } | null>
  /** Whether it still would. Left out where that is not known. */
  readonly isNext?: () => Promise<boolean>
}

/** Says what was done and offers to take it back. What was taken back is told by `tellUndone`. */
export function showUndoToast(message: ReactNode, undo: TakeBack): void {
  const takeBack = () => {
    hidePassing()
    undo().then(tellUndone, showErrorToast)
  }
  showPassing(
    <span className={classes.line}>
      <span className={classes.words}>{message}</span>
      <Button variant="subtle" size="compact-sm" onClick={takeBack}>
        Undo
      </Button>
    </span>,
    8000,
    undo,
  )
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
