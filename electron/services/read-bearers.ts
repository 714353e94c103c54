import { type Bearer, readBearer } from '#electron/extraction/linking/bearer.ts'
import type { Extraction } from '#shared/domain/extraction.ts'
import { foldText } from '#shared/text/fold.ts'

interface DatedText {
  readonly text: string
  readonly publishedOn: string | null
}

/** How far after a name its dates of life can reach. */
const AFTER_CHARS = 60

/** What an article says of each entity that was found in it, for telling it from others of the same name. */
export function readBearers({ text, publishedOn }: DatedText, found: Extraction): Bearer[] {
  const after = new Map<number, string[]>()
  for (const { entity, end } of found.mentions)
    after.set(entity, [...(after.get(entity) ?? []), text.slice(end, end + AFTER_CHARS)])
  const ages = found.figures.filter(({ measures, low, high }) => measures === 'age' && low !== null && low === high)
  return found.entities.map((entity, index) => {
    const names = new Set([entity.name, ...entity.aliases].map(foldText))
    return readBearer({
      roles: entity.roles,
      after: after.get(index) ?? [],
      ages: ages.flatMap(({ subject, low }) => (subject !== null && names.has(foldText(subject)) ? (low ?? []) : [])),
      publishedOn,
    })
  })
}
