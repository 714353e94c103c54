import type { Annotation } from '#shared/contract/annotation.ts'

/** What of a mark a person can change. */
export type MarkChange = Partial<Pick<Annotation, 'categoryId' | 'note' | 'tags'>>

/** Something done to the marks that the library has not confirmed yet. */
export type PendingChange =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'update'; readonly id: string; readonly change: MarkChange }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }

/** The marks as they will be once the library has stored what is pending, by place; notes on the article come first. */
export function withPending(stored: readonly Annotation[], pending: readonly PendingChange[]): Annotation[] {
  let marks = [...stored]
  for (const item of pending) {
    if (item.kind === 'add') marks.push(item.annotation)
    else if (item.kind === 'remove') marks = marks.filter((mark) => !item.ids.includes(mark.id))
    else marks = marks.map((mark) => (mark.id === item.id ? { ...mark, ...item.change } : mark))
  }
  return marks.sort(byPlace)
}

function byPlace(a: Annotation, b: Annotation): number {
  return (a.start ?? -1) - (b.start ?? -1) || (b.end ?? -1) - (a.end ?? -1) || a.createdAtMs - b.createdAtMs
}

/** A mark on a passage, as against a note on the whole article. */
export type PassageMark = Annotation & { readonly start: number; readonly end: number }

/** Whether the mark lies on a passage. */
export function isPassageMark(mark: Annotation): mark is PassageMark {
  return mark.start !== null && mark.end !== null
}
