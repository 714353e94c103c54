/** A note beside the text: where its passage is and how tall it is, both in px. */
export interface MarginItem {
  readonly topPx: number
  readonly heightPx: number
}

/** Where each note goes so that none covers another: beside its passage, or below the note before. Items come by place. */
export function stackNotes(items: readonly MarginItem[], gapPx: number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return items.map(({ topPx, heightPx }) => {
    const top = Math.max(topPx, free)
    free = top + heightPx + gapPx
    return top
  })
}
