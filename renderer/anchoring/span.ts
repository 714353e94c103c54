/** A stretch of an article's text. Offsets: UTF-16 code units, end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

const WHITE = /\s/u

/** The span without the white space at its ends, or null when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  let start = Math.max(0, span.start)
  let end = Math.min(text.length, span.end)
  while (start < end && WHITE.test(text.charAt(start))) start++
  while (start < end && WHITE.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : null
}

/** Whether `offset` is one of the span's characters. */
export function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end
}

/** By place; of two that begin together the longer one first. For `sort`. */
export function comparePlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/** A mark cut where an earlier one covers it. */
export interface Layered<Mark> {
  readonly mark: Mark
  /** What no earlier mark covers; null when all of it is covered. */
  readonly own: Span | null
  /** What an earlier mark covers too; null when nothing is. */
  readonly shared: Span | null
}

/**
 * Cuts marks that lie on each other, so that each word has one mark of its own and may share others: earlier ones come
 * first, of two that begin together the longer. Both parts of a mark are of one piece. Cost: n log n.
 */
export function layerMarks<Mark extends Span>(marks: readonly Mark[]): Layered<Mark>[] {
  let covered = Number.NEGATIVE_INFINITY
  return [...marks].sort(comparePlace).map((mark) => {
    const cut = Math.min(Math.max(mark.start, covered), mark.end)
    covered = Math.max(covered, mark.end)
    return {
      mark,
      own: cut < mark.end ? { start: cut, end: mark.end } : null,
      shared: mark.start < cut ? { start: mark.start, end: cut } : null,
    }
  })
}
