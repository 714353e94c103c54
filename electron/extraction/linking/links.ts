import type { EntityKind } from '#shared/domain/extraction.ts'
import type { NameSpan } from '../names/name-span.ts'

/** One person, group or place of an article, with the indices of its names in the list that was linked. */
export interface LinkedEntity {
  readonly kind: EntityKind
  readonly detail: string | null
  readonly names: number[]
}

/** Which names of an article mean the same. */
export interface Links {
  readonly entities: LinkedEntity[]
  /** By index of the name. */
  readonly of: number[]
  /** Indices of short names of which nothing says whom they mean. */
  readonly open: Set<number>
}

/** Adds what a name means; gives its index. */
export function addEntity(links: Links, name: NameSpan | undefined, kind = name?.kind ?? 'group'): number {
  links.entities.push({ kind, detail: kind === name?.kind ? name.detail : null, names: [] })
  return links.entities.length - 1
}

/** Lets a name mean an entity. */
export function join(links: Links, entity: number, name: number): void {
  links.of[name] = entity
  links.entities[entity]?.names.push(name)
}
