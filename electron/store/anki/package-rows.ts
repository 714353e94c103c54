/** How a card stands in Anki's schedule. */
export interface AnkiCard {
  /** Which card of its note, from 0: the template, or the cloze group less one. */
  readonly ordinal: number
  readonly stage: 'new' | 'learning' | 'review' | 'relearning'
  readonly dueAtMs: number
  readonly intervalDays: number
  readonly reps: number
  readonly lapses: number
  readonly isSuspended: boolean
  /** FSRS memory, or null for a card never answered. Source: fsrs-rs `MemoryState`. */
  readonly memory: { readonly stability: number; readonly difficulty: number } | null
  readonly reviews: readonly AnkiReview[]
}

/** One answer. */
export interface AnkiReview {
  readonly reviewedAtMs: number
  readonly grade: 1 | 2 | 3 | 4
  readonly intervalDays: number
  readonly lastIntervalDays: number
  readonly durationMs: number
  readonly wasLearning: boolean
}

/** A note with its cards; fields in HTML. */
export interface AnkiNote {
  /** Stays the same from export to export, so that Anki updates instead of adding. */
  readonly guid: string
  readonly kind: 'basic' | 'reversed' | 'typed' | 'cloze'
  /** Front, back and source; of a cloze its text, what is shown besides, and source. */
  readonly fields: readonly [string, string, string]
  readonly tags: readonly string[]
  readonly deck: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly cards: readonly AnkiCard[]
}
