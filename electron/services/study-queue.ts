import type { ReadHandle } from '#electron/store/handle.ts'
import {
  countQueue,
  findNextDue,
  findQueued,
  type Queue,
  type QueuedCard,
  type QueueTime,
} from '#electron/store/queries/queue.ts'
import { type AnsweredRow, listAnswered } from '#electron/store/queries/reviews.ts'
import type { CardId, DeckId } from '#shared/domain/ids.ts'
import { nextStudyDay, studyDayOf, studyDayStart } from '#shared/domain/study-days.ts'
import type { PlannedDeck, StudyPlan } from './study-plan.ts'

/** As many cards as can be counted: no limit. */
const MOST_COUNTED = 1_000_000
const MINUTE_MS = 60_000

/** What of a day is still to be asked, deck by deck, within the limits. */
export class StudyQueue {
  readonly #db: ReadHandle
  readonly #plan: StudyPlan
  readonly #decks: readonly PlannedDeck[]
  readonly #answered: readonly AnsweredRow[]
  readonly #time: QueueTime
  readonly #aheadMs: number

  /** `deckId`: one deck alone; undefined: all. `aheadMinutes`: in place of the setting. */
  constructor(db: ReadHandle, plan: StudyPlan, nowMs: number, deckId: DeckId | undefined, aheadMinutes?: number) {
    const hour = plan.settings.dayStartsAtHour
    this.#db = db
    this.#plan = plan
    this.#aheadMs = (aheadMinutes ?? plan.settings.learnAheadMinutes) * MINUTE_MS
    this.#decks = plan.decks.filter(({ deck }) => deckId === undefined || deck.id === deckId)
    const day = studyDayOf(nowMs, hour)
    this.#time = { nowMs, aheadMs: nowMs, dayEndMs: nextStudyDay(nowMs, hour), day }
    this.#answered = listAnswered(db, day)
  }

  /** Answers of today in these decks. */
  answered(): number {
    const ids = new Set(this.#decks.map(({ deck }) => deck.id))
    return this.#answered.reduce((sum, row) => sum + (ids.has(row.deckId) ? row.all : 0), 0)
  }

  /** How many more cards today's limit lets in. Decks without a limit of their own share one. */
  #left(kind: 'new' | 'reviews', planned: PlannedDeck): number {
    const limit = kind === 'new' ? planned.options.newCardsPerDay : planned.options.reviewsPerDay
    const sharing = planned.ownLimits[kind] ? [planned] : this.#plan.decks.filter(({ ownLimits }) => !ownLimits[kind])
    const ids = new Set(sharing.map(({ deck }) => deck.id))
    return Math.max(0, limit - this.#answered.reduce((sum, row) => sum + (ids.has(row.deckId) ? row[kind] : 0), 0))
  }

  /** Learning steps come first, for their time is short; then reviews and new cards as the options say. */
  next(): CardId | null {
    const now = this.#first('learning', this.#time)
    if (now) return now.id
    const reviews = () => this.#first('review', this.#time)
    const fresh = () => this.#first('new', this.#time)
    const later = this.#asksNewFirst() ? (fresh() ?? reviews()) : (reviews() ?? fresh())
    return (later ?? this.#first('learning', this.#aheadTime()))?.id ?? null
  }

  #aheadTime(): QueueTime {
    return { ...this.#time, aheadMs: this.#time.nowMs + this.#aheadMs }
  }

  #asksNewFirst(): boolean {
    const place = this.#decks.length === 1 ? this.#decks[0]?.options.newPlace : this.#plan.settings.newPlace
    if (place !== 'among') return place === 'before'
    // As far through the new cards as through the reviews.
    const done = this.#answered.reduce((sum, row) => ({ new: sum.new + row.new, reviews: sum.reviews + row.reviews }), {
      new: 0,
      reviews: 0,
    })
    const counts = this.counts()
    return done.new * (done.reviews + counts.due) < done.reviews * (done.new + counts.new) || counts.due === 0
  }

  /** Of the decks whose limit lets one in, the card that has waited longest. */
  #first(queue: Queue, time: QueueTime): QueuedCard | null {
    let first: QueuedCard | null = null
    for (const planned of this.#decks) {
      if (queue !== 'learning' && this.#left(queue === 'new' ? 'new' : 'reviews', planned) === 0) continue
      const { newOrder, reviewOrder } = planned.options
      const order = queue === 'new' ? newOrder : queue === 'review' ? reviewOrder : 'due'
      const card = findQueued(this.#db, queue, planned.deck.id, order, time)
      if (card && (!first || card.dueAtMs < first.dueAtMs)) first = card
    }
    return first
  }

  /** What is to be asked now: reviews and new cards within the limits, and cards in learning whose time has come. */
  counts(): { due: number; new: number; learning: number } {
    return {
      due: this.#count('review', 'reviews'),
      new: this.#count('new', 'new'),
      learning: this.#decks.reduce(
        (sum, { deck }) => sum + countQueue(this.#db, 'learning', deck.id, this.#aheadTime(), MOST_COUNTED),
        0,
      ),
    }
  }

  #count(queue: 'review' | 'new', kind: 'reviews' | 'new'): number {
    let shared = Number.POSITIVE_INFINITY
    let sum = 0
    for (const planned of this.#decks) {
      const left = this.#left(kind, planned)
      if (planned.ownLimits[kind]) {
        sum += countQueue(this.#db, queue, planned.deck.id, this.#time, left)
        continue
      }
      shared = Math.min(shared, left)
      const count = countQueue(this.#db, queue, planned.deck.id, this.#time, shared)
      shared -= count
      sum += count
    }
    return sum
  }

  /**
   * When the next card can be asked, in ms, and whether it is one in learning, which may be asked ahead of its time; null
   * when none will be. What limits hold back comes tomorrow, where they let in any.
   */
  nextDue(): { readonly atMs: number; readonly isLearning: boolean } | null {
    const { learning, review, buried } = findNextDue(this.#db, this.#aheadTime())
    const hour = this.#plan.settings.dayStartsAtHour
    const learningAtMs = learning === null ? null : learning - this.#aheadMs
    const times = [
      learningAtMs,
      review === null ? null : studyDayStart(review, hour),
      buried,
      this.#isHeld() ? this.#time.dayEndMs : null,
    ].filter((ms) => ms !== null)
    const atMs = Math.min(...times)
    return times.length === 0 ? null : { atMs, isLearning: atMs === learningAtMs }
  }

  #isHeld(): boolean {
    return this.#decks.some(
      ({ deck, options }) =>
        (options.newCardsPerDay > 0 && countQueue(this.#db, 'new', deck.id, this.#time, 1) > 0) ||
        (options.reviewsPerDay > 0 && countQueue(this.#db, 'review', deck.id, this.#time, 1) > 0),
    )
  }
}
