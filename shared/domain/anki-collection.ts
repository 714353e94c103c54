/** A kind of note: its fields and what its cards show. */
export interface AnkiNotetype {
  readonly id: number
  readonly name: string
  readonly isCloze: boolean
  readonly fields: readonly string[]
  readonly templates: readonly { readonly question: string; readonly answer: string }[]
}

/** A note as it is stored; `fields` are HTML. */
export interface StoredAnkiNote {
  readonly id: number
  readonly guid: string
  readonly notetypeId: number
  readonly tags: readonly string[]
  readonly fields: readonly string[]
}

/** A card as it is stored. Source: the tables of Anki, `cards`. */
export interface StoredAnkiCard {
  readonly id: number
  readonly noteId: number
  readonly ordinal: number
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly originalDue: number
  readonly isFiltered: boolean
  /** Its home deck, also while it is lent to a filtered one. */
  readonly deckId: number
  readonly intervalDays: number
  readonly factor: number
  readonly reps: number
  readonly lapses: number
  /** FSRS memory, where Anki knew it. */
  readonly stability: number | null
  readonly difficulty: number | null
}

/** One answer. Source: the tables of Anki, `revlog`. */
export interface StoredAnkiReview {
  readonly id: number
  readonly cardId: number
  readonly ease: number
  readonly interval: number
  readonly timeMs: number
  readonly type: number
}

/** All that is taken over from a collection. */
export interface AnkiCollection {
  /** Days are counted from here, in ms. */
  readonly createdAtMs: number
  readonly notetypes: ReadonlyMap<number, AnkiNotetype>
  /** Names of decks by their ids, in parts joined by `::`. */
  readonly decks: ReadonlyMap<number, string>
  readonly notes: readonly StoredAnkiNote[]
  readonly cards: readonly StoredAnkiCard[]
  readonly reviews: readonly StoredAnkiReview[]
}
