import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type AnswerGrade,
  createScheduler,
  defaultOptions,
  defaultParameters,
  newMemory,
} from '#shared/domain/scheduling.ts'
import { seededChance } from '#shared/domain/spread-load.ts'
import { dayToDate, studyDayOf } from '#shared/domain/study-days.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(START)
})
afterEach(() => test.core.close())

/** A learner who forgets more than FSRS-6 expects at first; `days` days with `perDay` new cards. */
async function study(days: number, perDay: number) {
  const chance = seededChance('me')
  await test.client.settings.set({ newCardsPerDay: perDay })
  for (let n = 0; n < days * perDay; n++) await test.client.card.create({ front: `q${n}`, back: 'a' })
  for (let day = 0; day < days; day++)
    for (let turn = 0; turn < 60; turn++) {
      const now = START + day * DAY + turn * 6 * MINUTE
      const next = await test.client.review.next({ now })
      if (!next) break
      const grade: AnswerGrade = chance() < (next.state === 'review' ? 0.72 : 0.8) ? 3 : 1
      await test.client.review.answer({ cardId: next.id, grade, now, durationMs: 5000 })
    }
}

const strengths = async () =>
  (await test.client.card.list({ limit: 200 })).items.map(({ id, stability, difficulty }) => ({
    id,
    stability,
    difficulty,
  }))

describe('the exported log', () => {
  it('is in the layout of the optimiser, and replayed gives the stored memories', async () => {
    await study(30, 2)
    const file = await test.client.memory.exportLog()
    const [head, ...lines] = (await file.text()).trim().split('\n')
    expect(head).toBe('card_id,review_time,review_rating,review_state,review_duration')
    const scheduler = createScheduler(defaultOptions)
    const memories = new Map<string, ReturnType<typeof newMemory>>()
    for (const line of lines) {
      const [id = '', time, rating] = line.split(',')
      const before = memories.get(id) ?? newMemory(0)
      memories.set(id, scheduler.answer(before, Number(rating) as AnswerGrade, Number(time)).memory)
    }
    const cards = (await test.client.card.list({ limit: 200 })).items.filter(({ reps }) => reps > 0)
    expect(cards.length).toBeGreaterThan(40)
    for (const card of cards) {
      const replayed = memories.get(card.id)
      expect(replayed?.stability).toBeCloseTo(card.stability, 6)
      expect(replayed?.difficulty).toBeCloseTo(card.difficulty, 6)
      expect([replayed?.reps, replayed?.lapses]).toEqual([card.reps, card.lapses])
    }
  })
})

describe('a fit', () => {
  it('says when there is too little to fit to', async () => {
    expect(await test.client.memory.fit()).toMatchObject({ kind: 'few', answers: 0 })
  })

  it('is kept when it foretells better, gives every card its strength, and is undone in one step', {
    timeout: 60_000,
  }, async () => {
    await study(45, 4)
    const before = await strengths()
    const result = await test.client.memory.fit()
    if (result.kind !== 'kept') throw new Error(`The fit was ${result.kind}.`)
    expect(result.after.logLoss).toBeLessThan(result.before.logLoss)
    await test.core.settled()
    const { parameters, fit } = await test.client.memory.state()
    expect(fit).toMatchObject({ before: result.before, after: result.after, answers: result.answers })
    expect(parameters).not.toEqual(defaultParameters)
    expect(await strengths()).not.toEqual(before)
    const { changed } = await test.client.memory.reschedule({ now: START + 46 * DAY })
    expect(changed).toBeGreaterThan(10)
    await test.client.history.undo()
    await test.client.history.undo()
    await test.core.settled()
    expect(await strengths()).toEqual(before)
    expect((await test.client.memory.state()).fit).toBeNull()
    expect(test.failures).toEqual([])
  })
})

describe('statistics', () => {
  it('say what was answered, what falls due and how cards stand, from totals that follow every undo', async () => {
    await study(20, 3)
    const now = START + 20 * DAY
    const overview = await test.client.stats.overview({ now })
    const cards = await test.client.stats.cards({ now })
    const all = (await test.client.card.list({ limit: 200 })).items
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(sum(overview.days.map(({ answers }) => answers))).toBe(sum(all.map(({ reps }) => reps)))
    expect(overview.days.at(-1)?.on).toBe(dayToDate(studyDayOf(now - DAY, 4)))
    expect(sum(overview.days.map(({ reviews }) => reviews))).toBe(sum(all.map(({ reviews }) => reviews)))
    expect(sum(overview.calibration.map(({ answers }) => answers))).toBe(sum(all.map(({ reviews }) => reviews)))
    expect(sum(overview.forecast.map(({ due }) => due))).toBe(
      all.filter(({ state, dueAtMs }) => state !== 'new' && dueAtMs < now + 29.5 * DAY).length,
    )
    expect(sum(Object.values(cards.states))).toBe(all.length)
    expect(sum(cards.stability.map((bin) => bin.cards))).toBe(all.filter(({ state }) => state !== 'new').length)
    expect(cards.byKind).toEqual([
      {
        kind: 'other',
        cards: all.length,
        answers: sum(all.map(({ reviews }) => reviews)),
        recalled: sum(all.map(({ reviews, lapses }) => reviews - lapses)),
      },
    ])
    const last = overview.days.at(-1)?.answers ?? 0
    await test.client.review.undo()
    expect((await test.client.stats.overview({ now })).days.at(-1)?.answers).toBe(last - 1)
  })
})

describe('a deadline', () => {
  it('sets retention and new cards of its deck until its day, and leaves the other decks alone', async () => {
    for (let n = 0; n < 40; n++) await test.client.card.create({ front: `t${n}`, back: 'a', tags: ['exam'] })
    for (let n = 0; n < 5; n++) await test.client.card.create({ front: `o${n}`, back: 'a' })
    await test.client.settings.set({ newCardsPerDay: 1 })
    const on = dayToDate(studyDayOf(START, 4) + 20)
    const deck = await test.client.deck.create({ rule: { kind: 'tag', value: 'exam' }, deadline: { on, share: 0.9 } })
    expect(deck.plan).toMatchObject({ newPerDay: 3, isReached: true })
    expect((await test.client.review.counts({ now: START })).new).toBe(4)
    expect((await test.client.review.counts({ now: START + 21 * DAY })).new).toBe(1)
  })
})
