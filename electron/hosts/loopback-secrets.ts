import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a one-time code may be traded for the token: a browser needs a second or two to start. */
export const CODE_LIFETIME_MS = 60_000

const digest = (secret: string) => createHash('sha256').update(secret).digest()

/** A random secret of `bits` bits, in characters that a URL carries unchanged. */
export function newSecret(bits: number): string {
  return randomBytes(bits / 8).toString('base64url')
}

/** Compares in a time that tells nothing about either: both are hashed first, so lengths are equal too. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

/** Codes that each open the door once, within a minute. */
export interface OneTimeCodes {
  /** A new code. */
  issue(): string
  /** Whether `code` is good now; it never is again. */
  redeem(code: string): boolean
}

/**
 * A book of one-time codes. A command line can be read by every user of the computer, so what stands in a browser's
 * must be worthless by the time it is read. `now`: milliseconds, of any clock that only runs forward.
 */
export function createOneTimeCodes(now: () => number): OneTimeCodes {
  const expiries = new Map<string, number>() // by hash, so that looking one up takes the same time for all
  const forgetExpired = () => {
    for (const [key, expiry] of expiries) if (expiry <= now()) expiries.delete(key)
  }
  return {
    issue() {
      forgetExpired()
      const code = newSecret(128)
      expiries.set(digest(code).toString('hex'), now() + CODE_LIFETIME_MS)
      return code
    },
    redeem(code) {
      forgetExpired()
      return expiries.delete(digest(code).toString('hex'))
    },
  }
}
