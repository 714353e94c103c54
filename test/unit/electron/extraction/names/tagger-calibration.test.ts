import { describe, expect, it } from 'vitest'
import { calibrate } from '#electron/extraction/names/tagger-calibration.ts'

describe('calibrate', () => {
  it('follows the line between its points and stays level past both ends', () => {
    const points = Float32Array.of(0.25, 0.5, 0.75, 1)
    expect([0, 0.25, 0.5, 0.75, 0.9].map((likely) => calibrate(points, likely))).toEqual([0.5, 0.5, 0.75, 1, 1])
  })

  it('believes the likelihood itself when there are no points', () => {
    expect([0.3, 1.0000001, -1e-9].map((likely) => calibrate(new Float32Array(0), likely))).toEqual([0.3, 1, 0])
  })
})
