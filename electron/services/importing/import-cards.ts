import { showsSame } from '#electron/formats/shows-same.ts'
import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import {
  type CardRow,
  insertCard,
  putSuspended,
  updateCardMemory,
  updateCardText,
} from '#electron/store/queries/cards.ts'
import { REST_DECK } from '#electron/store/queries/decks.ts'
import { findFit } from '#electron/store/queries/fits.ts'
import { findCardsByGuid, findCardsBySides, putGuid } from '#electron/store/queries/foreign-cards.ts'
import { putPicture } from '#electron/store/queries/pictures.ts'
import { insertReview } from '#electron/store/queries/reviews.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { findSpacedTag, putTags } from '#electron/store/queries/tags.ts'
import type { SpilledCards, SpilledFile } from '#electron/workers/reading/spilled-file.ts'
import { clozeNumbers } from '#shared/domain/cloze.ts'
import { type Branded, type CardId, newId, type ReviewId } from '#shared/domain/ids.ts'
import type { ImportedCard, ImportedNote, ImportedSchedule } from '#shared/domain/imported.ts'
import { createStep, defaultParameters, type LogEntry, type Memory, newMemory } from '#shared/domain/scheduling.ts'
import { studyDayOf } from '#shared/domain/study-days.ts'
import { readSettings } from '../settings-service.ts'

/** How many notes of a set are new, say something else now, or are there as they are. */
export interface CardCounts {
  readonly new: number
  readonly changed: number
  readonly same: number
}

type State = keyof CardCounts

/** The cards of a note that are there, by its name elsewhere, or by its sides when it has none. */
function findThere(db: ReadHandle, note: ImportedNote): CardRow[] {
  return note.guid === null ? findCardsBySides(db, note.front, note.back) : findCardsByGuid(db, note.guid)
}

function stateOf(note: ImportedNote, there: readonly CardRow[]): State {
  if (there.length === 0) return 'new'
  if (note.guid === null) return 'same'
  const isChanged = there.some(({ front, back }) => !showsSame(front, note.front) || !showsSame(back, note.back))
  return isChanged || (there[0]?.familyId && missingOf(note, there).length > 0) ? 'changed' : 'same'
}

function missingOf(note: ImportedNote, there: readonly CardRow[]): ImportedCard[] {
  return note.cards.filter(({ part }) => !there.some((row) => row.part === part))
}

/** What importing notes would do, in steps. */
export function* compareCards(db: ReadHandle, notes: Iterable<ImportedNote>): Generator<void, CardCounts, void> {
  const counts = { new: 0, changed: 0, same: 0 }
  for (const note of notes) {
    counts[stateOf(note, findThere(db, note))]++
    yield
  }
  return counts
}

/**
 * Stores the cards of a file with their pictures, schedule and log, a note at a time, and counts them. A note that is
 * there gets the words of the file and keeps its own schedule. Each part is to run inside an action.
 */
export function* storeCards(
  { file, cards }: { readonly file: SpilledFile; readonly cards: SpilledCards },
  counts: { -readonly [One in State]: number },
  nowMs: number,
): Generator<(db: WriteHandle) => void, void, void> {
  for (const picture of file.pictures(cards)) yield (db) => putPicture(db, picture, nowMs)
  let writer: ReturnType<typeof createWriter> | null = null
  for (const note of file.notes(cards))
    yield (db) => {
      writer ??= createWriter(db, nowMs)
      const there = findThere(db, note)
      const state = stateOf(note, there)
      counts[state]++
      if (state === 'new') writer.addNote(note)
      if (state === 'changed') writer.changeNote(note, there)
    }
}

