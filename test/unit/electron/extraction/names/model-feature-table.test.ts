import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeatureTable } from '#electron/extraction/names/model-feature-table.ts'

const KEY = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 40 }))

describe('FeatureTable', () => {
  it('finds the row of each of its keys and of no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(KEY), fc.array(KEY), (keys, others) => {
        const table = new FeatureTable(Uint32Array.from(keys))
        expect(keys.map((key) => table.rowOf(key))).toEqual([...keys.keys()])
        expect(others.map((key) => table.rowOf(key))).toEqual(others.map((key) => keys.indexOf(key)))
      }),
    )
  })

  it('holds keys that all want the same place', () => {
    const keys = Uint32Array.from({ length: 300 }, (_, at) => 0xfffffe00 + at)
    const table = new FeatureTable(keys)
    expect([...keys].map((key) => table.rowOf(key))).toEqual([...keys.keys()])
  })
})
