import { useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import type { Hit } from './use-pointer.ts'

/** A name or figure of the text that a card is about. */
export interface CardedFind {
  readonly span: Span
  readonly mention: PlacedMention | null
  readonly figure: Figure | null
  /** By keys it stays until one goes on; under the pointer only while that rests there. */
  readonly by: 'keys' | 'pointer'
}

/** Long enough that a pointer on its way elsewhere opens nothing. */
const OPENS_AFTER_MS = 350
/** Long enough to get from the name into its card. */
const CLOSES_AFTER_MS = 220

/** The card at a name or figure, and the dossier that is open beside the text. */
export interface FindCardState {
  readonly at: CardedFind | null
  readonly hover: (hit: Hit | null) => void
  /** The pointer is in the card: it stays. */
  readonly hold: () => void
  readonly goTo: (find: CardedFind) => void
  readonly clear: () => void
  readonly besideId: EntityId | null
  /** The place in the text from which it was opened, while it stands. */
  readonly besideMention: PlacedMention | null
  readonly openBeside: (id: EntityId, mention?: PlacedMention) => void
  readonly closeBeside: () => void
}

/** Keeps which name or figure has its card open, and whose dossier stands beside the text. */
export function useFindCard(): FindCardState {
  const [at, setAt] = useState<CardedFind | null>(null)
  const [beside, setBeside] = useState<{ id: EntityId; mention: PlacedMention | null } | null>(null)
  const timer = useRef(0)
  const wanted = useRef<string | null>(null)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const later = useCallback((ms: number, find: CardedFind | null) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setAt(find), ms)
  }, [])
  const hover = useCallback(
    (hit: Hit | null) => {
      const span = hit?.mention ?? hit?.figure ?? null
      const key = span && `${span.start}-${span.end}`
      if (key === wanted.current) return
      wanted.current = key
      if (hit && span) later(OPENS_AFTER_MS, { span, mention: hit.mention, figure: hit.figure, by: 'pointer' })
      else {
        window.clearTimeout(timer.current)
        timer.current = window.setTimeout(() => setAt((now) => (now?.by === 'pointer' ? null : now)), CLOSES_AFTER_MS)
      }
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
    goTo: useCallback((find: CardedFind) => {
      window.clearTimeout(timer.current)
      setAt(find)
    }, []),
    clear,
    besideId: beside?.id ?? null,
    besideMention: beside?.mention ?? null,
    openBeside: useCallback((id: EntityId, mention?: PlacedMention) => setBeside({ id, mention: mention ?? null }), []),
    closeBeside: useCallback(() => setBeside(null), []),
  }
}
