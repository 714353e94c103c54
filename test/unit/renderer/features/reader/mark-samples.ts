import type { Annotation } from '#shared/contract/annotation.ts'
import type { AnnotationId, ArticleId, CategoryId } from '#shared/domain/ids.ts'

/** A mark's id for tests: any word. */
export function idOf(word: string): AnnotationId {
  return word as AnnotationId
}

/** A mark for tests; ids are short words here. */
export function mark(id: string, start: number | null, end: number | null, categoryId = 'fact'): Annotation {
  return {
    id: idOf(id),
    articleId: 'article' as ArticleId,
    articleTitle: 'Sample',
    start,
    end,
    quote: '',
    anchor: 'placed',
    anchorScore: 1,
    categoryId: categoryId as CategoryId,
    note: '',
    tags: [],
    entities: [],
    createdAtMs: 0,
    updatedAtMs: 0,
  }
}
