import { caretAt, lineBoxes } from '#renderer/anchoring/page-text.ts'
import type { Span } from '#renderer/anchoring/span.ts'
import { blockIndexAt, type TextMap } from '#renderer/anchoring/text-map.ts'
import { firstIndexWhere } from '#shared/text/first-index.ts'

/** How far below the top edge the line that one reads is put, in px: clear of the title line. */
const EYE_LINE_PX = 64

/** Where a person is in a text: the first line in view, and how much of the text has come into view, 0..1. */
export interface ReadingPlace {
  readonly position: number
  readonly progress: number
}

/** The place that the scroller shows now; null when there is no text. */
export function readPlace(map: TextMap<Node>, scroller: HTMLElement): ReadingPlace | null {
  const view = scroller.getBoundingClientRect()
  const last = map.blocks.at(-1)
  const first = map.blocks[firstBlockBelow(map, view.top + EYE_LINE_PX)]
  if (!last || !first) return last ? { position: last.start, progress: 1 } : null
  const seen = map.blocks[firstBlockBelow(map, view.bottom)] ?? last
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 24
  return {
    position: scroller.scrollTop < EYE_LINE_PX ? 0 : lineAt(map, first, view.top + EYE_LINE_PX),
    progress: isAtEnd || last.end === 0 ? 1 : Math.min(1, seen.start / last.end),
  }
}

function lineAt(map: TextMap<Node>, block: TextMap<Node>['blocks'][number], y: number): number {
  const box = boxOf(block.element)
  const caret = box.top <= y ? caretAt(map, box.left + 2, y) : null
  return caret !== null && caret >= block.start && caret <= block.end ? caret : block.start
}

/** Index of the first block that ends below the window's height `y`; the number of blocks when there is none. */
export function firstBlockBelow(map: TextMap<Node>, y: number): number {
  return firstIndexWhere(map.blocks, ({ element }) => searchBoxOf(element).bottom > y)
}

/** Scrolls so that the line of `position` stands where one reads. */
export function scrollToPosition(map: TextMap<Node>, scroller: HTMLElement, position: number): void {
  const top = topOf(map, position)
  if (top !== null) scroller.scrollTop += top - scroller.getBoundingClientRect().top - EYE_LINE_PX
}

/** Scrolls the passage into the upper third, unless it can be seen well already. */
export function scrollToSpan(map: TextMap<Node>, scroller: HTMLElement, span: Span): void {
  const top = topOf(map, span.start)
  if (top === null) return
  const view = scroller.getBoundingClientRect()
  if (top >= view.top + EYE_LINE_PX && top <= view.bottom - 120) return
  scroller.scrollTop += top - view.top - view.height * 0.3
}

function topOf(map: TextMap<Node>, position: number): number | null {
  const line = lineBoxes(map, { start: position, end: position + 1 })[0]
  const block = map.blocks[blockIndexAt(map.blocks, position)]
  return line?.top ?? (block ? boxOf(block.element).top : null)
}

/** The box to search by. What is not laid out has that of its stretch: to ask for its own would lay all of it out. */
function searchBoxOf(node: Node): DOMRect {
  const element = node as HTMLElement // as below
  if (element.checkVisibility({ contentVisibilityAuto: true })) return boxOf(element)
  return (element.closest('[data-long="true"]') ?? element).getBoundingClientRect()
}

function boxOf(node: Node): DOMRect {
  // Every block of a mapped page is an element.
  return (node as HTMLElement).getBoundingClientRect()
}
