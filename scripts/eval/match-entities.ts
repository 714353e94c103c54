import type { Extraction } from '#shared/domain/extraction.ts'
import type { GoldDocument } from './load-gold.ts'
import { plainWords } from './same-words.ts'

/** Says of an entity found (by index) whether it is the one that the gold calls `name`. */
export type IsEntity = (entity: number, name: string) => boolean

/**
 * An entity found is one of the gold when most of its mentions that the gold knows belong to that one; where the gold
 * knows none of them, when one of its names is the gold's name, or ends it as a surname does.
 */
export function matchEntities(found: Extraction, gold: GoldDocument): IsEntity {
  const byRange = new Map(gold.entities.map((name) => [`${name.start} ${name.end}`, name.entity ?? null]))
  const votes = found.entities.map(() => new Map<string, number>())
  for (const { entity, start, end } of found.mentions) {
    const name = byRange.get(`${start} ${end}`)
    const own = votes[entity]
    if (own !== undefined && name != null) own.set(name, (own.get(name) ?? 0) + 1)
  }
  const winners = votes.map((own) => [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null)
  return (entity, name) => {
    const winner = winners[entity] ?? null
    if (winner !== null) return plainWords(winner) === plainWords(name)
    const one = found.entities[entity]
    return one !== undefined && [one.name, ...one.aliases].some((own) => isNameOf(own, name))
  }
}

function isNameOf(surface: string, name: string): boolean {
  const [own, whole] = [plainWords(surface), plainWords(name)]
  return own !== '' && (own === whole || whole.endsWith(` ${own}`))
}
