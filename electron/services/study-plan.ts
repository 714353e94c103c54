import type { ReadHandle } from '#electron/store/handle.ts'
import type { CardRow } from '#electron/store/queries/cards.ts'
import { type DeckRow, listDecks } from '#electron/store/queries/decks.ts'
import { findFit } from '#electron/store/queries/fits.ts'
import { countDueBetween } from '#electron/store/queries/reviews.ts'
import type { Settings } from '#shared/contract/library.ts'
import { ownStudyOptions, type StudyOptions } from '#shared/contract/study-options.ts'
import type { DeadlinePlan } from '#shared/domain/deadline-plan.ts'
import type { DeckId } from '#shared/domain/ids.ts'
import { createScheduler, defaultParameters, type Scheduler } from '#shared/domain/scheduling.ts'
import { balanceLoad, type SpreadDays, seededChance, spreadByChance } from '#shared/domain/spread-load.ts'
import { startOfDay, studyDayOf } from '#shared/domain/study-days.ts'
import { deadlinePlanOf } from './deadline-plans.ts'
import { readSettings } from './settings-service.ts'

/** A deck with the options that hold for it. */
export interface PlannedDeck {
  readonly deck: DeckRow
  readonly options: StudyOptions
  /** Whether it has a limit of its own; decks without share the one of the settings. */
  readonly ownLimits: { readonly new: boolean; readonly reviews: boolean }
  /** What its deadline asks for, until its day comes. */
  readonly deadline: DeadlinePlan | null
}

/** How everything is asked at present. */
export interface StudyPlan {
  readonly settings: Settings
  readonly decks: readonly PlannedDeck[]
  readonly parameters: readonly number[]
  deckOf(id: DeckId): PlannedDeck
}

/** Reads settings, decks and parameters, with the plans for the deadlines of the day. */
export function readStudyPlan(db: ReadHandle, nowMs: number): StudyPlan {
  const settings = readSettings(db)
  const parameters = findFit(db)?.parameters ?? defaultParameters
  const how = { parameters, dayStartsAtHour: settings.dayStartsAtHour }
  const decks = listDecks(db).map((deck) => planDeck(settings, deck, deadlinePlanOf(db, deck, how, nowMs)))
  const rest = decks.at(-1)
  if (!rest) throw new Error('The deck of the rest is missing.')
  return {
    settings,
    decks,
    parameters,
    deckOf: (id) => decks.find(({ deck }) => deck.id === id) ?? rest,
  }
}

function planDeck(settings: Settings, deck: DeckRow, deadline: DeadlinePlan | null): PlannedDeck {
  const parsed = ownStudyOptions.safeParse(deck.options)
  const own = parsed.success ? parsed.data : {}
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  // A deadline sets retention and new cards, and lets all reviews in: what it takes is what it takes.
  const forDeadline = deadline && {
    desiredRetention: deadline.desiredRetention,
    newCardsPerDay: deadline.newPerDay,
    reviewsPerDay: 99_999,
  }
  return {
    deck,
    options: { ...settings, ...given, ...forDeadline },
    ownLimits: {
      new: deadline !== null || own.newCardsPerDay !== undefined,
      reviews: deadline !== null || own.reviewsPerDay !== undefined,
    },
    deadline,
  }
}

/** The scheduler of a deck. */
export function schedulerOf({ settings, parameters }: StudyPlan, { options }: PlannedDeck): Scheduler {
  return createScheduler({ ...options, dayStartsAtHour: settings.dayStartsAtHour, parameters })
}

/** How the intervals of a card are moved, so that days are alike. Asks the store for the days it looks at, once each. */
export function spreadOf(
  db: ReadHandle,
  { settings }: StudyPlan,
  { options }: PlannedDeck,
  card: CardRow,
  nowMs: number,
): SpreadDays {
  const hour = settings.dayStartsAtHour
  const today = studyDayOf(nowMs, hour)
  const spread = { today, maximumIntervalDays: options.maximumIntervalDays, easyDays: settings.easyDays }
  if (options.spread === 'exact') return (idealDays) => idealDays
  if (options.spread === 'chance') {
    return (...asked) => spreadByChance(spread, seededChance(`${card.id} ${card.memory.reps}`))(...asked)
  }
  const known = new Map<number, number>()
  return balanceLoad(spread, (day) => {
    const load = known.get(day) ?? countDueBetween(db, startOfDay(day, hour), startOfDay(day + 1, hour))
    known.set(day, load)
    return load
  })
}
