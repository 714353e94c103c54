import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { describe, expect, it } from 'vitest'
import { CODE_LIFETIME_MS, createOneTimeCodes, newSecret, sameSecret } from '#electron/hosts/loopback-secrets.ts'

describe('newSecret', () => {
  it('gives as many random bits as it is asked for, in characters a URL carries', () => {
    const secret = newSecret(256)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(encodeURIComponent(secret)).toBe(secret)
    expect(newSecret(256)).not.toBe(secret)
  })
})

describe('sameSecret', () => {
  it.each([
    ['abc', 'abc', true],
    ['abd', 'abc', false],
    ['', 'abc', false],
    ['a', 'abc', false],
    ['abcabcabc', 'abc', false],
  ])('compares %j with %j', (given, expected, same) => {
    expect(sameSecret(given, expected)).toBe(same)
  })

  it('hands both, at the same length, to the comparison that takes the same time for all', () => {
    const { timingSafeEqual } = crypto
    const compared: number[][] = []
    crypto.timingSafeEqual = (one, other) => {
      compared.push([one.byteLength, other.byteLength])
      return timingSafeEqual(one, other)
    }
    syncBuiltinESMExports()
    try {
      const secret = newSecret(256)
      const given = [secret, '', secret.slice(0, -1), `x${secret.slice(1)}`]
      expect(given.map((one) => sameSecret(one, secret))).toEqual([true, false, false, false])
      expect(compared).toEqual(Array(4).fill([32, 32]))
    } finally {
      crypto.timingSafeEqual = timingSafeEqual
      syncBuiltinESMExports()
    }
  })
})

describe('createOneTimeCodes', () => {
  it('opens once for each code', () => {
    const codes = createOneTimeCodes(() => 0)
    const [first, second] = [codes.issue(), codes.issue()]
    expect([codes.redeem(first), codes.redeem(first), codes.redeem(second)]).toEqual([true, false, true])
  })

  it('refuses a code that was never issued', () => {
    expect(createOneTimeCodes(() => 0).redeem('')).toBe(false)
  })

  it('refuses a code that is a minute old', () => {
    let nowMs = 0
    const codes = createOneTimeCodes(() => nowMs)
    const [early, late] = [codes.issue(), codes.issue()]
    nowMs = CODE_LIFETIME_MS - 1
    expect(codes.redeem(early)).toBe(true)
    nowMs = CODE_LIFETIME_MS
    expect(codes.redeem(late)).toBe(false)
  })
})
