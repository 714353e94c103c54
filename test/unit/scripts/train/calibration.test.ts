import { describe, expect, it } from 'vitest'
import { calibrate } from '#electron/extraction/names/tagger-calibration.ts'
import { fitCalibration } from '../../../../scripts/train/calibration.ts'
import { goldDocument, tinyModel } from '../../electron/extraction/names/tiny-model.ts'

describe('fitCalibration', () => {
  it('gives the rate at which names are right, rising with their likelihood', () => {
    const right = goldDocument('Mr [Jan Novak|PER] lives in [Oslo|LOC]. ')
    const wrong = goldDocument('Mr Jan Novak lives in [Oslo|LOC]. ')
    const documents = Array.from({ length: 80 }, (_, at) => (at % 4 === 0 ? wrong : right))
    const points = fitCalibration(tinyModel(), documents)
    const rates = points.filter((_, at) => at % 2 === 1)
    expect([...rates]).toEqual([...rates].toSorted((a, b) => a - b))
    expect(calibrate(points, 1)).toBeGreaterThan(0.8)
    expect(calibrate(points, 0.5)).toBeLessThan(0.95)
  })
})
