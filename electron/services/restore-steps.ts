import type { Library } from '#electron/store/open.ts'

/** From where a restore can be taken back or done again. */
interface RestoreStep {
  readonly backupId: string
  /** What undo and redo would turn in the library at that moment. */
  readonly undo: string
  readonly redo: string
}

/** What a restore is called as a step of undo. */
export const RESTORE_STEP = { kind: 'backup.restore', label: 'Restore of a backup', articleId: null } as const

/**
 * Restores as steps of undo. The history of actions lies in the file that a restore replaces, so it knows none of them:
 * they are remembered here until the end of the program. One is the next to be taken back when all that was done in the
 * restored library was taken back, too.
 */
export class RestoreSteps {
  readonly #steps: Record<'undo' | 'redo', RestoreStep[]> = { undo: [], redo: [] }
  readonly #library: Library
  readonly #isThere: (backupId: string) => boolean

  constructor(library: Library, isThere: (backupId: string) => boolean) {
    this.#library = library
    this.#isThere = isThere
  }

  /** The backup that undo or redo would restore now, or null when they act within the library. */
  find(direction: 'undo' | 'redo'): string | null {
    const step = this.#steps[direction].at(-1)
    const now = this.#now()
    // To redo, what is to be done again within the library comes first: it was done after.
    if (!step || step.undo !== now.undo || (direction === 'redo' && step.redo !== now.redo)) return null
    return this.#isThere(step.backupId) ? step.backupId : null
  }

  /** Notes that `backupId` has been restored; `beforeId` holds how it was, null when nothing does. */
  note(backupId: string, beforeId: string | null, was: { undo: string | null; redo: string | null }): void {
    const direction = backupId === was.undo ? 'undo' : backupId === was.redo ? 'redo' : null
    if (direction) this.#steps[direction].pop()
    else this.#steps.redo = []
    if (beforeId === null) return
    this.#steps[direction === 'undo' ? 'redo' : 'undo'].push({ backupId: beforeId, ...this.#now() })
  }

  #now(): { undo: string; redo: string } {
    return { undo: JSON.stringify(this.#library.findUndo()), redo: JSON.stringify(this.#library.findRedo()) }
  }
}
