import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ReadText } from '../read-text.ts'

/** A name found: tokens `first` to `last` (excluded), without title. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  readonly kind: EntityKind
  /** See `FoundEntity.detail`. */
  readonly detail: string | null
  /** 0..1: how likely range and kind are both right. */
  readonly confidence: number
}

/**
 * Finds the names in a text, by start and without overlap. The seam at which one recogniser takes the place of another:
 * linking, roles, figures and quotations read its spans and nothing else of it.
 */
export type FindNames = (document: ReadText) => NameSpan[]
