import type { WriteHandle } from '#electron/store/handle.ts'
import { listCardIds } from '#electron/store/queries/card-list.ts'
import {
  type CardRow,
  deleteCards,
  findCard,
  listCardsById,
  putBuried,
  putLeech,
  putSuspended,
  updateCardMemory,
} from '#electron/store/queries/cards.ts'
import { insertReview } from '#electron/store/queries/reviews.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { addTag, removeTag } from '#electron/store/queries/tags.ts'
import type { CardChange } from '#shared/contract/card-browser.ts'
import { type CardId, newId, type ReviewId } from '#shared/domain/ids.ts'
import { type LogEntry, type Memory, newMemory } from '#shared/domain/scheduling.ts'
import { startOfDay, studyDayOf } from '#shared/domain/study-days.ts'
import { os, type ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'
import { shorten } from './words.ts'

/** When a change is made: the person's time, and the hour at which days turn. */
interface Moment {
  readonly nowMs: number
  readonly atMs: number
  readonly hour: number
}

/** One change to many cards, as one action. */
export function createBulkChange({ library, changes, clock }: ServiceContext) {
  return os.card.bulk.handler(({ input: { selection, change, now } }) => {
    const nowMs = clock()
    const moment = { nowMs, atMs: now ?? nowMs, hour: readSettings(library.read).dayStartsAtHour }
    const ids = 'cardIds' in selection ? selection.cardIds : listCardIds(library.read, selection.filter, moment.atMs)
    const [first] = ids
    const one = first && ids.length === 1 ? findCard(library.read, first) : null
    const label = labelOf(change, one ? `card “${shorten(one.front)}”` : `${ids.length} cards`)
    const changed = library.act({ kind: `card.${change.kind}`, label, articleId: null }, nowMs, (db) =>
      changeCards(db, ids, change, moment),
    )
    changes.announce(['card', 'deck', 'review', 'articleCounts', 'entity', 'history'])
    return { changed }
  })
}

function labelOf(change: CardChange, what: string): string {
  switch (change.kind) {
    case 'tag':
      return `Tags of ${what}`
    case 'suspend':
      return `${change.suspended ? 'Suspension' : 'Return'} of ${what}`
    case 'unbury':
      return `Return of ${what} for today`
    case 'reset':
      return `Fresh start of ${what}`
    case 'due':
      return `New day for ${what}`
    case 'remove':
      return `Removal of ${what}`
  }
}

/** How many cards are read and changed at a time, so that a large selection takes little memory. */
const SLICE = 1000

function changeCards(db: WriteHandle, ids: readonly CardId[], change: CardChange, moment: Moment): number {
  let changed = 0
  for (let at = 0; at < ids.length; at += SLICE) {
    const cards = listCardsById(db, ids.slice(at, at + SLICE))
    if (change.kind === 'remove') removeCards(db, cards, moment.nowMs)
    else for (const card of cards) changeCard(db, card, change, moment)
    changed += cards.length
  }
  return changed
}

function removeCards(db: WriteHandle, cards: readonly CardRow[], nowMs: number): void {
  deleteCards(
    db,
    cards.map(({ id }) => id),
    nowMs,
  )
  for (const { id } of cards) indexEntry(db, 'card', id)
}

function changeCard(
  db: WriteHandle,
  card: CardRow,
  change: Exclude<CardChange, { kind: 'remove' }>,
  moment: Moment,
): void {
  switch (change.kind) {
    case 'tag':
      for (const name of change.add) addTag(db, 'card', card.id, name, moment.nowMs)
      for (const name of change.remove) removeTag(db, 'card', card.id, name)
      return
    case 'suspend':
      if (card.suspended !== change.suspended) putSuspended(db, card.id, change.suspended, moment.nowMs)
      return
    case 'unbury':
      if (card.buriedUntilMs !== null) putBuried(db, card.id, null, moment.nowMs)
      return
    case 'reset':
      if (card.memory.reps > 0 || card.memory.stage > 0) {
        writeMemory(db, card, 'reset', newMemory(card.createdAtMs), moment)
        if (card.leech) putLeech(db, card.id, false, card.suspended, moment.nowMs)
      }
      return
    case 'due':
      writeMemory(db, card, 'due', dueIn(card.memory, change.days, moment), moment)
  }
}

/** The same memory, to be asked on the study day that many days from now. */
function dueIn(memory: Memory, days: number, { atMs, hour }: Moment): Memory {
  const dueAtMs = startOfDay(studyDayOf(atMs, hour) + days, hour)
  return { ...memory, stage: 2, dueAtMs, scheduledDays: days, learningSteps: 0 }
}

/**
 * Stores a memory that no answer led to, and says so in the log, so that the log alone still tells it. `elapsedDays`:
 * see `LogEntry`.
 */
export function writeMemory(
  db: WriteHandle,
  card: CardRow,
  kind: Exclude<LogEntry['kind'], 'answer'>,
  after: Memory,
  { nowMs, atMs, hour }: Moment,
  elapsedDays = 0,
): void {
  const entry = { id: newId<ReviewId>(nowMs), cardId: card.id, deckId: card.deckId, kind, grade: 0 as const, after }
  insertReview(
    db,
    {
      ...entry,
      reviewedAtMs: atMs,
      durationMs: null,
      day: studyDayOf(atMs, hour),
      elapsedDays,
      predicted: null,
      stageBefore: card.memory.stage,
      effects: null,
    },
    nowMs,
  )
  updateCardMemory(db, card.id, after, nowMs)
}
