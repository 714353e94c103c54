import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { api, client } from '#renderer/client/api.ts'
import { noteAction } from '#renderer/client/stored-actions.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { Annotation, Category } from '#shared/contract/annotation.ts'
import type { Article } from '#shared/contract/article.ts'
import { type AnnotationId, type ArticleId, newId } from '#shared/domain/ids.ts'
import { marksQuery } from './article-queries.ts'
import { type MarkChange, MarkNames, type PendingChange, withPending } from './pending-marks.ts'

/** The marks of an article and what can be done to them. What is done shows at once and is taken back if it fails. */
export interface Marks {
  readonly all: readonly Annotation[]
  readonly categories: readonly Category[]
  readonly error: unknown
  readonly isLoaded: boolean
  /** Marks a passage, or notes on the whole article without one. Gives the mark as it shows at once. */
  readonly add: (span: Span | null, category: Category, note?: string) => Annotation
  readonly update: (id: AnnotationId, change: MarkChange) => Promise<void>
  /** Gives whether they are gone. */
  readonly remove: (ids: readonly AnnotationId[]) => Promise<boolean>
  /** The id by which the library knows a mark of this page. */
  readonly inLibrary: (id: AnnotationId) => AnnotationId
  /** Resolves when the library has answered to all that was done so far. */
  readonly stored: () => Promise<unknown>
}

const none: readonly never[] = []

/** The marks of `article`, kept in step with the library; not asked for before `enabled`. */
export function useMarks(article: Article, enabled: boolean): Marks {
  const query = marksQuery(article.id)
  const stored = useQuery({ ...query, enabled })
  const categories = useQuery(api.category.list.queryOptions()).data ?? none
  const [names] = useState(() => new MarkNames())
  const { pending, run, stored: allStored } = usePending(article.id, names)
  const all = useMemo(
    () =>
      withPending(
        (stored.data ?? none).map((mark) => names.onPage(mark)),
        pending,
      ),
    [stored.data, pending, names],
  )

  const add = (span: Span | null, category: Category, note = '') => {
    const draft = draftOf(article, span, category, note)
    const place = span ? { start: span.start, end: span.end } : {}
    const input = { articleId: article.id, category: category.id, note, ...place }
    announce(span ? `Marked as ${category.name}.` : 'Note added.')
    void run({ kind: 'add', annotation: draft }, () => client.annotation.add(input))
    return draft
  }
  const update = async (id: AnnotationId, change: MarkChange) => {
    // The words are the library's own: they follow from the place.
    const { categoryId, quote: _, start, end, entities, ...rest } = change
    const place = { ...(typeof start === 'number' && { start }), ...(typeof end === 'number' && { end }) }
    const links = entities ? { entityIds: entities.map((one) => one.id) } : {}
    const input = { ...rest, ...place, ...links, ...(categoryId ? { category: categoryId } : {}) }
    await run({ kind: 'update', id, change }, () =>
      client.annotation.update({ annotationId: names.inLibrary(id), ...input }),
    )
  }
  const remove = async (ids: readonly AnnotationId[]) => {
    let isGone = false
    await run({ kind: 'remove', ids }, async () => {
      await client.annotation.remove({ annotationIds: ids.map((id) => names.inLibrary(id)) })
      isGone = true
      return null
    })
    return isGone
  }
  const inLibrary = (id: AnnotationId) => names.inLibrary(id)
  const answers = { error: stored.error, isLoaded: stored.isSuccess }
  return { all, categories, ...answers, add, update, remove, inLibrary, stored: allStored }
}

/** What is on its way to the library. `run` shows a change at once, and takes it back if it could not be stored. */
function usePending(articleId: ArticleId, names: MarkNames) {
  const [pending, setPending] = useState<readonly PendingChange[]>([])
  const queries = useQueryClient()
  const { queryKey } = marksQuery(articleId)
  // One after the other: a mark that is changed or deleted has been stored by then.
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const send = async (item: PendingChange, call: () => Promise<Annotation | null>) => {
    try {
      const result = await call()
      if (item.kind === 'add' && result) names.learn(item.annotation.id, result.id)
      // A list asked for before this was stored would take it off the page again.
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, (marks) => settled(marks ?? [], item, result, names))
      // The list tells its readers in a task of its own; until then the change must not be let go of.
      await new Promise((resolve) => setTimeout(resolve))
    } catch (error) {
      showErrorToast(error)
    } finally {
      setPending((items) => items.filter((other) => other !== item))
      void queries.invalidateQueries({ queryKey })
    }
  }
  const run = (item: PendingChange, call: () => Promise<Annotation | null>): Promise<void> => {
    setPending((items) => [...items, item])
    const sent = line.current.then(() => send(item, call))
    line.current = sent
    noteAction(sent)
    return sent
  }
  return { pending, run, stored: () => line.current }
}

/** The stored list after a change that the library has confirmed. */
function settled(marks: Annotation[], item: PendingChange, result: Annotation | null, names: MarkNames): Annotation[] {
  if (item.kind === 'remove') return withPending(marks, [{ ...item, ids: item.ids.map((id) => names.inLibrary(id)) }])
  return result ? withPending(marks, [{ kind: 'add', annotation: result }]) : marks
}

function draftOf(article: Article, span: Span | null, category: Category, note: string): Annotation {
  const nowMs = Date.now()
  return {
    id: newId<AnnotationId>(nowMs),
    articleId: article.id,
    articleTitle: article.title,
    start: span?.start ?? null,
    end: span?.end ?? null,
    quote: span ? article.text.slice(span.start, span.end) : '',
    anchor: 'placed',
    anchorScore: 1,
    categoryId: category.id,
    note,
    tags: [],
    entities: [],
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}
