import { queryOptions } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import { allPages } from './all-pages.ts'

const limit = 200

// Keys begin as the client's own do, so that the changes a host announces reach these queries too.

/** Every mark and note of an article, by place. */
export function marksQuery(articleId: string) {
  const input = { articleId, limit }
  return queryOptions({
    queryKey: [...api.annotation.list.key({ input }), 'whole article'],
    queryFn: () => allPages((cursor) => client.annotation.list({ ...input, ...cursor })),
  })
}

/** The people, groups and places that an article names, most mentioned first. */
export function entitiesQuery(articleId: string) {
  const input = { articleId, limit }
  return queryOptions({
    queryKey: [...api.entity.list.key({ input }), 'whole article'],
    queryFn: () => allPages((cursor) => client.entity.list({ ...input, ...cursor })),
  })
}

/** Every figure of an article, by place. */
export function figuresQuery(articleId: string) {
  const input = { articleId, limit }
  return queryOptions({
    queryKey: [...api.figure.list.key({ input }), 'whole article'],
    queryFn: () => allPages((cursor) => client.figure.list({ ...input, ...cursor })),
  })
}

/** Cards that were made from an article. */
export function cardsQuery(articleId: string) {
  const input = { articleId, limit }
  return queryOptions({
    queryKey: [...api.card.list.key({ input }), 'whole article'],
    queryFn: () => allPages((cursor) => client.card.list({ ...input, ...cursor })),
  })
}

/** Cards proposed from an article that nobody has answered yet. */
export function suggestionsQuery(articleId: string) {
  const input = { articleId, limit }
  return queryOptions({
    queryKey: [...api.suggestion.list.key({ input }), 'whole article'],
    queryFn: () => allPages((cursor) => client.suggestion.list({ ...input, ...cursor })),
  })
}
