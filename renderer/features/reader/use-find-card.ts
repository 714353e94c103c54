import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntityId } from '#shared/domain/ids.ts'
import type { WalkedThing } from './use-mention-walk.ts'
import type { Hit } from './use-pointer.ts'

/** Long enough that a pointer on its way elsewhere opens nothing. */
const OPENS_AFTER_MS = 350
/** Long enough to get from the name into its card. */
const CLOSES_AFTER_MS = 220

/** The card at a name or figure under the pointer, and the dossier that is open beside the text. */
export interface FindCardState {
  readonly at: WalkedThing | null
  readonly hover: (hit: Hit | null) => void
  /** The pointer is in the card: it stays. */
  readonly hold: () => void
  readonly clear: () => void
  readonly besideId: EntityId | null
  readonly openBeside: (id: EntityId) => void
  readonly closeBeside: () => void
}

/** Keeps which name or figure has its card open, and whose dossier stands beside the text. */
export function useFindCard(): FindCardState {
  const [at, setAt] = useState<WalkedThing | null>(null)
  const [besideId, setBesideId] = useState<EntityId | null>(null)
  const timer = useRef(0)
  const wanted = useRef<string | null>(null)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const later = useCallback((ms: number, find: WalkedThing | null) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setAt(find), ms)
  }, [])
  const hover = useCallback(
    (hit: Hit | null) => {
      const span = hit?.mention ?? hit?.figure ?? null
      const key = span && `${span.start}-${span.end}`
      if (key === wanted.current) return
      wanted.current = key
      if (hit && span)
        later(OPENS_AFTER_MS, { start: span.start, end: span.end, mention: hit.mention, figure: hit.figure })
      else later(CLOSES_AFTER_MS, null)
    },
    [later],
  )
  const clear = useCallback(() => {
    window.clearTimeout(timer.current)
    wanted.current = null
    setAt(null)
  }, [])
  return {
    at,
    hover,
    hold: useCallback(() => window.clearTimeout(timer.current), []),
    clear,
    besideId,
    openBeside: setBesideId,
    closeBeside: useCallback(() => setBesideId(null), []),
  }
}
