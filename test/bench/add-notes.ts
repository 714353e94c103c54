import { openLibrary } from '#electron/store/open.ts'
import { insertAnnotation } from '#electron/store/queries/annotations.ts'
import { listArticleIds } from '#electron/store/queries/articles.ts'
import { insertCard } from '#electron/store/queries/cards.ts'
import { listCategories } from '#electron/store/queries/categories.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { type AnnotationId, type ArticleId, type CardId, newId } from '#shared/domain/ids.ts'

/** How many to put into a library, over all its articles alike. */
interface NoteCounts {
  readonly marks: number
  readonly cards: number
}

/** Puts marks, every third with a note, and cards into the library in `libraryDir`. */
export function addNotes(libraryDir: string, { marks, cards }: NoteCounts, nowMs: number): void {
  const library = openLibrary(libraryDir, nowMs)
  const articleIds = listArticleIds(library.read, 'all')
  const categories = listCategories(library.read)
  const articleOf = (number: number) => articleIds[number % articleIds.length] as ArticleId
  try {
    library.write((db) => {
      for (let number = 0; number < marks; number++) {
        const mark = makeMark(number, articleOf(number), nowMs)
        const categoryId = categories[number % categories.length]?.id ?? null
        insertAnnotation(db, { ...mark, categoryId }, nowMs + number)
        indexEntry(db, 'annotation', mark.id)
      }
      for (let number = 0; number < cards; number++) {
        const card = makeCard(number, articleOf(number), nowMs)
        insertCard(db, card, nowMs + number)
        indexEntry(db, 'card', card.id)
      }
    })
  } finally {
    library.close()
  }
}

function makeMark(number: number, articleId: ArticleId, nowMs: number) {
  const start = (number % 17) * 12
  return {
    id: newId<AnnotationId>(nowMs + number),
    articleId,
    start,
    end: start + 40,
    quote: `Words that were marked, number ${number}`,
    prefix: '',
    suffix: '',
    note: number % 3 === 0 ? `What is *said* of it, ${number}` : '',
  }
}

function makeCard(number: number, articleId: ArticleId, nowMs: number) {
  return {
    id: newId<CardId>(nowMs + number),
    kind: 'basic' as const,
    front: `Who met whom in report ${number}?`,
    back: `Number ${number} of them`,
    articleId,
    start: 0,
    end: 20,
    quote: 'The minister met them',
    entityId: null,
    figureId: null,
    annotationId: null,
  }
}
