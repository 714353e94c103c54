/** What a block is. A caption describes a picture; a heading has a level from 1 to 6. */
export type BlockKind = 'heading' | 'paragraph' | 'quote' | 'list-item' | 'caption' | 'code'

/** A stretch of an article's text with a kind. Offsets: UTF-16 code units, end excluded; blocks never overlap. */
export interface Block {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  /** Headings only: 1 (largest) to 6. */
  readonly level?: number
}

/**
 * An article as an importer gives it. `text` is the one coordinate system: blocks are separated in it by a blank line
 * ("\n\n"), and the title is not part of it.
 */
export interface ImportedDocument {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly source: string | null
  readonly byline: string | null
  /** ISO 8601 date, `YYYY-MM-DD`. */
  readonly publishedOn: string | null
  readonly url: string | null
  /** BCP 47 tag. */
  readonly language: string | null
}

/** The largest file an import reads, in bytes. A plain text of this size is some ten thousand pages. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024

/** The largest package of cards: it carries its pictures. */
export const MAX_PACKAGE_BYTES = 120 * 1024 * 1024

/** From this share on, 0..1, an article counts as read: few people scroll to the very last line. */
export const READ_FROM = 0.95
