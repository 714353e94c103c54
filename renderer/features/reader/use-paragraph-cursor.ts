import { useCallback, useEffect, useState } from 'react'
import { firstBlockBelow } from './reading-place.ts'
import type { Page } from './use-page.ts'

/** The paragraph the keyboard is at; -1 before the first key. */
export interface ParagraphCursor {
  readonly index: number
  readonly moveTo: (index: number) => void
  /** Goes on by `step` paragraphs, from the first in view when the keyboard was nowhere. Gives where it is now. */
  readonly move: (step: number) => number
}

/** A bar in the margin that j and k move. */
export function useParagraphCursor({ map, scrollRef }: Page): ParagraphCursor {
  const [index, setIndex] = useState(-1)
  useEffect(() => {
    const element = map?.blocks[index]?.element
    if (!(element instanceof HTMLElement)) return
    // Set by hand: no block is drawn anew because one moves past it.
    element.dataset.current = 'true'
    return () => {
      delete element.dataset.current
    }
  }, [map, index])
  const move = useCallback(
    (step: number) => {
      const scroller = scrollRef.current
      if (!map || !scroller) return -1
      const first = firstBlockBelow(map, scroller.getBoundingClientRect().top + 64)
      const next = index < 0 ? first : Math.max(0, index + step)
      const bounded = Math.min(next, map.blocks.length - 1)
      setIndex(bounded)
      return bounded
    },
    [map, scrollRef, index],
  )
  return { index, moveTo: setIndex, move }
}
