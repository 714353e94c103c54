import type { Extraction, FoundFigure } from '#shared/domain/extraction.ts'
import type { GoldDocument } from '../../../../scripts/eval/load-gold.ts'

/** A gold article of which a test names only what it is about. */
export function gold(parts: Partial<GoldDocument>): GoldDocument {
  return { id: 'a', title: '', text: '', entities: [], figures: [], roles: [], quotes: [], ...parts }
}

/** What an engine found, of which a test names only what it is about. */
export function found(parts: Partial<Extraction>): Extraction {
  return { engine: 'e', language: 'en', entities: [], mentions: [], figures: [], quotations: [], ...parts }
}

/** A figure at `start` to `end` with the rest empty. */
export function figure(start: number, end: number, parts: Partial<FoundFigure>): FoundFigure {
  const empty = { hedge: null, unit: null, measures: null, subject: null, asOf: null, saidBy: null, confidence: 0.9 }
  return { start, end, low: null, high: null, ...empty, ...parts }
}
