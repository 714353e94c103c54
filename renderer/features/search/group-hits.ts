import type { SearchItem } from '#shared/contract/library.ts'
import { articlePath, cardPath, dossierPath, routes } from '#shared/domain/routes.ts'

type Kind = SearchItem['kind']

/** Hits of one kind under one heading. */
export interface HitGroup {
  readonly kind: Kind
  readonly label: string
  readonly hits: readonly SearchItem[]
}

// Names first: they are few and exact. Articles next, then what the person made of them.
const order: readonly { kind: Kind; label: string }[] = [
  { kind: 'person', label: 'People' },
  { kind: 'group', label: 'Groups' },
  { kind: 'place', label: 'Places' },
  { kind: 'article', label: 'Articles' },
  { kind: 'annotation', label: 'Marks and notes' },
  { kind: 'card', label: 'Cards' },
]

/** The hits by kind, in a fixed order; within a kind as the search ranked them. */
export function groupHits(hits: readonly SearchItem[]): readonly HitGroup[] {
  return order
    .map((group) => ({ ...group, hits: hits.filter((hit) => hit.kind === group.kind) }))
    .filter((group) => group.hits.length > 0)
}

/** Where a hit leads: its passage, its dossier or its card. */
export function hitPath(hit: SearchItem): string {
  if (hit.entityId) return dossierPath(hit.entityId)
  if (hit.cardId) return cardPath(hit.cardId)
  if (!hit.articleId) return routes.marks
  const { start, end } = hit
  return articlePath(hit.articleId, start !== undefined && end !== undefined ? { start, end } : null)
}

/** A key that no two hits of one answer share. */
export function hitKey(hit: SearchItem): string {
  return `${hit.kind}:${hit.annotationId ?? hit.cardId ?? hit.entityId ?? hit.articleId ?? ''}:${hit.start ?? ''}`
}
