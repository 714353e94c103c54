import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { api } from '#renderer/client/api.ts'
import type { EntitySummary, Figure, PlacedMention } from '#shared/contract/entity.ts'
import { entitiesQuery, figuresQuery } from './article-queries.ts'

/** What was found in an article. Empty until it has been looked for. */
export interface Finds {
  readonly mentions: readonly PlacedMention[]
  readonly figures: readonly Figure[]
  readonly entities: readonly EntitySummary[]
  readonly entityOf: (entityId: string) => EntitySummary | null
  /** Whether they have been fetched; none may have been looked for yet. */
  readonly isLoaded: boolean
  readonly error: unknown
}

/** A name or figure of the text that the keyboard is at. */
export interface WalkedThing extends Span {
  readonly mention: PlacedMention | null
  readonly figure: Figure | null
}

const none: readonly never[] = []

/** The people, groups, places and figures of an article; not asked for before `enabled`. */
export function useFinds(articleId: string, enabled: boolean): Finds {
  const mentions = useQuery(api.entity.inArticle.queryOptions({ input: { articleId }, enabled }))
  const figures = useQuery({ ...figuresQuery(articleId), enabled })
  const entities = useQuery({ ...entitiesQuery(articleId), enabled })
  const byId = useMemo(
    () => new Map((entities.data ?? []).map((entity) => [String(entity.id), entity])),
    [entities.data],
  )
  return {
    mentions: mentions.data ?? none,
    figures: figures.data ?? none,
    entities: entities.data ?? none,
    entityOf: (entityId) => byId.get(entityId) ?? null,
    isLoaded: mentions.isSuccess && figures.isSuccess && entities.isSuccess,
    error: mentions.error ?? figures.error ?? entities.error,
  }
}
