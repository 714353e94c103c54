import { foldText } from '../text/fold.ts'

/** Words that point back to a sentence before: what they mean cannot be told on a card. */
const pointsBack =
  /^(?:he|she|it|they|we|i|this|that|these|those|his|her|its|their|such|there|here|but|and|or|so|then|both|others?|another|the (?:same|next|former|latter|other|following|two|three|move|decision|latest|report|statement))\b/i

/** Whether a sentence says on its own what it is about. */
export function standsAlone(sentence: string): boolean {
  return !pointsBack.test(sentence.replace(/^["“”'‘’(\s]+/, ''))
}

/** Words of names that name nothing by themselves. */
const common = new Set(
  'the of and for group party council committee united national state states army force forces'.split(' '),
)

/**
 * Whether what is left of a sentence tells what was taken out: one of its names, a longer word of one, its initials, or
 * a word made from the same stem, as "Iraqi" is from "Iraq".
 */
export function givesAway(rest: string, names: readonly string[]): boolean {
  const words = foldText(rest)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return names.some((name) => {
    const parts = foldText(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
    const initials = parts.map((part) => part[0]).join('')
    return words.some(
      (word) =>
        (parts.length > 1 && word === initials) ||
        parts.some((part) => part.length >= 4 && !common.has(part) && (word === part || isSameStem(word, part))),
    )
  })
}

function isSameStem(word: string, part: string): boolean {
  const length = Math.max(4, Math.min(word.length, part.length) - 2)
  return word.length >= 4 && word.slice(0, length) === part.slice(0, length) && Math.abs(word.length - part.length) <= 4
}

/** Whether a sentence lists what it counts: "Five countries took part: Bahrain, Jordan, ..." can be counted on the card. */
export function listsWhatItCounts(rest: string, value: number | null): boolean {
  if (value === null || value < 2 || value > 15) return false
  const list = /[:(–—](.*)$/s.exec(rest)?.[1] ?? ''
  const items = list.split(/,| and | or /).filter((item) => item.trim() !== '')
  return items.length >= value
}

/** A role that is true of one person at a time: it says of what ("US Secretary of State", not "a former minister"). */
export function isParticular(role: string, names: readonly string[]): boolean {
  if (/^(?:an?|its|his|her|their|our|one|former|ex-|the former|a former|another)\b/i.test(role)) return false
  const folded = foldText(role)
  return names.some((name) => name.length > 1 && ` ${folded} `.includes(` ${foldText(name)}`))
}
