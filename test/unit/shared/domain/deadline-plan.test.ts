import { describe, expect, it } from 'vitest'
import { planDeadline } from '#shared/domain/deadline-plan.ts'
import {
  createScheduler,
  defaultOptions,
  defaultParameters,
  type Memory,
  newMemory,
} from '#shared/domain/scheduling.ts'
import { seededChance } from '#shared/domain/spread-load.ts'
import { dateToDay, startOfDay } from '#shared/domain/study-days.ts'

const today = dateToDay('2026-03-02')
const common = { today, parameters: defaultParameters, dayStartsAtHour: 4 }

/** Follows a plan that is made anew each day, and gives the share known on the day. */
function follow(newCount: number, days: number, share: number): number {
  const chance = seededChance('someone else')
  const cards: Memory[] = []
  let left = newCount
  for (let day = today; day < today + days; day++) {
    const plan = planDeadline({ ...common, memories: cards, newCount: left, today: day, deadline: today + days, share })
    const scheduler = createScheduler({ ...defaultOptions, desiredRetention: plan.desiredRetention })
    const nowMs = startOfDay(day, 4) + 8 * 3_600_000
    for (let n = 0; n < plan.newPerDay && left > 0; n++, left--) cards.push(newMemory(nowMs))
    for (const [index, card] of cards.entries()) {
      let memory = card
      for (let atMs = nowMs; memory.dueAtMs < startOfDay(day + 1, 4); atMs = memory.dueAtMs) {
        const recall = scheduler.recallAt(memory, atMs) ?? 0.6
        memory = scheduler.answer(memory, chance() < recall ? 3 : 1, Math.max(atMs, memory.lastReviewAtMs ?? 0)).memory
        if (memory.stage === 2) break
      }
      cards[index] = memory
    }
  }
  const end = startOfDay(today + days, 4) + 6 * 3_600_000
  const scheduler = createScheduler(defaultOptions)
  return cards.reduce((sum, memory) => sum + (scheduler.recallAt(memory, end) ?? 0), 0) / newCount
}

describe('planDeadline', () => {
  it('comes to the share asked for, within two points, when it is followed and made anew each day', {
    timeout: 60_000,
  }, () => {
    for (const [count, days, share] of [
      [240, 45, 0.9],
      [120, 20, 0.95],
    ] as const) {
      expect(Math.abs(follow(count, days, share) - share)).toBeLessThan(0.02)
    }
  })

  it('asks more of the days the more is to be known, and says so when the time is too short', () => {
    const plan = (share: number, days: number) =>
      planDeadline({ ...common, memories: [], newCount: 200, deadline: today + days, share })
    expect(plan(0.97, 60).answersPerDay).toBeGreaterThan(plan(0.9, 60).answersPerDay)
    expect(plan(0.99, 1).isReached).toBe(false)
    expect(plan(0.9, 60)).toMatchObject({ isReached: true, newPerDay: 4 })
  })

  it('plans a day that is ages off as soon as a near one', () => {
    const plan = planDeadline({ ...common, memories: [], newCount: 50, deadline: today + 2_900_000, share: 0.9 })
    expect(plan).toMatchObject({ isReached: true, newPerDay: 1 })
  })

  it('has nothing to ask of no cards', () => {
    const plan = planDeadline({ ...common, memories: [], newCount: 0, deadline: today + 9, share: 0.9 })
    expect(plan).toMatchObject({ answersPerDay: 0, newPerDay: 0, known: 0 })
  })
})
