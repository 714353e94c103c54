import { setImmediate as nextTurn } from 'node:timers/promises'
import { findCard } from '#electron/store/queries/cards.ts'
import { deleteFits, findFit, insertFit } from '#electron/store/queries/fits.ts'
import {
  countAnswers,
  listExportedAnswers,
  listLoggedCards,
  listReviewCardIds,
  putStrength,
} from '#electron/store/queries/memories.ts'
import { listSettings, putSetting, settingKeys } from '#electron/store/queries/settings.ts'
import { FEWEST_ANSWERS, type FitInput } from '#electron/workers/fit-memory.ts'
import { type FitId, newId } from '#shared/domain/ids.ts'
import { createFold, defaultParameters, type LogEntry } from '#shared/domain/scheduling.ts'
import { startOfDay, studyDayOf } from '#shared/domain/study-days.ts'
import { writeMemory } from './card-bulk.ts'
import { os, type ServiceContext } from './context.ts'
import { readStudyPlan, schedulerOf, spreadOf } from './study-plan.ts'

/** So many cards at a time, with room between for the person. */
const SLICE = 200
/** A fit looks at so many answers at most; more change little and take long. */
const MOST_ANSWERS = 300_000
/** Of which parameters the stored strengths are, by the id of the fit. */
const REBUILT_FOR = settingKeys.memoryRebuiltFor

/** Keeps the stored strengths those of the parameters in force. */
export interface MemoryKeeper {
  /** Begins to bring the strengths up to date if they are of other parameters. */
  follow(): void
  /** Resolves when they are up to date. */
  settled(): Promise<void>
  close(): void
}

/** The keeper of the strengths in a library; it works in slices, and goes on after a restart. */
export function createMemoryKeeper(context: ServiceContext): MemoryKeeper {
  const { library, changes, onFailure } = context
  let running: Promise<void> | null = null
  let isClosed = false
  const isStale = () => (listSettings(library.read)[REBUILT_FOR] ?? '') !== (findFit(library.read)?.id ?? '')
  const rebuild = async () => {
    while (!isClosed && isStale()) {
      const fit = findFit(library.read)
      const done = await rebuildAll(context, fit?.parameters ?? defaultParameters, () => isClosed)
      if (done) library.write((db) => putSetting(db, REBUILT_FOR, fit?.id ?? '', context.clock()))
    }
    if (!isClosed) changes.announce(['card', 'review'])
  }
  return {
    follow() {
      if (running || !isStale()) return
      running = rebuild()
        .catch(onFailure)
        .finally(() => {
          running = null
        })
    },
    settled: async () => {
      await running
    },
    close() {
      isClosed = true
    },
  }
}

async function rebuildAll(
  { library }: ServiceContext,
  parameters: readonly number[],
  isOver: () => boolean,
): Promise<boolean> {
  const fold = createFold(parameters)
  for (let afterId = ''; ; ) {
    await nextTurn()
    if (isOver()) return false
    const cards = listLoggedCards(library.read, afterId, SLICE)
    const last = cards.at(-1)
    if (!last) return true
    afterId = last.id
    const changed = cards
      .map((card) => ({ card, memory: fold(card.createdAtMs, card.log) }))
      .filter(({ card, memory }) => card.stability !== memory.stability || card.difficulty !== memory.difficulty)
    if (changed.length === 0) continue
    library.write((db) => {
      for (const { card, memory } of changed) putStrength(db, card.id, memory.stability, memory.difficulty)
    })
  }
}

/** What is known of how a person forgets, and setting days by it. */
export function createMemoryService(context: ServiceContext, keeper: MemoryKeeper) {
  const { library } = context
  return {
    state: os.memory.state.handler(() => {
      const fit = findFit(library.read)
      return {
        fit: fit && {
          before: { logLoss: fit.logLossBefore, rmse: fit.rmseBefore },
          after: { logLoss: fit.logLossAfter, rmse: fit.rmseAfter },
          answers: fit.reviewCount,
          fittedAtMs: fit.createdAtMs,
        },
        answers: countAnswers(library.read),
        fewestAnswers: FEWEST_ANSWERS,
        parameters: [...(fit?.parameters ?? defaultParameters)],
      }
    }),
    fit: fitParameters(context, keeper),
    unfit: unfit(context, keeper),
    reschedule: reschedule(context),
    exportLog: exportLog(context),
  }
}

