import { NO_BEARER } from '#electron/extraction/linking/bearer.ts'
import { personParts } from '#electron/extraction/linking/name-key.ts'
import type { BaseEntity } from '#electron/store/queries/found.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import { type EntityId, stableId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'

interface Named {
  readonly kind: EntityKind
  readonly name: string
  readonly detail: string | null
}

/**
 * The entity that a name means by itself: one for all articles that say the same of its bearer, since two can have it; for
 * a surname one for each text. `said`: what the article says of the bearer, in JSON; null where it says nothing.
 */
export function toBaseEntity(
  { kind, name, detail }: Named,
  contentSha256: string,
  said: string | null = null,
): BaseEntity {
  if (kind !== 'person') {
    const nameKey = foldText(name.replace(/^The /u, ''))
    const id = stableId<EntityId>('entity', kind, nameKey, ...(said === null ? [] : [said]))
    return { id, kind, detail, name, nameKey, surname: null, isFull: true, bearer: said }
  }
  const nameKey = foldText(name)
  const parts = personParts(name)
  const isFull = parts.length > 1
  const bearer = isFull ? (said ?? JSON.stringify(NO_BEARER)) : null
  const id = stableId<EntityId>('entity', kind, nameKey, bearer ?? contentSha256)
  return { id, kind, detail, name, nameKey, surname: parts.at(-1) ?? nameKey, isFull, bearer }
}

/** Whether two names mean the same wherever no text says more of who has them. */
export function isSameName(
  a: { readonly kind: EntityKind; readonly nameKey: string },
  b: { readonly kind: EntityKind; readonly name: string },
): boolean {
  return a.kind === b.kind && a.nameKey === toBaseEntity({ ...b, detail: null }, '').nameKey
}
