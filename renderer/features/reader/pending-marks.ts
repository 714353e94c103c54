import type { Annotation } from '#shared/contract/annotation.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'

/** What of a mark a person can change. */
export type MarkChange = Partial<
  Pick<Annotation, 'categoryId' | 'note' | 'tags' | 'entities' | 'start' | 'end' | 'quote'>
>

/** Something done to the marks that the library has not confirmed yet. */
export type PendingChange =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'update'; readonly id: AnnotationId; readonly change: MarkChange }
  | { readonly kind: 'remove'; readonly ids: readonly AnnotationId[] }

/** The marks as they will be once the library has stored what is pending, by place; notes on the article come first. */
export function withPending(stored: readonly Annotation[], pending: readonly PendingChange[]): Annotation[] {
  let marks = [...stored]
  for (const item of pending) {
    if (item.kind === 'add') marks = [...marks.filter((mark) => mark.id !== item.annotation.id), item.annotation]
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

/** Whether it is a note on the whole article, as against a mark, with a place or without. */
export function isArticleNote(mark: Annotation): boolean {
  return mark.start === null && mark.quote === ''
}

/**
 * What a mark is called on this page. It is drawn before the library has named it; from then on the page goes on calling
 * it as before, so that whoever is writing its note is not interrupted.
 */
export class MarkNames {
  readonly #library = new Map<AnnotationId, AnnotationId>()
  readonly #page = new Map<AnnotationId, AnnotationId>()

  /** Notes that the library calls `pageId` by another name. */
  learn(pageId: AnnotationId, libraryId: AnnotationId): void {
    this.#library.set(pageId, libraryId)
    this.#page.set(libraryId, pageId)
  }

  /** The id by which the library knows the mark. */
  inLibrary(id: AnnotationId): AnnotationId {
    return this.#library.get(id) ?? id
  }

  /** The mark as the page calls it. */
  onPage(mark: Annotation): Annotation {
    const id = this.#page.get(mark.id)
    return id === undefined ? mark : { ...mark, id }
  }
}
