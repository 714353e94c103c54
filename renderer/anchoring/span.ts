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

/** Whether the two share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `offset` is one of the span's characters. */
export function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end
}

/** By place; of two that begin together the longer one first. For `sort`. */
export function comparePlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/**
 * The stretches that two or more of the spans cover, by place and never touching: where a marker was drawn twice.
 * Cost: n log n.
 */
export function coveredTwice(spans: readonly Span[]): Span[] {
  const edges = spans
    .filter((span) => span.start < span.end)
    .flatMap((span) => [
      { at: span.start, step: 1 },
      { at: span.end, step: -1 },
    ])
    // Opening before closing, so that two stretches that touch come out as one.
    .sort((a, b) => a.at - b.at || b.step - a.step)
  const found: Span[] = []
  let depth = 0
  let since = 0
  for (const { at, step } of edges) {
    if (depth === 1 && step === 1) since = at
    if (depth === 2 && step === -1 && since < at) found.push({ start: since, end: at })
    depth += step
  }
  return found
}