function fitParameters({ library, changes, clock, startWorker }: ServiceContext, keeper: MemoryKeeper) {
  return os.memory.fit.handler(async () => {
    const input = await readHistories(library)
    // A thread of its own: texts are parsed and searched meanwhile.
    const worker = startWorker()
    try {
      const outcome = await worker.run('fitMemory', input)
      if (outcome.kind === 'few') return { ...outcome, fewestAnswers: FEWEST_ANSWERS }
      const { before, after, parameters } = outcome
      const report = { answers: after.answers, before: scoreOf(before), after: scoreOf(after) }
      if (after.logLoss >= before.logLoss) return { kind: 'worse' as const, ...report }
      const nowMs = clock()
      const fit = {
        id: newId<FitId>(nowMs),
        parameters,
        reviewCount: after.answers,
        logLossBefore: before.logLoss,
        logLossAfter: after.logLoss,
        rmseBefore: before.rmse,
        rmseAfter: after.rmse,
      }
      library.act({ kind: 'memory.fit', label: 'Fit to your answers', articleId: null }, nowMs, (db) =>
        insertFit(db, fit, nowMs),
      )
      keeper.follow()
      changes.announce(['review', 'card', 'history'])
      return { kind: 'kept' as const, ...report }
    } finally {
      await worker.close()
    }
  })
}

const scoreOf = ({ logLoss, rmse }: { logLoss: number; rmse: number }) => ({ logLoss, rmse })

/** The answers of every card since its last fresh start, gathered in slices. */
async function readHistories(library: ServiceContext['library']): Promise<FitInput> {
  const grades: number[] = []
  const elapsedDays: number[] = []
  const lengths: number[] = []
  for (let afterId = ''; grades.length < MOST_ANSWERS; ) {
    const cards = listLoggedCards(library.read, afterId, SLICE)
    const last = cards.at(-1)
    if (!last) break
    afterId = last.id
    for (const { log } of cards) {
      const answers = answersSinceReset(log)
      if (answers.length === 0) continue
      for (const [index, entry] of answers.entries()) {
        grades.push(entry.grade)
        elapsedDays.push(index === 0 ? 0 : Math.min(65_535, entry.elapsedDays))
      }
      lengths.push(answers.length)
    }
    await nextTurn()
  }
  const parameters = findFit(library.read)?.parameters ?? defaultParameters
  return {
    grades: Uint8Array.from(grades),
    elapsedDays: Uint16Array.from(elapsedDays),
    lengths: Uint32Array.from(lengths),
    parameters,
  }
}

function answersSinceReset(log: readonly LogEntry[]): readonly LogEntry[] {
  return log.slice(log.findLastIndex(({ kind }) => kind === 'reset') + 1).filter(({ kind }) => kind === 'answer')
}

function unfit({ library, changes, clock }: ServiceContext, keeper: MemoryKeeper) {
  return os.memory.unfit.handler(() => {
    const nowMs = clock()
    library.act({ kind: 'memory.unfit', label: 'Return to the usual parameters', articleId: null }, nowMs, (db) =>
      deleteFits(db, nowMs),
    )
    keeper.follow()
    changes.announce(['review', 'card', 'history'])
    return {}
  })
}

function reschedule({ library, changes, clock }: ServiceContext) {
  return os.memory.reschedule.handler(({ input }) => {
    const nowMs = clock()
    const atMs = input.now ?? nowMs
    const plan = readStudyPlan(library.read, atMs)
    const hour = plan.settings.dayStartsAtHour
    const today = startOfDay(studyDayOf(atMs, hour), hour)
    const schedulers = new Map(plan.decks.map((planned) => [planned.deck.id, schedulerOf(plan, planned)]))
    let changed = 0
    library.act({ kind: 'memory.reschedule', label: 'New days for all reviews', articleId: null }, nowMs, (db) => {
      for (const id of listReviewCardIds(db)) {
        const card = findCard(db, id)
        const planned = card && plan.deckOf(card.deckId)
        if (!card || !planned || card.memory.lastReviewAtMs === null) continue
        const ideal = schedulers.get(planned.deck.id)?.intervalDays(card.memory.stability) ?? card.memory.scheduledDays
        if (ideal === card.memory.scheduledDays) continue
        const scheduledDays = spreadOf(db, plan, planned, card, card.memory.lastReviewAtMs)(ideal, 0, 1)
        // What should have been asked before today is asked today.
        const dueAtMs = Math.max(today, card.memory.lastReviewAtMs + scheduledDays * 86_400_000)
        writeMemory(db, card, 'reschedule', { ...card.memory, dueAtMs, scheduledDays }, { nowMs, atMs, hour })
        changed += 1
      }
    })
    changes.announce(['review', 'card', 'deck', 'history'])
    return { changed }
  })
}

const EXPORT_SLICE = 20_000

function exportLog({ library }: ServiceContext) {
  return os.memory.exportLog.handler(async () => {
    const parts = ['card_id,review_time,review_rating,review_state,review_duration\n']
    for (let afterSeq = 0; ; ) {
      const answers = listExportedAnswers(library.read, afterSeq, EXPORT_SLICE)
      const last = answers.at(-1)
      if (!last) break
      afterSeq = last.seq
      parts.push(
        answers
          .map((a) => `${a.cardId},${a.reviewedAtMs},${a.grade},${a.stageBefore},${a.durationMs ?? ''}\n`)
          .join(''),
      )
      await nextTurn()
    }
    return new File(parts, 'review-log.csv', { type: 'text/csv' })
  })
}
