import { useCallback, useEffect } from 'react'
import { useKeptState } from './use-kept-state.ts'

/** Where the keyboard is in a list, and how it moves. -1 while the list is empty. */
export interface ListCursor {
  readonly index: number
  readonly moveTo: (index: number) => void
  readonly next: () => void
  readonly previous: () => void
}

/** A place in a list of `length` rows that j and k move. It stays when rows before it go, and is found again by Back. */
export function useListCursor(length: number): ListCursor {
  const [wanted, setWanted] = useKeptState('cursor', 0)
  const index = Math.min(wanted, length - 1)
  const moveTo = useCallback((to: number) => setWanted(Math.max(0, to)), [setWanted])
  useEffect(() => {
    if (length > 0 && wanted > length - 1) setWanted(length - 1)
  }, [length, wanted, setWanted])
  return { index, moveTo, next: () => moveTo(Math.min(index + 1, length - 1)), previous: () => moveTo(index - 1) }
}
