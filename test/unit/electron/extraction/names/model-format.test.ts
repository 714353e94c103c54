import { describe, expect, it } from 'vitest'
import { decodeNameModel, encodeNameModel } from '#electron/extraction/names/model-format.ts'
import { loadNameModel } from '#electron/extraction/names/model-load.ts'
import { tagText, tinyModel, trainTinyModel } from './tiny-model.ts'

const parts = {
  ...trainTinyModel(),
  clusters: new Map([
    [4_000_000_000, 7 + (300 << 8)],
    [12, 64],
  ]),
  lists: new Map([[99, 0b101]]),
  calibration: Float32Array.of(0.25, 0.5, 0.75, 1),
}

describe('encodeNameModel and decodeNameModel', () => {
  it('give back all parts', () => {
    const read = decodeNameModel(encodeNameModel(parts))
    expect({ ...read, clusters: [...read.clusters], lists: [...read.lists] }).toEqual({
      ...parts,
      clusters: [...parts.clusters].toSorted(([a], [b]) => a - b),
      lists: [...parts.lists],
    })
  })

  it('write the same bytes for the same lessons and seed, and others for another seed', () => {
    const bytes = encodeNameModel(trainTinyModel(1))
    expect(encodeNameModel(trainTinyModel(1))).toEqual(bytes)
    expect(encodeNameModel(trainTinyModel(2))).not.toEqual(bytes)
  })

  it('refuse a file of another kind, and one cut short anywhere', () => {
    const bytes = encodeNameModel(parts)
    expect(() => decodeNameModel(new TextEncoder().encode('no model at all'))).toThrow('Not a name model')
    for (const length of [0, 3, 9, 100, bytes.length - 1])
      expect(() => decodeNameModel(bytes.subarray(0, length))).toThrow()
  })
})

describe('loadNameModel', () => {
  it('reads a model that finds what the unwritten one finds', () => {
    const text = 'Mayor Ana Ruiz met the Harbour Union in Lisbon.'
    const loaded = loadNameModel(encodeNameModel(trainTinyModel()))
    expect(tagText(loaded, text)).toEqual(tagText(tinyModel(), text))
  })
})
