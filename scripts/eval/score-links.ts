import type { FoundMention } from '#shared/domain/extraction.ts'
import type { GoldDocument } from './load-gold.ts'

/** Sums over the mentions that are in both, by exact range; precision and recall are the sums over `mentions`. */
export interface LinkTally {
  readonly precisionSum: number
  readonly recallSum: number
  readonly mentions: number
  /** Mentions of the gold, found or not: how much of it the sums speak of. */
  readonly gold: number
}

interface Pair {
  readonly found: number
  readonly gold: string
}

/**
 * B-cubed over the people, groups and places that both name with the same range.
 * Source: Bagga and Baldwin, Algorithms for Scoring Coreference Chains (1998).
 */
export function tallyLinks(found: readonly FoundMention[], gold: GoldDocument): LinkTally {
  const named = gold.entities.filter(({ type, entity }) => type !== 'MISC' && entity != null)
  const byRange = new Map(named.map((name) => [`${name.start} ${name.end}`, name.entity ?? '']))
  const pairs = found.flatMap(({ start, end, entity }): Pair[] => {
    const name = byRange.get(`${start} ${end}`)
    return name === undefined ? [] : [{ found: entity, gold: name }]
  })
  let [precisionSum, recallSum] = [0, 0]
  for (const pair of pairs) {
    const sameFound = pairs.filter((other) => other.found === pair.found)
    const sameGold = pairs.filter((other) => other.gold === pair.gold)
    const both = sameFound.filter((other) => other.gold === pair.gold).length
    precisionSum += both / sameFound.length
    recallSum += both / sameGold.length
  }
  return { precisionSum, recallSum, mentions: pairs.length, gold: named.length }
}
