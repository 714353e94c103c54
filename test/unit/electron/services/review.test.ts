import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(START)
})
afterEach(() => test.core.close())

const addCards = async (count: number) => {
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push((await test.client.card.create({ front: `q${n}`, back: 'a' })).id)
  return ids
}

describe('review', () => {
  it('asks new cards in the order they were made, then those in learning when their time has come', async () => {
    const [first, second] = await addCards(2)
    expect((await test.client.review.next({ now: START }))?.id).toBe(first)
    await test.client.review.answer({ cardId: first ?? '', grade: 1, now: START })
    expect((await test.client.review.next({ now: START }))?.id).toBe(second)
    await test.client.review.answer({ cardId: second ?? '', grade: 4, now: START })
    expect(await test.client.review.next({ now: START })).toBeNull()
    expect((await test.client.review.next({ now: START + MINUTE }))?.id).toBe(first)
  })

  it('shows before an answer just the due times that the answer then gives', async () => {
    const [id] = await addCards(1)
    const shown = await test.client.review.next({ now: START })
    const good = shown?.intervals.find((i) => i.grade === 3)
    const { card } = await test.client.review.answer({ cardId: id ?? '', grade: 3, now: START })
    expect(card.dueAtMs).toBe(good?.dueAtMs)
  })

  it('lets in no more new cards a day than the limit, and counts what is left', async () => {
    await test.client.settings.set({ newCardsPerDay: 2 })
    await addCards(5)
    expect((await test.client.review.counts({ now: START })).new).toBe(2)
    for (const _ of [1, 2]) {
      const next = await test.client.review.next({ now: START })
      await test.client.review.answer({ cardId: next?.id ?? '', grade: 4, now: START })
    }
    expect(await test.client.review.next({ now: START })).toBeNull()
    const counts = await test.client.review.counts({ now: START })
    expect({ ...counts, nextDueAtMs: Number(counts.nextDueAtMs) > START }).toEqual({
      due: 0,
      new: 0,
      learning: 0,
      answeredToday: 2,
      nextDueAtMs: true,
      isNextLearning: false,
    })
    expect(await test.client.review.next({ now: START + DAY })).not.toBeNull()
  })

  it('takes the last answer back to the very memory before, even when other things were done since', async () => {
    const [id = ''] = await addCards(1)
    await test.client.review.answer({ cardId: id, grade: 3, now: START })
    const before = await test.client.card.get({ cardId: id })
    await test.client.review.answer({ cardId: id, grade: 1, now: START + 10 * MINUTE })
    await test.client.card.create({ front: 'other', back: 'thing' })
    const undone = await test.client.review.undo()
    const strip = ({ updatedAtMs: _, ...card }: typeof before) => card
    expect(strip(undone?.card ?? before)).toEqual(strip(before))
    expect((await test.client.review.counts({ now: START + 10 * MINUTE })).answeredToday).toBe(1)
    await test.client.history.undo()
    expect((await test.client.card.get({ cardId: id })).reps).toBe(2)
  })

  it('never asks a suspended card, nor a buried one before the next study day', async () => {
    const [first = '', second = ''] = await addCards(2)
    await test.client.card.suspend({ cardId: first })
    await test.client.card.bury({ cardId: second, now: START })
    expect(await test.client.review.next({ now: START })).toBeNull()
    expect((await test.client.review.next({ now: START + DAY }))?.id).toBe(second)
    await test.client.card.suspend({ cardId: first, suspended: false })
    expect((await test.client.review.next({ now: START }))?.id).toBe(first)
  })

  it('says when a card that was put off comes back, and nothing of those that no day lets in', async () => {
    const [id = ''] = await addCards(2)
    await test.client.settings.set({ newCardsPerDay: 0 })
    expect((await test.client.review.counts({ now: START })).nextDueAtMs).toBeNull()
    const { buriedUntilMs } = await test.client.card.bury({ cardId: id, now: START })
    expect((await test.client.review.counts({ now: START })).nextDueAtMs).toBe(buriedUntilMs)
  })

  it('tells a card in learning, which can be asked ahead of its time, from one that waits for its day', async () => {
    await test.client.settings.set({ learnAheadMinutes: 0 })
    const [id = ''] = await addCards(1)
    const answer = (grade: 1 | 4) => test.client.review.answer({ cardId: id, grade, now: START })
    await answer(1)
    expect((await test.client.review.counts({ now: START })).isNextLearning).toBe(true)
    await answer(4)
    expect(await test.client.review.counts({ now: START })).toMatchObject({
      isNextLearning: false,
      nextDueAtMs: expect.any(Number),
    })
  })

  it('takes back the answer given last, whatever the clock said', async () => {
    const [first = '', second = ''] = await addCards(2)
    await test.client.review.answer({ cardId: first, grade: 3, now: START + 300 * DAY })
    await test.client.review.answer({ cardId: second, grade: 3, now: START })
    expect((await test.client.review.undo())?.card).toMatchObject({ id: second, reps: 0 })
  })

  it('asks a card in learning ahead of its time where that is asked for', async () => {
    const [cardId = ''] = await addCards(1)
    await test.client.review.answer({ cardId, grade: 3, now: START })
    expect(await test.client.review.next({ now: START })).toBeNull()
    expect(await test.client.review.next({ now: START, aheadMinutes: 9 })).toBeNull()
    expect(await test.client.review.next({ now: START, aheadMinutes: 20 })).toMatchObject({ id: cardId })
    expect(await test.client.review.counts({ now: START, aheadMinutes: 20 })).toMatchObject({ learning: 1 })
  })

  it('refuses an answer to a card that was answered since it was shown', async () => {
    const [cardId = ''] = await addCards(1)
    const shown = await test.client.review.next({})
    const given = { cardId, grade: 3, reps: shown?.reps ?? -1 } as const
    await test.client.review.answer(given)
    await expect(test.client.review.answer(given)).rejects.toMatchObject({ code: 'ANSWERED_MEANWHILE' })
    expect(await test.client.card.get({ cardId })).toMatchObject({ reps: 1 })
    await test.client.review.undo()
    await test.client.review.answer(given)
  })

  it('counts for a day what was answered on that day alone', async () => {
    const [id = ''] = await addCards(1)
    await test.client.review.answer({ cardId: id, grade: 3, now: START + DAY })
    const days = await Promise.all([0, 1, 2].map((n) => test.client.review.counts({ now: START + n * DAY })))
    expect(days.map(({ answeredToday }) => answeredToday)).toEqual([0, 1, 0])
  })

  it('stores for every card the memory that a replay of its answers gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ grade: fc.constantFrom(1, 2, 3, 4), waitMs: fc.integer({ min: 0, max: 400 * DAY }) }), {
          minLength: 2,
          maxLength: 8,
        }),
        async (answers) => {
          const [cardId = ''] = await addCards(1)
          let now = START
          for (const { grade, waitMs } of answers) {
            now += waitMs
            await test.client.review.answer({ cardId, grade, now })
          }
          const { dueAtMs, stability, difficulty, reps, lapses } = await test.client.card.get({ cardId })
          // One answer more, taken back as an action of its own, rebuilds the memory from the log.
          await test.client.review.answer({ cardId, grade: 3, now: now + DAY })
          await test.client.card.create({ front: 'between', back: 'x' })
          const rebuilt = (await test.client.review.undo())?.card
          await test.client.card.remove({ cardIds: [cardId] })
          expect(rebuilt).toMatchObject({ dueAtMs, stability, difficulty, reps, lapses })
        },
      ),
      { numRuns: 25 },
    )
  })
})
