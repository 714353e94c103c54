import type { AnswerGrade, MemoryStage } from './scheduling.ts'

/** A passage marked in another program, or a note on a whole text when `quote` is empty. */
export interface ImportedMark {
  readonly quote: string
  /** What stood around it, where the other program kept that. */
  readonly prefix: string
  readonly suffix: string
  /** Markdown. */
  readonly note: string
  readonly tags: readonly string[]
  readonly createdAtMs: number | null
  /** Where it was, in words: `Page 12`. Null where nobody knows. */
  readonly place: string | null
  /** The colour by its name, lower case. */
  readonly color: string | null
  /** A UUID by which it is known when it comes again, where the file has one. */
  readonly id?: string
  /** What the person called this kind of mark. */
  readonly category?: string
  /** Where it was, counted in whole characters, end excluded; a hint, for the text may be another. */
  readonly characters?: { readonly start: number; readonly end: number }
  /** The names of whom and what it is linked to. */
  readonly links?: readonly string[]
  readonly updatedAtMs?: number
}

/** The marks made in one text. */
export interface MarkedSource {
  readonly title: string
  readonly byline: string | null
  readonly url: string | null
  /** The article of this library, or of one like it, that they were on. */
  readonly articleId?: string
  /** ISO 8601 date, `YYYY-MM-DD`. */
  readonly publishedOn: string | null
  /** The program they were made in. */
  readonly program: string
  readonly marks: readonly ImportedMark[]
}

/** A page someone kept to read later. */
export interface SavedAddress {
  readonly url: string
  readonly title: string
  readonly tags: readonly string[]
  readonly savedAtMs: number | null
}

/** One answer given in another program. */
export interface ImportedReview {
  readonly reviewedAtMs: number
  readonly grade: AnswerGrade
  readonly durationMs: number
  readonly intervalDays: number
  readonly stageAfter: MemoryStage
}

/** How a card stood in another program's schedule; null memory for one that FSRS did not know. */
export interface ImportedSchedule {
  readonly stage: MemoryStage
  readonly dueAtMs: number
  readonly intervalDays: number
  readonly reps: number
  readonly lapses: number
  readonly isSuspended: boolean
  readonly memory: { readonly stability: number; readonly difficulty: number } | null
  readonly reviews: readonly ImportedReview[]
}

/** One card of a note: `part` is 0 or 1 of a pair asked both ways, or the number of a gap; 0 for a card alone. */
export interface ImportedCard {
  readonly part: number
  readonly schedule: ImportedSchedule | null
}

/** Cards that were written as one. Sides are Markdown; pictures are named as `picture:SHA256`. */
export interface ImportedNote {
  /** By which it is known when it comes again; null where the file has no such name. */
  readonly guid: string | null
  readonly kind: 'basic' | 'reversed' | 'cloze'
  readonly isTyped: boolean
  readonly front: string
  readonly back: string
  readonly tags: readonly string[]
  readonly createdAtMs: number | null
  readonly cards: readonly ImportedCard[]
}

/** A picture on cards, named by its content. */
export interface ImportedPicture {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The cards of one file, with their pictures. */
export interface CardSet {
  readonly title: string
  readonly notes: readonly ImportedNote[]
  readonly pictures: readonly ImportedPicture[]
  /** The text of the table they were read from, so that it can be read otherwise. */
  readonly table?: string
}
