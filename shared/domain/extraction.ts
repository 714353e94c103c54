import type { Block } from './article.ts'

export type EntityKind = 'person' | 'group' | 'place'

/** Text in. Pure data, so that it can cross to a worker. */
export interface ExtractionInput {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** ISO 8601 date of publication, against which "last week" is read. */
  readonly publishedOn: string | null
}

/** A name in the text. `entity` is an index into `Extraction.entities`. Offsets: UTF-16 code units of `text`. */
export interface FoundMention {
  readonly start: number
  readonly end: number
  readonly kind: EntityKind
  /** 0..1: how likely range and kind are both right. */
  readonly confidence: number
  readonly entity: number
}

/** What the text calls an entity in passing ("Iraqi President"), with the passage that says so. */
export interface FoundRole {
  readonly role: string
  readonly start: number
  readonly end: number
}

/** All mentions of one article that name the same person, group or place. */
export interface FoundEntity {
  readonly kind: EntityKind
  /** Finer than kind where known: 'organisation', 'people', 'faith', 'country', 'city' ... Never shown as such. */
  readonly detail: string | null
  /** The fullest name, without titles. */
  readonly name: string
  /** Other names in the text, `name` excluded, without titles. */
  readonly aliases: readonly string[]
  readonly roles: readonly FoundRole[]
}

/** A stretch of the text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A number as stated. The range covers the hedge, the number and its unit ("about 160", "between 20,000 and 31,000"). */
export interface FoundFigure {
  readonly start: number
  readonly end: number
  /** Least value it can have, in `unit`; null when open below ("up to 40"). Equal to `high` for a plain number. */
  readonly low: number | null
  /** Greatest value; null when open above ("at least 40"). */
  readonly high: number | null
  /** The hedging words as in the text, lower case ("about", "at least", "an estimated"), or null. */
  readonly hedge: string | null
  /** ISO 4217 currency, '%', or a unit word in the plural ("years", "km"); null for plain counts. */
  readonly unit: string | null
  /** What is counted or measured, a noun phrase ("US air strikes", "age"), or null. */
  readonly measures: string | null
  /** Of whom or where, as in the text, or null. */
  readonly subject: string | null
  /** Where the text names that; missing where the words stand nowhere as such. */
  readonly subjectAt?: TextRange | null
  /** As of when, as in the text, or null. */
  readonly asOf: string | null
  /** Who states it, as in the text, or null. */
  readonly saidBy: string | null
  /** The mention that names who states it, so that it follows who is meant there; missing for somebody without one. */
  readonly saidAt?: TextRange | null
  readonly confidence: number
}

/** Words in quotation marks tied to who said them; `entity` is null when the speaker has no name. */
export interface FoundQuotation {
  readonly start: number
  readonly end: number
  readonly entity: number | null
  /** The mention nearest to the words that names who said them. */
  readonly saidAt?: TextRange | null
}

/** What one run found in one article. */
export interface Extraction {
  /** Name and version of what found it; a change of it makes articles stale. */
  readonly engine: string
  /** BCP 47 tag of the text, or null when it cannot be told. Only English is searched for names. */
  readonly language: string | null
  readonly entities: readonly FoundEntity[]
  /** By start; never overlapping each other. */
  readonly mentions: readonly FoundMention[]
  readonly figures: readonly FoundFigure[]
  readonly quotations: readonly FoundQuotation[]
}

/** Less sure than this in all its places, a name is wrong more often than right: it is listed, and drawn only when lit. */
export const LEAST_CONFIDENCE = 0.4
