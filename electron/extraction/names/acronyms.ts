import { type ReadText, wordAt } from '../read-text.ts'
import { isCapital } from './capitals.ts'

/** A long name and the short one that brackets give it: "Islamic State (IS)". Tokens, ends excluded. */
export interface Acronym {
  readonly longFirst: number
  readonly longLast: number
  readonly short: number
}

const ACRONYM = /^\p{Lu}[\p{L}\p{N}&]{1,9}$/u
const MINOR = /^(?:of|the|and|for|in|de|la|du|des|del|on|to|und|der|&|-|'s|’s)$/i
/** The longest acronym has ten letters, and a minor word may stand between each two. */
const MAX_LONG_TOKENS = 16

/** Every bracket of a text that shortens the capitalised words before it by their initials. */
export function findAcronyms(document: ReadText): Acronym[] {
  const found: Acronym[] = []
  for (let at = 2; at < document.tokens.length - 2; at++) {
    if (wordAt(document, at) !== '(' || wordAt(document, at + 2) !== ')') continue
    const short = wordAt(document, at + 1)
    if (!ACRONYM.test(short) || !/^\p{Lu}.*[\p{Lu}\d]|^\p{Lu}\p{Ll}{1,9}$/u.test(short)) continue
    const longFirst = findLongName(document, at, short.toUpperCase())
    if (longFirst === null) continue
    const longLast = /^['’]s$/.test(wordAt(document, at - 1)) ? at - 1 : at
    found.push({ longFirst, longLast, short: at + 1 })
  }
  return found
}

/** Where the words before the bracket at `bracket` begin whose initials are `letters`, or null. */
function findLongName(document: ReadText, bracket: number, letters: string): number | null {
  let all = ''
  let major = ''
  for (let at = bracket - 1; at >= Math.max(0, bracket - MAX_LONG_TOKENS); at--) {
    const word = wordAt(document, at)
    if (/^[.;:!?"“”()\n]$/u.test(word)) return null
    if (MINOR.test(word)) {
      all = word.charAt(0).toUpperCase() + all
      continue
    }
    all = word.charAt(0).toUpperCase() + all
    major = word.charAt(0).toUpperCase() + major
    if ((major === letters || all.replace(/[^\p{L}\p{N}]/gu, '') === letters) && isCapital(word)) return at
    if (major.length > letters.length) return null
  }
  return null
}
