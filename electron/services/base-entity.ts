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
 * The entity that a name means by itself: one for all articles for a full name and for groups and places, one for each
 * text for a person's surname, since that may be anyone's.
 */
export function toBaseEntity({ kind, name, detail }: Named, contentSha256: string): BaseEntity {
  if (kind !== 'person') {
    const nameKey = foldText(name.replace(/^The /u, ''))
    const id = stableId<EntityId>('entity', kind, nameKey)
    return { id, kind, detail, name, nameKey, surname: null, isFull: true }
  }
  const nameKey = foldText(name)
  const parts = personParts(name)
  const isFull = parts.length > 1
  const id = stableId<EntityId>('entity', kind, nameKey, ...(isFull ? [] : [contentSha256]))
  return { id, kind, detail, name, nameKey, surname: parts.at(-1) ?? nameKey, isFull }
}
