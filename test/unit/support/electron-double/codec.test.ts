import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from '#test/support/electron-double/wire/codec.ts'

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0),
  fc.bigInt(),
  fc.date(),
  fc.uint8Array(),
  fc.float64Array(),
  fc.uint8Array().map((bytes) => new Uint8Array(bytes).buffer),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
    fc.array(fc.tuple(leaf, tie('value'))).map((entries) => new Map(entries)),
    fc.array(tie('value')).map((items) => new Set(items)),
  ),
}))

describe('the codec of the electron double', () => {
  it('gives back what structured clone gives', () => {
    const holds = fc.property(value, (given) => {
      expect(decode(encode(given))).toStrictEqual(structuredClone(given))
    })
    fc.assert(holds)
  })

  it('keeps the message and name of an error', () => {
    const error = decode(encode(new RangeError('too far')))
    expect(error).toMatchObject({ name: 'RangeError', message: 'too far' })
  })

  it('carries a view as a copy of its own part', () => {
    const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect(decode(encode(part))).toStrictEqual(new Uint8Array([2, 3]))
  })

  it('refuses by name what ports do not carry', () => {
    const loop: unknown[] = []
    loop.push(loop)
    for (const [given, words] of [
      [() => 1, /a function/],
      [Symbol('a'), /a symbol/],
      [new Blob([]), /a Blob/],
      [new WeakMap(), /a WeakMap/],
      [loop, /holds itself/],
    ] as const)
      expect(() => encode(given)).toThrow(words)
  })
})
