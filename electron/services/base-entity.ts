import { type Bearer, NO_BEARER } from '#electron/extraction/linking/bearer.ts'
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
 * The entity that a name means by itself: one for all articles for groups and places; for a person's full name one for
 * all articles that say the same of its bearer, since two people can have it; for a surname one for each text.
 */
export function toBaseEntity(
  { kind, name, detail }: Named,
  contentSha256: string,
  bearer: Bearer = NO_BEARER,
): BaseEntity {
  if (kind !== 'person') {
    const nameKey = foldText(name.replace(/^The /u, ''))
    const id = stableId<EntityId>('entity', kind, nameKey)
    return { id, kind, detail, name, nameKey, surname: null, isFull: true, bearer: null }
  }
  const nameKey = foldText(name)
  const parts = personParts(name)
  const isFull = parts.length > 1
  const said = JSON.stringify(bearer)
  const id = stableId<EntityId>('entity', kind, nameKey, isFull ? said : contentSha256)
  return { id, kind, detail, name, nameKey, surname: parts.at(-1) ?? nameKey, isFull, bearer: isFull ? said : null }
}

/** Whether two names mean the same wherever no text says more of who has them. */
export function isSameName(
  a: { readonly kind: EntityKind; readonly nameKey: string },
  b: { readonly kind: EntityKind; readonly name: string },
): boolean {
  return a.kind === b.kind && a.nameKey === toBaseEntity({ ...b, detail: null }, '').nameKey
}
