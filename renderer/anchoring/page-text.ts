import type { Span } from './span.ts'
import { createTextMap, offsetsToPoints, pointToOffset, type TextMap } from './text-map.ts'

/** The map of a drawn text. Each block's element says where it begins and ends by `data-start` and `data-end`. */
export function mapPage(root: ParentNode): TextMap<Node> {
  return createTextMap<Node>(
    [...root.querySelectorAll<HTMLElement>('[data-start]')].map((element) => ({
      element,
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
    })),
  )
}

/** A range over the span, or null when no block holds any of it. Static: later changes of the page cost nothing. */
export function offsetsToRange(map: TextMap<Node>, span: Span): StaticRange | null {
  const points = offsetsToPoints(map, span)
  if (!points) return null
  return new StaticRange({
    startContainer: points.start.node,
    startOffset: points.start.offset,
    endContainer: points.end.node,
    endOffset: points.end.offset,
  })
}

/** A live range over the span, for measuring; to be dropped after use. */
export function liveRange(map: TextMap<Node>, span: Span): Range | null {
  const points = offsetsToPoints(map, span)
  if (!points) return null
  const range = document.createRange()
  range.setStart(points.start.node, points.start.offset)
  range.setEnd(points.end.node, points.end.offset)
  return range
}

/** The boxes of the span's lines, in the window's coordinates; empty boxes left out. */
export function lineBoxes(map: TextMap<Node>, span: Span): DOMRect[] {
  return [...(liveRange(map, span)?.getClientRects() ?? [])].filter((box) => box.width > 0 && box.height > 0)
}

/** The offset whose caret lies nearest to the point of the window, or null where there is no text of the article. */
export function caretAt(map: TextMap<Node>, x: number, y: number): number | null {
  const point = caretPoint(x, y)
  return point && pointToOffset(map, point)
}

/**
 * The character under the point, or null when the point lies beside the text. A caret is found in any place, even far
 * right of a short line, so the boxes of both neighbours are asked.
 */
export function characterAt(map: TextMap<Node>, x: number, y: number): number | null {
  const caret = caretAt(map, x, y)
  if (caret === null) return null
  for (const start of [caret, caret - 1]) {
    if (start < 0) continue
    const boxes = lineBoxes(map, { start, end: start + 1 })
    if (boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) return start
  }
  return null
}

function caretPoint(x: number, y: number): { node: Node; offset: number } | null {
  // Safari has only the older one.
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = document.caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}
