import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { api, client } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { Annotation, Category } from '#shared/contract/annotation.ts'
import type { Article } from '#shared/contract/article.ts'
import { type AnnotationId, type ArticleId, newId } from '#shared/domain/ids.ts'
import { marksQuery } from './article-queries.ts'
import { type MarkChange, type PendingChange, withPending } from './pending-marks.ts'

/** The marks of an article and what can be done to them. What is done shows at once and is taken back if it fails. */
export interface Marks {
  readonly all: readonly Annotation[]
  readonly categories: readonly Category[]
  readonly error: unknown
  readonly isLoaded: boolean
  /** Marks a passage, or notes on the whole article without one. Null when it could not be stored. */
  readonly add: (span: Span | null, category: Category, note?: string) => Promise<Annotation | null>
  readonly update: (id: AnnotationId, change: MarkChange) => Promise<void>
  /** Gives whether they are gone. */
  readonly remove: (ids: readonly AnnotationId[]) => Promise<boolean>
}

const none: readonly never[] = []

/** The marks of `article`, kept in step with the library. */
export function useMarks(article: Article): Marks {
  const query = marksQuery(article.id)
  const stored = useQuery(query)
  const categories = useQuery(api.category.list.queryOptions()).data ?? none
  const { pending, run } = usePending(article.id)
  const all = useMemo(() => withPending(stored.data ?? [], pending), [stored.data, pending])

  const add = (span: Span | null, category: Category, note = '') => {
    const draft = draftOf(article, span, category, note)
    const place = span ? { start: span.start, end: span.end } : {}
    const input = { articleId: article.id, category: category.id, note, ...place }
    announce(span ? `Marked as ${category.name}.` : 'Note added.')
    return run({ kind: 'add', annotation: draft }, () => client.annotation.add(input))
  }
  const update = async (id: AnnotationId, change: MarkChange) => {
    const { categoryId, ...rest } = change
    const input = { annotationId: id, ...rest, ...(categoryId ? { category: categoryId } : {}) }
    await run({ kind: 'update', id, change }, () => client.annotation.update(input))
  }
  const remove = async (ids: readonly AnnotationId[]) => {
    let isGone = false
    await run({ kind: 'remove', ids }, async () => {
      await client.annotation.remove({ annotationIds: [...ids] })
      isGone = true
      return null
    })
    return isGone
  }
  return { all, categories, error: stored.error, isLoaded: stored.isSuccess, add, update, remove }
}

/** What is on its way to the library. `run` shows a change at once and gives what the library made of it. */
function usePending(articleId: ArticleId) {
  const [pending, setPending] = useState<readonly PendingChange[]>([])
  const queries = useQueryClient()
  const { queryKey } = marksQuery(articleId)
  // One after the other: a mark that is changed or deleted has been stored by then.
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const send = async (item: PendingChange, call: () => Promise<Annotation | null>) => {
    try {
      const result = await call()
      // A list asked for before this was stored would take it off the page again.
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, (marks) => settled(marks ?? [], item, result))
      return result
    } catch (error) {
      showErrorToast(error)
      return null
    } finally {
      setPending((items) => items.filter((other) => other !== item))
      void queries.invalidateQueries({ queryKey })
    }
  }
  const run = (item: PendingChange, call: () => Promise<Annotation | null>): Promise<Annotation | null> => {
    setPending((items) => [...items, item])
    const sent = line.current.then(() => send(item, call))
    line.current = sent
    return sent
  }
  return { pending, run }
}

function settled(marks: Annotation[], item: PendingChange, result: Annotation | null): Annotation[] {
  if (item.kind === 'remove') return withPending(marks, [item])
  if (!result) return marks
  return withPending(
    marks.filter((mark) => mark.id !== result.id),
    [{ kind: 'add', annotation: result }],
  )
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
    categoryId: category.id,
    note,
    tags: [],
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}
