import { z } from 'zod'
import type {
  AnnotationId,
  ArticleId,
  BookId,
  Branded,
  CardId,
  CategoryId,
  CorrectionId,
  DeckId,
  EntityId,
  FigureId,
  ReviewId,
  SuggestionId,
} from '../domain/ids.ts'

// The cast gives the parsed string its brand: zod's own brands would not be those of shared/domain.
const id = <Id extends Branded<string>>() => z.uuid() as unknown as z.ZodType<Id, string>

/** Ids as they cross the wire: UUIDs in text form. */
export const articleId = id<ArticleId>()
export const bookId = id<BookId>()
export const annotationId = id<AnnotationId>()
export const categoryId = id<CategoryId>()
export const entityId = id<EntityId>()
export const figureId = id<FigureId>()
export const suggestionId = id<SuggestionId>()
export const cardId = id<CardId>()
export const deckId = id<DeckId>()
export const reviewId = id<ReviewId>()
export const correctionId = id<CorrectionId>()

/** A position in an article's text, in UTF-16 code units. */
export const offset = z.number().int().nonnegative()

/** Milliseconds since 1970. The bound is the greatest time a JavaScript date can hold. */
export const timeMs = z.number().int().nonnegative().max(8.64e15)

/** A calendar day, `YYYY-MM-DD`. */
export const isoDate = z.iso.date()

/** How many rows a page may hold. */
export const pageLimit = z.number().int().min(1).max(200)

/** Where the next page begins: opaque, to be handed back as it was given. */
export const cursor = z.string().max(2000)

/** So long may a note or a card side be, in UTF-16 code units. */
export const MAX_MARKDOWN_CHARS = 100_000

/** A note or card side: Markdown. */
export const markdown = z.string().max(MAX_MARKDOWN_CHARS)

/** A tag as typed: trimmed, not empty, without line breaks. */
export const tagName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\r\n,]+$/)

/** One page of a list. `nextCursor` is null on the last. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
