import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { characterAt } from '#renderer/anchoring/page-text.ts'
import { covers } from '#renderer/anchoring/span.ts'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import type { PassageMark } from './pending-marks.ts'
import type { Page } from './use-page.ts'

/** What lies on one character of the text. */
export interface Hit {
  readonly offset: number
  readonly marks: readonly PassageMark[]
  readonly mention: PlacedMention | null
  readonly figure: Figure | null
}

interface Layers {
  readonly marks: readonly PassageMark[]
  readonly mentions: readonly PlacedMention[]
  readonly figures: readonly Figure[]
}

/** What lies on a character, the shortest mark first: it is the one that was aimed at. */
export function hitAt(offset: number, { marks, mentions, figures }: Layers): Hit {
  return {
    offset,
    marks: marks.filter((mark) => covers(mark, offset)).sort((a, b) => a.end - a.start - (b.end - b.start)),
    mention: mentions.find((mention) => covers(mention, offset)) ?? null,
    figure: figures.find((figure) => covers(figure, offset)) ?? null,
  }
}

/** Pointer and click on the text, told as what lies there. A drag that selected is no click. */
export function useTextPointer(
  { map }: Page,
  layers: Layers,
  on: { readonly hover: (hit: Hit | null) => void; readonly click: (hit: Hit | null) => void },
) {
  const frame = useRef(0)
  const at = (x: number, y: number): Hit | null => {
    const offset = map && characterAt(map, x, y)
    return offset === null ? null : hitAt(offset, layers)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return
    const { clientX, clientY, currentTarget } = event
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const hit = at(clientX, clientY)
      currentTarget.style.cursor = hit && (hit.marks.length > 0 || hit.mention || hit.figure) ? 'pointer' : ''
      on.hover(hit)
    })
  }
  const onPointerLeave = () => {
    cancelAnimationFrame(frame.current)
    on.hover(null)
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (window.getSelection()?.isCollapsed === false) return
    on.click(at(event.clientX, event.clientY))
  }
  return { onPointerMove, onPointerLeave, onClick }
}
