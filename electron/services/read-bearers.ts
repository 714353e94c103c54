import { type Bearer, NO_BEARER, readBearer } from '#electron/extraction/linking/bearer.ts'
import { type GroupBearer, NO_GROUP_BEARER, readGroupBearer } from '#electron/extraction/linking/group-bearer.ts'
import { findHomeWords } from '#electron/extraction/linking/homes.ts'
import type { Extraction } from '#shared/domain/extraction.ts'
import { foldText } from '#shared/text/fold.ts'

interface DatedText {
  readonly text: string
  readonly publishedOn: string | null
}

interface Stored {
  readonly bearer: string | null
}

/** How far after a name its dates of life can reach. */
const AFTER_CHARS = 60

/**
 * What an article says of each entity that was found in it, for telling it from others of the same name: as it is kept,
 * in JSON; null for a group or place of which it says nothing.
 */
export function readBearers({ text, publishedOn }: DatedText, found: Extraction): (string | null)[] {
  const places = Map.groupBy(found.mentions, ({ entity }) => entity)
  const ages = found.figures.filter(({ measures, low, high }) => measures === 'age' && low !== null && low === high)
  const isPerson = (index: number) => found.entities[index]?.kind === 'person'
  const people = found.mentions.filter(({ entity }) => isPerson(entity))
  const words = withoutThose(findHomeWords(text), people)
  return found.entities.map((entity, index) => {
    const own = places.get(index) ?? []
    if (!isPerson(index)) {
      const bearer = readGroupBearer({ ...entity, places: own, text, words })
      return bearer.isTwo || bearer.homes.length + bearer.trades.length > 0 ? JSON.stringify(bearer) : null
    }
    const names = new Set([entity.name, ...entity.aliases].map(foldText))
    const bearer = readBearer({
      roles: entity.roles,
      after: own.map(({ end }) => text.slice(end, end + AFTER_CHARS)),
      ages: ages.flatMap(({ subject, low }) => (subject !== null && names.has(foldText(subject)) ? (low ?? []) : [])),
      publishedOn,
    })
    return JSON.stringify(bearer)
  })
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Those ranges that no range of the second list touches. Both lists by start. */
function withoutThose<Found extends Range>(ranges: readonly Found[], others: readonly Range[]): Found[] {
  let at = 0
  return ranges.filter(({ start, end }) => {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    return (others[at]?.start ?? Number.POSITIVE_INFINITY) >= end
  })
}

/** What the store has of the person who bears a name. */
export function readStored({ bearer }: Stored): Bearer {
  // Written by `readBearers` alone.
  return bearer === null ? NO_BEARER : (JSON.parse(bearer) as Bearer)
}

/** What the store has of the group or place that bears a name. */
export function readStoredGroup({ bearer }: Stored): GroupBearer {
  // Written by `readBearers` alone.
  return bearer === null ? NO_GROUP_BEARER : (JSON.parse(bearer) as GroupBearer)
}
