import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom } from '../names/names-in.ts'
import { type ReadText, sliceTokens, wordAt } from '../read-text.ts'
import type { Quantity } from './read-quantity.ts'

/** An age: the token after it, and whose it is, or null. */
export interface Age {
  readonly last: number
  readonly of: string | null
}

/** Reads a quantity as an age: "aged 15", "Ana Ruiz, 34,", "34-year-old", "23 years old". Null when it is none. */
export function findAge(document: ReadText, names: readonly NameSpan[], quantity: Quantity): Age | null {
  if (quantity.form === 'ordinal' || quantity.value > 130) return null
  const before = wordAt(document, quantity.first - 1)
  if (quantity.unit === 'years') {
    const old = wordAt(document, quantity.last) === '-' ? quantity.last + 1 : quantity.last
    if (/^olds?$/.test(wordAt(document, old))) return { last: old + 1, of: ownerAfter(document, names, old + 1) }
    return /^(?:aged|age)$/.test(before) ? { last: quantity.last, of: null } : null
  }
  if (quantity.unit !== null) return null
  if (/^(?:aged|ages)$/i.test(before))
    return { last: quantity.last, of: ownerBefore(document, names, quantity.first - 1) }
  if (before === 'age' || (before === 'of' && wordAt(document, quantity.first - 2) === 'age')) {
    return { last: quantity.last, of: null }
  }
  return apposedAge(document, names, quantity) ?? predicatedAge(document, quantity)
}

/** "Ana Ruiz, 34," and "Ana Ruiz (34)". */
function apposedAge(document: ReadText, names: readonly NameSpan[], quantity: Quantity): Age | null {
  const opening = quantity.first - 1
  if (!/^[,(]$/.test(wordAt(document, opening)) || !/^[,).;]$/.test(wordAt(document, quantity.last))) return null
  if (quantity.value < 1 || quantity.low !== quantity.high) return null
  const person = nameEndingAt(names, opening)
  if (person?.kind === 'person') return { last: quantity.last, of: sliceTokens(document, person.first, person.last) }
  // "the princess, 67, announced" and "Bishop Emeritus X of Y, 79, died"
  const alone = wordAt(document, opening) === ',' && wordAt(document, quantity.last) === ','
  const grown = quantity.form === 'digits' && quantity.value >= 16 && quantity.value <= 110
  const listed =
    /^\d/.test(wordAt(document, opening - 1)) || /^(?:\d|and$|or$)/.test(wordAt(document, quantity.last + 1))
  return alone && grown && !listed && quantity.first === opening + 1 ? { last: quantity.last, of: null } : null
}

/** "She", or the end of an apposition: ", the first woman senator, was 66". */
function isSomebody(word: string, quantity: Quantity): boolean {
  if (/^(?:[Hh]e|[Ss]he|who|I)$/.test(word)) return true
  return word === ',' && quantity.form === 'digits' && quantity.value >= 16 && quantity.value <= 110
}

/** "She was 26." and ", now 22,": a bare number said of somebody. */
function predicatedAge(document: ReadText, quantity: Quantity): Age | null {
  if (!/^(?:[.,;”"]|when|and|at)$/u.test(wordAt(document, quantity.last)) || quantity.value < 1) return null
  const [before, far] = [wordAt(document, quantity.first - 1), wordAt(document, quantity.first - 2)]
  const told = /^(?:was|is|were|turned|turns)$/.test(before) && isSomebody(far, quantity)
  const now = /^(?:now|then)$/.test(before) && far === ','
  return told || now ? { last: quantity.last, of: null } : null
}

function nameEndingAt(names: readonly NameSpan[], at: number): NameSpan | undefined {
  const before = names[firstNameFrom(names, at) - 1]
  return before?.last === at ? before : undefined
}

function ownerBefore(document: ReadText, names: readonly NameSpan[], at: number): string | null {
  const end = wordAt(document, at - 1) === ',' ? at - 1 : at
  const person = nameEndingAt(names, end)
  if (person?.kind === 'person') return sliceTokens(document, person.first, person.last)
  const noun = wordAt(document, end - 1)
  return /^\p{Ll}{3,}$/u.test(noun) && !/^(?:was|were|are|all|being|and|who)$/.test(noun) ? noun : null
}

/** "34-year-old Ana Ruiz", "a 23-year-old student". */
function ownerAfter(document: ReadText, names: readonly NameSpan[], at: number): string | null {
  const name = names[firstNameFrom(names, at)]
  if (name?.first === at && name.kind === 'person') return sliceTokens(document, name.first, name.last)
  const noun = wordAt(document, at)
  return /^\p{Ll}{3,}$/u.test(noun) && !/^(?:and|who|was|has|from|when|with|for|but|had|said|did|than)$/.test(noun)
    ? noun
    : null
}

/** "aged nine, ten, thirteen and two aged fourteen": a number that goes on a list of ages. */
export function isAgeInList(document: ReadText, from: number, to: number): boolean {
  if (to - from < 1 || to - from > 2) return false
  for (let at = from; at < to; at++) if (!/^(?:,|and|or)$/.test(wordAt(document, at))) return false
  return !/^\p{L}{3,}/u.test(wordAt(document, to + 1)) || wordAt(document, to + 1) === 'and'
}
