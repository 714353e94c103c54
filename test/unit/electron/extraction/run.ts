import { extract } from '#electron/extraction/extract.ts'
import { paragraphs } from '#electron/extraction/sentences.ts'
import type { Extraction } from '#shared/domain/extraction.ts'

/** Extracts from a text whose paragraphs are what blank lines part. */
export function run(text: string): Extraction {
  return extract({ title: '', text, blocks: paragraphs(text), publishedOn: null })
}

/** Names by kind as "person: Ana Ruiz = Ruiz; group: ...": entities with their aliases, in order. */
export function entitiesOf(text: string): string[] {
  return run(text).entities.map(({ kind, name, aliases }) => [`${kind}: ${name}`, ...aliases].join(' = '))
}

/** The first figure of a text as "low..high", hedge, unit and measure; empty parts left out. */
export function figureOf(text: string): string {
  const [figure] = run(text).figures
  if (figure === undefined) return 'none'
  const { low, high, hedge, unit, measures } = figure
  const value = low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`
  return [value, hedge && `(${hedge})`, unit && `[${unit}]`, measures].filter(Boolean).join(' ')
}
