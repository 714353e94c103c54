import { describe, expect, it } from 'vitest'
import { type RecalledCard, recallChance, recallOf } from '#shared/domain/recall.ts'

const DAY = 86_400_000
const card = (days: number, stability: number, stage: RecalledCard['stage'] = 2): RecalledCard => ({
  stage,
  stability,
  lastReviewAtMs: -days * DAY,
})

describe('recallChance', () => {
  it('is nine in ten when as many days have passed as the stability says', () => {
    expect(recallChance(card(12, 12), 0)).toBeCloseTo(0.9, 6)
    expect(recallChance(card(0, 12), 0)).toBe(1)
  })

  it('knows nothing of a card that was never answered, and takes a clock set back for no time', () => {
    expect(recallChance({ stage: 0, stability: 0, lastReviewAtMs: null }, 0)).toBeNull()
    expect(recallChance(card(-3, 12), 0)).toBe(1)
  })
})

describe('recallOf', () => {
  const stateOf = (...cards: RecalledCard[]) => recallOf(cards, 0).state

  it('goes from known by fading to forgotten as time passes', () => {
    expect([10, 40, 100_000].map((days) => stateOf(card(days, 10)))).toEqual(['known', 'fading', 'forgotten'])
  })

  it('takes the mean of several cards and leaves out those never answered', () => {
    const never: RecalledCard = { stage: 0, stability: 0, lastReviewAtMs: null }
    expect(stateOf(never)).toBe('waiting')
    expect(stateOf(never, card(1, 10))).toBe('known')
    expect(recallOf([card(0, 10), card(10, 10)], 0).chance).toBeCloseTo(0.95, 6)
  })

  it('calls fading what was forgotten a moment ago', () => {
    expect(stateOf(card(0, 10, 3))).toBe('fading')
  })
})
