import type { NameSpan } from '#electron/extraction/names/name-span.ts'
import { readText } from '#electron/extraction/read-text.ts'
import type { EntityKind, ExtractionInput } from '#shared/domain/extraction.ts'
import type { GoldDocument } from './load-gold.ts'

const KINDS: Readonly<Record<string, EntityKind>> = { PER: 'person', ORG: 'group', LOC: 'place' }

/** The names of the gold as a recogniser would give them; those that no tokens begin and end with are left out. */
export function goldNames(input: ExtractionInput, gold: GoldDocument): NameSpan[] {
  const { tokens } = readText(input)
  const starts = new Map(tokens.map((token, index) => [token.start, index]))
  const ends = new Map(tokens.map((token, index) => [token.end, index + 1]))
  const spans = gold.entities.flatMap(({ start, end, type, sub }): NameSpan[] => {
    const [first, last] = [starts.get(start), ends.get(end)]
    const kind = KINDS[type] ?? (sub === 'NORP' ? 'group' : undefined)
    if (kind === undefined || first === undefined || last === undefined) return []
    const detail = kind === 'group' ? (type === 'ORG' ? 'organisation' : 'people') : null
    return [{ first, last, kind, detail, confidence: 1 }]
  })
  return spans.sort((a, b) => a.first - b.first).filter((span, index, all) => span.first >= (all[index - 1]?.last ?? 0))
}
