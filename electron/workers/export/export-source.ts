import type { ArticleNotes, NotesCard } from '#electron/formats/export/article-notes.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticle, listArticleIds } from '#electron/store/queries/articles.ts'
import { listCardsById } from '#electron/store/queries/cards.ts'
import { findScope, type Scope } from '#electron/store/queries/export-scope.ts'
import { reportTo } from '#electron/workers/progress.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { type ExportOrder, isWhole, toFilter } from './export-order.ts'
import { readNotes, toNotesCard } from './read-notes.ts'

/** What an export takes from a library, as it is asked for. */
export interface ExportSource {
  readonly read: ReadHandle
  readonly scope: Scope
  readonly articleIds: readonly ArticleId[]
  /** The title of the article when there is but one. */
  readonly onlyTitle: string | null
  /** The notes of each article; may be asked for more than once. */
  articles(): Generator<ArticleNotes, void, void>
  /** Cards of no article, newest first. */
  looseCards(): NotesCard[]
  /** Says how many steps there will be. */
  expect(steps: number): void
  /** Says that one is done. */
  step(): void
}

/** Finds what an order asks for. */
export function openSource(read: ReadHandle, order: ExportOrder): ExportSource {
  const scope = findScope(read, toFilter(order.scope), order.nowMs)
  const articleIds = idsOf(read, order, scope)
  const [only, ...others] = articleIds
  const report = reportTo(order.progress)
  let [done, total] = [0, 0]
  const source: ExportSource = {
    read,
    scope,
    articleIds,
    onlyTitle: (only && others.length === 0 && findArticle(read, only)?.title) || null,
    *articles() {
      for (const id of articleIds) {
        const notes = readNotes(read, id)
        if (notes) yield isWhole(order.scope) ? notes : within(notes, scope)
        source.step()
      }
    },
    looseCards: () => (order.scope.articleIds === undefined ? readLooseCards(read, scope) : []),
    expect(steps) {
      total += steps
      report('writing', done, total)
    },
    step() {
      done += 1
      report('writing', done, total)
    },
  }
  return source
}

function idsOf(read: ReadHandle, { scope: { articleIds } }: ExportOrder, scope: Scope): ArticleId[] {
  if (articleIds) return articleIds.filter((id) => findArticle(read, id) !== null)
  return listArticleIds(read, 'all').filter((id) => scope.articleIds.has(id))
}

/** What of an article's notes is asked for. */
function within(notes: ArticleNotes, { annotationIds, cardIds }: Scope): ArticleNotes {
  return {
    ...notes,
    marks: notes.marks.filter(({ id }) => annotationIds.has(id)),
    remarks: notes.remarks.filter(({ id }) => annotationIds.has(id)),
    cards: notes.cards.filter(({ id }) => cardIds.has(id)),
  }
}

function readLooseCards(read: ReadHandle, { looseCardIds }: Scope): NotesCard[] {
  return listCardsById(read, looseCardIds)
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1))
    .map(toNotesCard)
}
