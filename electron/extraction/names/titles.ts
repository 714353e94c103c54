import { type ReadText, wordAt } from '../read-text.ts'
import { isCapital } from './capitals.ts'
import { COMMON_WORDS } from './lists/common-words.ts'
import { GROUP_ENDINGS, NOT_GROUPS } from './lists/organisations.ts'
import { DEMONYMS, FAITHS } from './lists/peoples.ts'
import { HONORIFICS, NAME_PARTICLES, TITLE_MODIFIERS, TITLES } from './lists/titles.ts'
import { findKnownName } from './name-lists.ts'
import type { NameSpan } from './name-span.ts'

/** What stands before a person's name. `last` is the token after it; `names` are the places and groups named in it. */
export interface TitlePhrase {
  readonly last: number
  readonly names: readonly NameSpan[]
}

const MADE_TITLE =
  /^(?:\p{Lu}\p{Ll}+(?:ologist|ywoman|yman)|(?:President|Minister|Senator|Representative|Governor|Professor|Judge|Justice)s)$/u
const LEADS_CLAUSE = /^(?:The|A|An|In|On|At|By|For|When|While|After|As|If|And|But|Then|That|This|Its|His|Her|Their)$/
/** How sure one can be of a name known by heart that stands inside a title. */
const INSIDE_TITLE = 0.9

/**
 * The title that begins at `first` ("US Secretary of State", "Iraqi President", "Mr"), several in a row taken together,
 * or null when what stands there is none. It never reaches past `limit`.
 */
export function readTitlePhrase(document: ReadText, first: number, limit: number): TitlePhrase | null {
  const names: NameSpan[] = []
  let at = first
  let titleEnd = -1
  while (at < limit) {
    const known = findKnownName(document, at, limit)
    if (isTitleWord(wordAt(document, at))) {
      at = afterComplement(document, at + 1, limit, names)
      titleEnd = at
    } else if (known !== null && titleFollows(document, at + known.length, limit)) {
      names.push(nameInTitle(at, known))
      at += known.length
    } else if (mayPrecedeTitle(wordAt(document, at)) && titleFollows(document, at + 1, limit)) at++
    else break
  }
  if (titleEnd < 0) return null
  return { last: titleEnd, names: names.filter((name) => name.last <= titleEnd) }
}

/** Whether the tokens from `first` to `last` have the shape of a person's name. */
export function looksLikePerson(document: ReadText, first: number, last: number): boolean {
  const length = last - first
  if (length < 1 || length > 8 || !isNamePart(wordAt(document, first), true)) return false
  for (let at = first; at < last; at++) {
    const word = wordAt(document, at)
    if (wordAt(document, at - 1) === '-' && /^\p{Ll}{1,5}$/u.test(word)) continue
    if (!isNamePart(word, at === first) || GROUP_ENDINGS.has(word) || NOT_GROUPS.has(word)) return false
  }
  return isCapital(wordAt(document, last - 1)) || wordAt(document, last - 2) === '-'
}

function isNamePart(word: string, first: boolean): boolean {
  if (isCapital(word)) return !/\d/.test(word) && !DEMONYMS.has(word)
  return NAME_PARTICLES.has(word) || (!first && word === '-')
}

/** Besides listed words common ones with a capital: "Water Minister", "Trade Commissioner". */
function mayPrecedeTitle(word: string): boolean {
  return (
    isModifier(word) ||
    word === '-' ||
    (isCapital(word) && COMMON_WORDS.has(word.toLowerCase()) && !LEADS_CLAUSE.test(word))
  )
}

/** Listed titles, and words made like "Immunologist" and "Assemblywoman". */
function isTitleWord(word: string): boolean {
  return HONORIFICS.has(word) || TITLES.has(word) || MADE_TITLE.test(word)
}

function isModifier(word: string): boolean {
  return TITLE_MODIFIERS.has(word) || DEMONYMS.has(word) || FAITHS.has(word)
}

/** Whether a title comes within four words, every word before it being one that titles may begin with. */
function titleFollows(document: ReadText, from: number, limit: number): boolean {
  let at = from
  for (let words = 0; words < 5 && at < limit; words++) {
    const word = wordAt(document, at)
    if (isTitleWord(word)) return true
    const known = findKnownName(document, at, limit)
    if (known !== null) at += known.length
    else if (mayPrecedeTitle(word)) at++
    else return false
  }
  return false
}

/** "of State", "of Defence and Interior", "for Europe": what a title is about, and the names in it. */
function afterComplement(document: ReadText, at: number, limit: number, names: NameSpan[]): number {
  const word = wordAt(document, at)
  if (word === '-' && isCapital(wordAt(document, at + 1)) && TITLES.has(wordAt(document, at + 1))) return at + 2
  if ((word !== 'of' && word !== 'for') || at + 1 >= limit) return at
  const from = wordAt(document, at + 1) === 'the' ? at + 2 : at + 1
  const known = findKnownName(document, from, limit)
  if (known === null) return Math.min(from + 1, limit)
  names.push(nameInTitle(from, known))
  return from + known.length
}

function nameInTitle(first: number, known: { kind: NameSpan['kind']; detail: string; length: number }): NameSpan {
  return { first, last: first + known.length, kind: known.kind, detail: known.detail, confidence: INSIDE_TITLE }
}
