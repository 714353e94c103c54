import type { Extraction } from '#shared/domain/extraction.ts'
import type { GoldDocument } from './load-gold.ts'
import { matchEntities } from './match-entities.ts'
import type { Tally } from './tally.ts'

/**
 * A quotation is right when the one found that overlaps it most is tied to the speaker of the gold, or to nobody where
 * the gold names none. Recall is the share of the gold's quotations with the right speaker.
 */
export function tallyQuotations(found: Extraction, gold: GoldDocument): Tally {
  const isEntity = matchEntities(found, gold)
  const right = gold.quotes.filter((quote) => {
    const overlaps = found.quotations
      .map((one) => ({ one, length: Math.min(one.end, quote.end) - Math.max(one.start, quote.start) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)
    const best = overlaps[0]?.one
    if (best === undefined) return false
    return best.entity === null || quote.speaker === null
      ? best.entity === quote.speaker
      : isEntity(best.entity, quote.speaker)
  })
  return { right: right.length, found: found.quotations.length, gold: gold.quotes.length }
}
