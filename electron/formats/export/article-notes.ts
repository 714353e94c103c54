import type { QuoteOrigin } from '#shared/text/origin-line.ts'

/** A mark with what the person made of it. Offsets: UTF-16 code units of the article's text, end excluded. */
export interface NotesMark {
  readonly id: string
  readonly start: number
  readonly end: number
  /** The marked words; paragraphs are parted by a blank line. */
  readonly quote: string
  /** The words before and after it. */
  readonly prefix: string
  readonly suffix: string
  /** Its place counted in whole characters, as other programs count. */
  readonly startCharacter: number
  readonly endCharacter: number
  /** The category's name. */
  readonly category: string
  /** Markdown, or null. */
  readonly note: string | null
  readonly tags: readonly string[]
  /** Names of the people, groups and places it was linked to. */
  readonly links: readonly string[]
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

/** A note on the whole article. */
export interface NotesRemark {
  readonly id: string
  /** Markdown. */
  readonly note: string
  readonly tags: readonly string[]
  readonly links: readonly string[]
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

export interface NotesCard {
  readonly id: string
  readonly isCloze: boolean
  /** Markdown; of a cloze card the whole text with its `{{c1::...}}`. */
  readonly front: string
  /** Markdown; may be empty for a cloze card. */
  readonly back: string
  readonly tags: readonly string[]
  /** The passage it was made from, or null. */
  readonly quote: string | null
}

/** A heading of the article, to which the marks behind it belong. */
export interface NotesHeading {
  readonly text: string
  /** 1 (largest) to 6. */
  readonly level: number
  readonly start: number
}

/** Where a quote comes from. */
export type NotesOrigin = QuoteOrigin

/** All that a person has written about one article. */
export interface ArticleNotes extends NotesOrigin {
  readonly id: string
  /** BCP 47 tag. */
  readonly language: string | null
  readonly tags: readonly string[]
  /** In order of their place. */
  readonly headings: readonly NotesHeading[]
  readonly remarks: readonly NotesRemark[]
  /** In any order; they may overlap. */
  readonly marks: readonly NotesMark[]
  readonly cards: readonly NotesCard[]
}
