import type { EntityKind } from '../extraction.ts'
import { nameWords, properWords } from './name-words.ts'
import { isSlip } from './spelling.ts'
import type { GradeReason, NameMatch } from './verdict.ts'

const MOST_SLIPS = 2
const none = (reason: GradeReason): NameMatch => ({ level: 0, reason })

/** How surely `typed` means the group or place called `name`. */
export function matchProper(typed: string, name: string, kind: Exclude<EntityKind, 'person'>): NameMatch {
  const [said, words] = [properWords(typed), properWords(name)]
  const [a, b] = kind === 'group' && !isAcronym(name) ? [said.map(oneOfThem), words.map(oneOfThem)] : [said, words]
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return { level: 3, reason: 'form' }
  if (isInitials(typed, name)) return { level: 2, reason: 'initials' }
  if (isAcronym(typed) || isAcronym(name)) return none('different')
  const slips = countSlips(said, words)
  if (slips !== null && slips <= MOST_SLIPS) return { level: 1, reason: 'spelling' }
  if (said.every((word) => words.includes(word))) return none('incomplete')
  return none(words.every((word) => said.includes(word)) ? 'too-much' : 'different')
}

/** "Republicans" and "Republican". */
function oneOfThem(word: string): string {
  return word.length >= 5 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** "WHO" for the World Health Organization, with or without the small words. */
function isInitials(typed: string, name: string): boolean {
  const letters = typed.replace(/[.\s]/g, '').toLowerCase()
  if (!/^\p{L}{2,7}$/u.test(letters)) return false
  const initials = (words: readonly string[]) => words.map((word) => word[0]).join('')
  const all = nameWords(name)
  return all.length > 1 && [initials(all), initials(properWords(name))].includes(letters)
}

/** Letters that stand for words: one more or less is another group. */
function isAcronym(name: string): boolean {
  return /^[\p{Lu}\d.-]{2,7}$/u.test(name.trim())
}

/** How many words are slips of one another, or null when some are not. Word by word, in the same order. */
function countSlips(said: readonly string[], words: readonly string[]): number | null {
  if (said.length !== words.length) return null
  let slips = 0
  for (const [index, word] of words.entries()) {
    const typed = said[index] ?? ''
    if (typed === word) continue
    if (!isSlip(typed, word)) return null
    slips++
  }
  return slips
}
