import { useEffect, useMemo, useRef, useState } from 'react'
import { comparePlace, type Span } from '#renderer/anchoring/span.ts'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import { announce } from '#renderer/ui/announce.ts'
import type { OpenedPassage } from './passage-popover.tsx'
import type { Finds, WalkedThing } from './use-finds.ts'
import type { Memory } from './use-memory.ts'
import type { Page } from './use-page.ts'
import type { ParagraphCursor } from './use-paragraph-cursor.ts'

interface WalkParts {
  /** Whether names have been looked for in the article. */
  readonly isSearched: boolean
  readonly page: Page
  readonly finds: Finds
  readonly memory: Memory
  readonly cursor: ParagraphCursor
  readonly areNamesShown: boolean
  readonly scrollTo: (span: Span) => void
  /** Hears where the keyboard is, and null when it lets go. */
  readonly onAt: (thing: WalkedThing | null) => void
}

/** Goes from name to name and figure to figure by keyboard. */
export function useMentionWalk({ isSearched, page, finds, memory, cursor, areNamesShown, scrollTo, onAt }: WalkParts) {
  const { mentions, figures, entityOf } = finds
  const waiting = useRef(0)
  const [current, setCurrent] = useState<WalkedThing | null>(null)
  // Where a thing was let go of that may be there no more: the walk goes on from there.
  const left = useRef<number | null>(null)
  const things = useMemo(() => {
    const named = mentions.map((mention): WalkedThing => ({ ...placeOf(mention), mention, figure: null }))
    const counted = figures.map((figure): WalkedThing => ({ ...placeOf(figure), mention: null, figure }))
    return [...named, ...counted].sort(comparePlace)
  }, [mentions, figures])
  const inWords = ({ mention, figure }: WalkedThing) => {
    const id = mention?.entityId ?? figure?.id ?? ''
    const state = memory.things?.find((thing) => thing.id === id)?.state
    const known =
      state && { known: 'known', fading: 'fading', forgotten: 'forgotten', waiting: 'not asked yet', new: 'new' }[state]
    const entity = mention && entityOf(mention.entityId)
    const what = entity ? [entity.name, entity.kind, entity.role] : [figure?.surface ?? mention?.kind, figure?.measures]
    return `${[...what, known].filter(Boolean).join(', ')}. Enter opens it.`
  }
  const isReady = finds.isLoaded && (isSearched || things.length > 0)
  const step = (by: number) => {
    if (!areNamesShown) return announce('Names and figures are hidden.')
    if (!isReady) {
      // It goes there once they are known: the last key counts.
      waiting.current = by
      return announce('Still looking for names.')
    }
    const goesOnAt = left.current === null ? null : left.current + (by > 0 ? 1 : 0)
    const at = current?.start ?? goesOnAt ?? page.blocks[cursor.index]?.start ?? 0
    const next = nextThing(things, current, at, by)
    left.current = null
    if (!next) return announce('No names or figures were found in this article.')
    setCurrent(next)
    cursor.moveTo(blockIndexAt(page.blocks, next.start))
    scrollTo(next)
    onAt(next)
    announce(inWords(next))
  }
  useEffect(() => {
    const by = waiting.current
    if (!isReady || by === 0) return
    waiting.current = 0
    step(by)
  })
  const letGo = () => {
    waiting.current = 0
    if (current) onAt(null)
    setCurrent(null)
    left.current = null
  }
  /** Lets go, and goes on from here with the next step. */
  const rest = () => {
    const at = current?.start ?? null
    letGo()
    left.current = at
  }
  return { current, step, letGo, rest }
}

/** A popover about the thing the keyboard is at. */
export function openedAt({ start, end, mention, figure }: WalkedThing): OpenedPassage {
  return { span: { start, end }, markIds: [], mention, figure, focus: null }
}

function placeOf({ start, end }: Span): Span {
  return { start, end }
}

function nextThing(things: readonly WalkedThing[], current: WalkedThing | null, at: number, by: number) {
  const here = current ? things.findIndex((thing) => thing.start === current.start && thing.end === current.end) : -1
  if (here >= 0) return things[(here + by + things.length) % things.length]
  const ahead = things.findIndex((thing) => thing.start >= at)
  if (by > 0) return things[Math.max(0, ahead)]
  return things.at(ahead <= 0 ? -1 : ahead - 1)
}
