import type { Span } from '#renderer/anchoring/span.ts'

/** A stretch of words under the same marks; `notes` are the numbers of the notes that end with it. */
export interface PrintSegment<Mark> {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly notes: readonly number[]
}

/** A mark with the number of its note; null without one. */
export interface NumberedMark<Mark extends Span> {
  readonly mark: Mark
  readonly note: number | null
}

/** Gives each mark that has a note a number, from 1, in the order given. */
export function numberNotes<Mark extends Span & { readonly note: string }>(
  marks: readonly Mark[],
): NumberedMark<Mark>[] {
  let count = 0
  return marks.map((mark) => ({ mark, note: mark.note.trim() === '' ? null : ++count }))
}

/** Cuts the words of one block where marks begin and end. Joined, the texts of the segments are the block's. */
export function cutForPrint<Mark extends Span>(
  block: Span & { readonly text: string },
  numbered: readonly NumberedMark<Mark>[],
): PrintSegment<Mark>[] {
  const here = numbered.filter(({ mark }) => mark.start < block.end && mark.end > block.start)
  const cuts = new Set([block.start, block.end])
  for (const { mark } of here) {
    cuts.add(Math.max(mark.start, block.start))
    cuts.add(Math.min(mark.end, block.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? block.end
    return {
      text: block.text.slice(start - block.start, end - block.start),
      marks: here.filter(({ mark }) => mark.start < end && mark.end > start).map(({ mark }) => mark),
      notes: here.flatMap(({ mark, note }) => (note !== null && mark.end === end ? [note] : [])),
    }
  })
}
