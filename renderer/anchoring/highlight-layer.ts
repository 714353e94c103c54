import { offsetsToRange } from './page-text.ts'
import type { Span } from './span.ts'
import type { TextMap } from './text-map.ts'

/** Whether this browser can draw on text without touching the page. Source: CSS Custom Highlight API Level 1. */
export function canHighlight(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function'
}

/**
 * Draws spans of one text under names that the style sheet gives their looks (`::highlight(name)`). A name drawn again
 * changes by what came and went only. Two texts on one page share the names, each with ranges of its own. `clear` takes
 * everything of this text off the page; without it the ranges would stay.
 */
export class HighlightLayer {
  readonly #map: TextMap<Node>
  readonly #drawn = new Map<string, { highlight: Highlight; ranges: Map<string, StaticRange> }>()

  constructor(map: TextMap<Node>) {
    this.#map = map
  }

  /** Shows exactly these spans under the name. `priority`: of two names on one word the greater is drawn on top. */
  draw(name: string, spans: readonly Span[], priority: number): void {
    if (!canHighlight()) return
    const { highlight, ranges } = this.#open(name, priority)
    const wanted = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]))
    for (const [key, range] of ranges) {
      if (wanted.has(key)) continue
      highlight.delete(range)
      ranges.delete(key)
    }
    for (const [key, span] of wanted) {
      if (ranges.has(key)) continue
      const range = offsetsToRange(this.#map, span)
      if (!range) continue
      highlight.add(range)
      ranges.set(key, range)
    }
  }

  /** Takes everything off the page that this layer drew. */
  clear(): void {
    for (const [name, { highlight, ranges }] of this.#drawn) {
      for (const range of ranges.values()) highlight.delete(range)
      if (highlight.size === 0 && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
    this.#drawn.clear()
  }

  #open(name: string, priority: number) {
    const known = this.#drawn.get(name)
    if (known) return known
    const highlight = CSS.highlights.get(name) ?? new Highlight()
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
    const made = { highlight, ranges: new Map<string, StaticRange>() }
    this.#drawn.set(name, made)
    return made
  }
}
