import {
  countDueUntil,
  type DayRow,
  difficultyBins,
  listCardStats,
  listDays,
  listHardArticles,
  listKinds,
  listRecallBins,
  stabilityBins,
} from '#electron/store/queries/stats.ts'
import { dayToDate, startOfDay, studyDayOf } from '#shared/domain/study-days.ts'
import { os, type ServiceContext } from './context.ts'
import { readStudyPlan } from './study-plan.ts'

const FORECAST_DAYS = 30
const RETENTION_DAYS = 30
const YEAR_DAYS = 371
const HARD_ARTICLES = 8

/** What studying comes to. */
export function createStatsService(context: ServiceContext) {
  return { overview: overview(context), cards: cards(context) }
}

function overview({ library: { read }, clock }: ServiceContext) {
  return os.stats.overview.handler(({ input }) => {
    const nowMs = input.now ?? clock()
    const deckId = input.deckId ?? null
    const plan = readStudyPlan(read, nowMs)
    const hour = plan.settings.dayStartsAtHour
    const today = studyDayOf(nowMs, hour)
    const days = listDays(read, today - YEAR_DAYS, today, deckId)
    const recent = days.filter(({ day }) => day > today - RETENTION_DAYS)
    const ahead = Array.from({ length: FORECAST_DAYS }, (_, index) => today + index)
    const due = countDueUntil(
      read,
      ahead.map((day) => startOfDay(day + 1, hour)),
      deckId,
    )
    const sum = (key: keyof DayRow, of: readonly DayRow[]) => of.reduce((total, row) => total + row[key], 0)
    const last = days.filter(({ day }) => day === today)
    return {
      today: {
        on: dayToDate(today),
        answers: sum('answers', last),
        newCards: sum('newCards', last),
        again: sum('again', last),
        durationMs: sum('durationMs', last),
      },
      days: days.map(({ day, answers, newCards, reviews, recalled, durationMs }) => ({
        on: dayToDate(day),
        ...{ answers, newCards, reviews, recalled, durationMs },
      })),
      forecast: ahead.map((day, index) => ({ on: dayToDate(day), due: due[index] ?? 0 })),
      retention: {
        desired: (deckId === null ? plan.settings : plan.deckOf(deckId).options).desiredRetention,
        young: {
          answers: sum('reviews', recent) - sum('oldReviews', recent),
          recalled: sum('recalled', recent) - sum('oldRecalled', recent),
        },
        old: { answers: sum('oldReviews', recent), recalled: sum('oldRecalled', recent) },
      },
      calibration: listRecallBins(read),
    }
  })
}

function cards({ library: { read } }: ServiceContext) {
  return os.stats.cards.handler(({ input }) => {
    const deckId = input.deckId ?? null
    const rows = listCardStats(read, deckId)
    const count = (fits: (row: (typeof rows)[number]) => boolean) =>
      rows.reduce((sum, row) => sum + (fits(row) ? row.cards : 0), 0)
    const isActive = (row: (typeof rows)[number]) => row.suspended === 0
    const bins = (starts: readonly number[], key: 'stability' | 'difficulty', last: number | null) =>
      starts.map((from, index) => ({
        from,
        to: starts[index + 1] ?? last,
        cards: count((row) => row.state > 0 && row[key] === index),
      }))
    return {
      states: {
        new: count((row) => isActive(row) && row.state === 0),
        learning: count((row) => isActive(row) && (row.state === 1 || row.state === 3)),
        young: count((row) => isActive(row) && row.state === 2 && row.isOld === 0),
        old: count((row) => isActive(row) && row.state === 2 && row.isOld === 1),
        suspended: count((row) => !isActive(row)),
      },
      stability: bins(stabilityBins, 'stability', null),
      difficulty: bins(difficultyBins, 'difficulty', 10),
      byKind: listKinds(read, deckId),
      byArticle: listHardArticles(read, deckId, HARD_ARTICLES),
    }
  })
}
