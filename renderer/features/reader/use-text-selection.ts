import { useCallback, useEffect, useState } from 'react'
import { liveRange } from '#renderer/anchoring/page-text.ts'
import { type Span, trimSpan } from '#renderer/anchoring/span.ts'
import { rangeToOffsets, type TextMap } from '#renderer/anchoring/text-map.ts'
import type { Page } from './use-page.ts'

/** What of the text is selected, without white space at its ends. */
export interface TextSelection {
  readonly span: Span | null
  /** Whether the pointer is still selecting: nothing should pop up under it. */
  readonly isDragging: boolean
  readonly select: (span: Span | null) => void
}

/** Follows the browser's own selection, so that mouse, keyboard and screen reader all select alike. */
export function useTextSelection({ map, text, textRef }: Page): TextSelection {
  const [span, setSpan] = useState<Span | null>(null)
  const [isDragging, setDragging] = useState(false)

  useEffect(() => {
    if (!map) return
    const read = () => setSpan((before) => sameOr(before, readSelection(map, text)))
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && textRef.current?.contains(event.target)) setDragging(true)
    }
    // The selection that a click lets go of is gone only after the event.
    const release = () => setTimeout(() => setDragging(false))
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    document.addEventListener('pointercancel', release)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
      document.removeEventListener('pointercancel', release)
    }
  }, [map, text, textRef])

  const select = useCallback(
    (next: Span | null) => {
      const range = next && map && liveRange(map, next)
      const selection = window.getSelection()
      selection?.removeAllRanges()
      if (range) selection?.addRange(range)
      setSpan(next)
    },
    [map],
  )
  return { span, isDragging, select }
}

function readSelection(map: TextMap<Node>, text: string): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const span = rangeToOffsets(map, selection.getRangeAt(0))
  return span && trimSpan(text, span)
}

function sameOr(before: Span | null, next: Span | null): Span | null {
  return before && next && before.start === next.start && before.end === next.end ? before : next
}
