import { v5, v7 } from 'uuid'

/** A string that only the code that made or parsed it can pass on: ids of different tables never mix. */
export type Branded<Name extends string> = string & { readonly __brand: Name }

/** Ids are UUIDv7 in text form: they sort by the time they were made. */
export type ArticleId = Branded<'ArticleId'>
export type AnnotationId = Branded<'AnnotationId'>
export type CategoryId = Branded<'CategoryId'>
export type EntityId = Branded<'EntityId'>
export type FigureId = Branded<'FigureId'>
export type SuggestionId = Branded<'SuggestionId'>
export type CardId = Branded<'CardId'>
export type ReviewId = Branded<'ReviewId'>
export type DeckId = Branded<'DeckId'>
export type FitId = Branded<'FitId'>
export type AcceptedAnswerId = Branded<'AcceptedAnswerId'>
export type ConfusionId = Branded<'ConfusionId'>
export type BookId = Branded<'BookId'>
export type ActionId = Branded<'ActionId'>
export type CorrectionId = Branded<'CorrectionId'>

/**
 * A new id, a UUIDv7 of the given time.
 * `nowMs`: milliseconds since 1970. Source: RFC 9562, 5.7.
 */
export function newId<Id extends Branded<string>>(nowMs: number): Id {
  return v7({ msecs: nowMs }) as Id // the one place that makes ids
}

const NAMESPACE = '5b1f3c0e-8d0a-4f0e-9b6e-2f6a4c1d7e90'

/**
 * The id of what is found in texts: the same parts always give the same id, so that what points at it still does after
 * the texts are searched again. Source: RFC 9562, 5.5.
 */
export function stableId<Id extends Branded<string>>(...parts: readonly (string | number)[]): Id {
  return v5(JSON.stringify(parts), NAMESPACE) as Id // as in newId
}