function createWriter(db: WriteHandle, nowMs: number) {
  const { dayStartsAtHour } = readSettings(db)
  const step = createStep(findFit(db)?.parameters ?? defaultParameters)
  let order = 0
  const spaced = new Map<string, string>()

  /** Anki has no spaces in tags: a tag that comes back without them is the one that went. */
  function tagsOf({ guid, tags }: ImportedNote): readonly string[] {
    if (guid === null) return tags
    return tags.map((tag) => {
      const known = spaced.get(tag) ?? findSpacedTag(db, tag)
      spaced.set(tag, known)
      return known
    })
  }

  function addCard(note: ImportedNote, card: ImportedCard, familyId: string | null): void {
    const id = newId<CardId>(nowMs)
    const { front, back } = note
    const kind = note.kind === 'cloze' ? 'cloze' : 'basic'
    const evidence = {
      articleId: null,
      start: null,
      end: null,
      quote: '',
      entityId: null,
      figureId: null,
      annotationId: null,
    }
    const createdAtMs = (note.createdAtMs ?? nowMs) + (note.createdAtMs === null ? order++ : card.part)
    insertCard(db, { id, kind, part: card.part, typed: note.isTyped, familyId, front, back, ...evidence }, createdAtMs)
    if (note.guid !== null) putGuid(db, id, note.guid)
    putTags(db, 'card', id, tagsOf(note), nowMs)
    if (card.schedule) putSchedule(id, card.schedule, createdAtMs)
    indexEntry(db, 'card', id)
  }

  function putSchedule(id: CardId, schedule: ImportedSchedule, createdAtMs: number): void {
    const learned = putLog(id, schedule, createdAtMs)
    const last = schedule.reviews.at(-1)?.reviewedAtMs ?? null
    const strength = learned ?? schedule.memory
    // What was never answered, or is of a strength that nobody knows, is new.
    if (schedule.stage !== 0 && strength) {
      const { stage, dueAtMs, intervalDays, reps, lapses } = schedule
      const memory: Memory = {
        stage,
        dueAtMs,
        stability: strength.stability,
        difficulty: strength.difficulty,
        scheduledDays: stage === 2 ? intervalDays : 0,
        learningSteps: 0,
        reps,
        reviews: Math.max(0, reps - 1),
        lapses,
        lastReviewAtMs: last ?? Math.max(createdAtMs, dueAtMs - intervalDays * DAY_MS),
      }
      updateCardMemory(db, id, memory, nowMs)
    }
    if (schedule.isSuspended) putSuspended(db, id, true, nowMs)
  }

  /** Writes the answers into the log; gives the strength they lead to, or null without any. */
  function putLog(id: CardId, { reviews, dueAtMs, stage, intervalDays }: ImportedSchedule, createdAtMs: number) {
    let memory = newMemory(createdAtMs)
    for (const [at, review] of reviews.entries()) {
      const day = studyDayOf(review.reviewedAtMs, dayStartsAtHour)
      const before = memory.lastReviewAtMs
      const isLast = at === reviews.length - 1
      const entry: LogEntry = {
        kind: 'answer',
        grade: review.grade,
        reviewedAtMs: review.reviewedAtMs,
        elapsedDays: before === null ? 0 : Math.max(0, day - studyDayOf(before, dayStartsAtHour)),
        stageAfter: isLast && stage !== 0 ? stage : review.stageAfter,
        stepAfter: 0,
        scheduledDays: isLast && stage === 2 ? intervalDays : review.intervalDays,
        dueAtMs: isLast && stage !== 0 ? dueAtMs : review.reviewedAtMs + review.intervalDays * DAY_MS,
      }
      const after = step(memory, entry)
      const { kind, grade, reviewedAtMs, elapsedDays } = entry
      const rest = { deckId: REST_DECK, durationMs: review.durationMs, day, predicted: null, effects: null }
      const log = { id: newId<ReviewId>(reviewedAtMs), cardId: id, kind, grade, reviewedAtMs, elapsedDays, ...rest }
      insertReview(db, { ...log, stageBefore: memory.stage, after }, nowMs)
      memory = after
    }
    return reviews.length === 0 ? null : memory
  }

  return {
    addNote(note: ImportedNote): void {
      const cards = cardsOf(note)
      const familyId = cards.length > 1 ? newId<Branded<'FamilyId'>>(nowMs) : null
      for (const card of cards) addCard(note, card, familyId)
    },
    changeNote(note: ImportedNote, there: readonly CardRow[]): void {
      for (const row of there) {
        const kept = (own: string, its: string) => (showsSame(own, its) ? own : its)
        updateCardText(db, row.id, kept(row.front, note.front), kept(row.back, note.back), nowMs)
        if (note.tags.length > 0) putTags(db, 'card', row.id, [...new Set([...row.tags, ...tagsOf(note)])], nowMs)
        indexEntry(db, 'card', row.id)
      }
      const familyId = there[0]?.familyId ?? null
      if (familyId) for (const card of missingOf(note, there)) addCard(note, card, familyId)
    },
  }
}

const DAY_MS = 86_400_000

/** A note of a table says nothing of its cards: there is one, or one for each group of gaps. */
function cardsOf(note: ImportedNote): readonly ImportedCard[] {
  if (note.cards.length > 0) return note.cards
  if (note.kind !== 'cloze') return [{ part: 0, schedule: null }]
  const numbers = clozeNumbers(note.front)
  return (numbers.length > 1 ? numbers : [0]).map((part) => ({ part, schedule: null }))
}
