import { describe, expect, it } from 'vitest'
import { indexAt, stepIndex } from '#renderer/features/reader/mention-steps.ts'

describe('indexAt and stepIndex', () => {
  it('begin at the mention one is at and go round', () => {
    const mentions = [
      { start: 5, end: 9 },
      { start: 20, end: 24 },
    ]
    expect([0, 5, 21, 90].map((at) => indexAt(mentions, at))).toEqual([0, 0, 1, 1])
    expect([stepIndex(1, 1, 2), stepIndex(0, -1, 2), stepIndex(0, 1, 0)]).toEqual([0, 1, 0])
  })
})
