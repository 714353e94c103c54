import type { Extraction } from '#shared/domain/extraction.ts'
import type { GoldDocument } from './load-gold.ts'
import { matchEntities } from './match-entities.ts'
import { plainWords, shareHalf } from './same-words.ts'
import type { Tally } from './tally.ts'

/** (Entity, role) pairs of one document, each counted once. */
export interface RoleTally {
  /** The role has the same words; case, signs and a determiner before it aside. */
  readonly same: Tally
  /** The role shares half of its content words. */
  readonly alike: Tally
}

/** Counts which pairs of entity and role agree. */
export function tallyRoles(found: Extraction, gold: GoldDocument): RoleTally {
  const isEntity = matchEntities(found, gold)
  const wanted = distinct(gold.roles.map(({ entity, role }) => ({ entity, role })))
  const got = found.entities.flatMap((entity, index) => entity.roles.map(({ role }) => ({ entity: index, role })))
  const count = (isSame: (a: string, b: string) => boolean): Tally => {
    const free = new Set(wanted)
    let right = 0
    for (const { entity, role } of got) {
      const match = [...free].find((pair) => isEntity(entity, pair.entity) && isSame(role, pair.role))
      if (match === undefined) continue
      free.delete(match)
      right++
    }
    return { right, found: got.length, gold: wanted.length }
  }
  return { same: count((a, b) => bareRole(a) === bareRole(b)), alike: count(shareHalf) }
}

/** A role without its determiner: "the former mayor" and "former mayor" say the same. */
export function bareRole(role: string): string {
  return plainWords(role).replace(/^(?:(?:a|an|the|one|his|her|their|its|another) )+/, '')
}

function distinct(pairs: readonly { readonly entity: string; readonly role: string }[]) {
  return [...new Map(pairs.map((pair) => [`${pair.entity} ${bareRole(pair.role)}`, pair])).values()]
}
