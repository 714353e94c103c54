// A clock that goes back, and days of 23 and 25 hours.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 4, 14, 12)
const zone = process.env.TZ

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(NOON)
})
afterEach(async () => {
  await test.core.close()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const addCard = () => test.client.card.create({ kind: 'basic', front: 'Who met?', back: 'The council' })

/** Answers a card as Good until it is out of its first steps; gives it as it is then. */
async function learn(cardId: string) {
  for (let turn = 0; turn < 4; turn++) {
    await test.client.review.answer({ cardId, grade: 3 })
    test.time.nowMs += 20 * 60_000
  }
  return test.client.card.get({ cardId })
}

describe('a clock that goes back', () => {
  it.each([1, 30, 400])(
    'by %i days leaves every card a day to come and no memory of less than nothing',
    async (days) => {
      const { id } = await addCard()
      const before = await learn(id)
      test.time.nowMs -= days * DAY
      await test.client.review.answer({ cardId: id, grade: 3 })
      const after = await test.client.card.get({ cardId: id })
      expect(after.dueAtMs).toBeGreaterThan(test.time.nowMs)
      // What was answered by the later clock came before: no further ahead than its next interval.
      expect(after.dueAtMs).toBeLessThan(Math.max(before.dueAtMs, test.time.nowMs) + 60 * DAY)
      expect(after.stability).toBeGreaterThan(0)
      expect(Number.isFinite(after.difficulty)).toBe(true)
      expect(after.reps).toBeGreaterThanOrEqual(before.reps)
      test.time.nowMs += days * DAY
      await test.client.review.answer({ cardId: id, grade: 1 })
      await test.client.history.undo()
      expect(await test.client.card.get({ cardId: id })).toMatchObject({ dueAtMs: after.dueAtMs })
      expect(test.failures).toEqual([])
    },
  )

  it('goes on counting days, and undoes in order', async () => {
    await addCard()
    test.time.nowMs -= 10 * DAY
    const counts = await test.client.review.counts({})
    expect(counts.new).toBeGreaterThanOrEqual(0)
    await test.client.article.importText({ text: 'The council met.', title: 'Later in fact' })
    expect((await test.client.history.undo()).step?.label).toBe('Import of “Later in fact”')
    expect((await test.client.history.undo()).step?.kind).toContain('card')
  })
})

describe('a clock that was ahead for a while', () => {
  it('leaves no card waiting for years: all wait from today on, in one step that can be undone', async () => {
    const { id } = await addCard()
    const other = await test.client.card.create({ kind: 'basic', front: 'Who else?', back: 'The mayor' })
    const third = await test.client.card.create({ kind: 'basic', front: 'Where?', back: 'At home' })
    await learn(id)
    expect(await test.client.review.late({})).toBeNull()
    test.time.nowMs += 3650 * DAY
    const ahead = await learn(id)
    await test.client.card.bury({ cardId: third.id })
    test.time.nowMs -= 3649 * DAY
    expect(await test.client.review.late({})).toMatchObject({ cards: 2 })
    await test.client.review.answer({ cardId: other.id, grade: 4 })
    expect(await test.client.review.late({})).toMatchObject({ cards: 2 })

    expect(await test.client.review.bringBack({})).toEqual({ changed: 2 })
    const back = await test.client.card.get({ cardId: id })
    const waits = ahead.dueAtMs - (ahead.lastReviewAtMs ?? 0)
    expect(Math.abs(back.dueAtMs - test.time.nowMs - waits)).toBeLessThan(1000)
    expect(back.stability).toBe(ahead.stability)
    expect((await test.client.card.get({ cardId: third.id })).buriedUntilMs).toBeNull()
    expect(await test.client.review.late({})).toBeNull()
    expect(await test.client.review.bringBack({})).toEqual({ changed: 0 })

    test.time.nowMs = back.dueAtMs
    await test.client.review.answer({ cardId: id, grade: 3 })
    const next = await test.client.card.get({ cardId: id })
    expect(next.stability).toBeGreaterThan(back.stability * 1.3)
    expect(next.dueAtMs).toBeLessThan(test.time.nowMs + 3650 * DAY)
    await test.client.review.undo()
    expect(await test.client.card.get({ cardId: id })).toMatchObject({ dueAtMs: back.dueAtMs })
    await test.client.history.undo()
    await test.client.history.undo()
    expect(await test.client.review.late({})).toMatchObject({ cards: 2 })
    expect(test.failures).toEqual([])
  })
})

describe('daylight saving', () => {
  // Berlin: 29 March 2026 has 23 hours, 25 October 25.
  it.each([
    ['shorter', Date.UTC(2026, 2, 27, 20)],
    ['longer', Date.UTC(2026, 9, 23, 20)],
  ])('asks on the same mornings when a day is %s', async (_name, startMs) => {
    process.env.TZ = 'Europe/Berlin'
    await test.core.close()
    test = openTestCore(startMs)
    const { id } = await addCard()
    const { dueAtMs } = await learn(id)
    const morning = new Date(dueAtMs).setHours(4, 0, 0, 0)
    expect(dueAtMs).toBeGreaterThan(morning)
    test.time.nowMs = morning - 60_000
    expect((await test.client.review.counts({})).due).toBe(0)
    test.time.nowMs = morning + 1_000
    expect((await test.client.review.counts({})).due).toBe(1)
  })
})
