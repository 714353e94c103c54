import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { ArticleSummary } from '#shared/contract/article.ts'

// Coming back from an article, the list stands where it was left.
let lastActiveId: string | null = null

/** Which article of the list the person stands on. */
export interface ListCursor {
  readonly index: number
  readonly active: ArticleSummary | null
  readonly focusWanted: RefObject<boolean>
  /** Grows with each wish for the focus: the active row may be the same as before. */
  readonly focusCalls: number
  readonly activate: (article: ArticleSummary) => void
  /** Goes by rows, with the focus. */
  readonly move: (by: number) => void
}

/** Keeps the place in the list by article, so that it survives a new order; without one, the first. */
export function useListCursor(items: readonly ArticleSummary[]): ListCursor {
  const [activeId, setActiveId] = useState(lastActiveId)
  const focusWanted = useRef(false)
  const [focusCalls, setFocusCalls] = useState(0)
  const found = useMemo(() => items.findIndex((article) => article.id === activeId), [items, activeId])
  const index = found < 0 && items.length > 0 ? 0 : found
  const activate = useCallback((article: ArticleSummary) => {
    lastActiveId = article.id
    setActiveId(article.id)
  }, [])
  const move = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, index + by))]
    if (!next) return
    focusWanted.current = true
    setFocusCalls((calls) => calls + 1)
    activate(next)
  }
  return { index, active: items[index] ?? null, focusWanted, focusCalls, activate, move }
}
