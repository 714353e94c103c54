import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { isJoined } from '../tokenize.ts'
import { GIVEN_NAMES } from './lists/given-names.ts'
import { GROUP_ENDINGS, GROUP_HEADS, GROUP_POSSESSORS, PLACE_HEADS } from './lists/organisations.ts'
import { DEMONYMS } from './lists/peoples.ts'
import { HONORIFICS, NAME_PARTICLES, TITLES } from './lists/titles.ts'
import { findKnownName } from './name-lists.ts'

/** A stretch of capitalised words and what binds them: tokens `first` to `last` (excluded). */
export interface CapitalRun {
  readonly first: number
  readonly last: number
}

/** Particles that may begin a surname alone ("van Dyke") and are no English words. */
const OPENING_PARTICLE = /^(?:van|von|de|bin|ibn|du|di|da|della|dos)$/

/** No name is longer; it bounds what rules that look along a run can cost. */
const MAX_RUN_TOKENS = 24

/** Second parts of adjectives made with a hyphen, such as "New York-based". */
const COMPOUND =
  /^(?:based|led|style|born|owned|run|area|wide|like|era|made|elect|only|free|day|year|old|level|type|class|size|time|to|and|in|on|of|up|out|off|for|or|as|is|the|a|trade|bound|held|aged|sized|war|cup|win|loss|deal|law|line|site|age|held|anti|pro|post|pre|ex)$/

const DATE_WORD =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Christmas|Easter|Ramadan|Thanksgiving|GMT|UTC|EST|EDT|PDT|BST)$/

/** Whether a token begins with a capital, whatever follows it. */
export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** Names of months, days, feasts and time zones, which look like names and are none. */
export function isDateWord(word: string): boolean {
  return DATE_WORD.test(word)
}

/** Capitalised stretches of one sentence, in order. Linear: each looks only a few words beyond its end. */
export function findCapitalRuns(document: ReadText, sentence: Sentence): CapitalRun[] {
  const runs: CapitalRun[] = []
  let at = sentence.first
  while (at < sentence.last) {
    if (!beginsRun(document, at, sentence.last)) {
      at++
      continue
    }
    const last = runEnd(document, at, sentence.last)
    runs.push({ first: at, last })
    at = last
  }
  return runs
}

function beginsRun(document: ReadText, at: number, limit: number): boolean {
  const word = wordAt(document, at)
  if (isCapital(word)) return !isDate(document, at)
  if (findKnownName(document, at, limit) !== null) return true
  if (/^(?:al|el|ul)$/.test(word) && isHyphenated(document, at, limit)) return true
  return OPENING_PARTICLE.test(word) && isCapital(wordAt(document, at + 1)) && !isDateWord(wordAt(document, at + 1))
}

/** "May" and "March" may be names; with a number beside them, or a word that dates, they are months. */
function isDate(document: ReadText, at: number): boolean {
  const word = wordAt(document, at)
  if (!isDateWord(word)) return false
  if (word !== 'May' && word !== 'April' && word !== 'June' && word !== 'Easter') return true
  if (GIVEN_NAMES.has(wordAt(document, at - 1)) || HONORIFICS.has(wordAt(document, at - 1))) return false
  const next = wordAt(document, at + 1)
  return !isCapital(next) || isDateWord(next)
}

function runEnd(document: ReadText, first: number, limit: number): number {
  let end = first
  let step = 1
  const bound = Math.min(limit, first + MAX_RUN_TOKENS)
  while (step > 0 && end < bound) {
    end += step
    step = stepAfter(document, first, end, bound)
  }
  return Math.min(end, bound)
}

/** How many of the tokens from `end` go on with the run; 0 when it is over. */
function stepAfter(document: ReadText, first: number, end: number, limit: number): number {
  if (end >= limit) return 0
  const word = wordAt(document, end)
  const known = findKnownName(document, end - 1, limit)
  if (known !== null && known.length > 1) return known.length - 1
  if (isCapital(word)) return isDate(document, end) && !isJoinedAt(document, end) ? 0 : 1
  if (word === 'party' && isCapital(wordAt(document, end - 1))) return 1
  if (word === '-') return isHyphenated(document, end - 1, limit) ? 2 : syllableStep(document, first, end, limit)
  const next = wordAt(document, end + 1)
  if (NAME_PARTICLES.has(word)) return particleStep(document, end, limit)
  if (word === '&' || word === '–') return isCapital(next) && (word === '&' || isJoinedAt(document, end)) ? 2 : 0
  if (word === 'of' || word === 'for') return ofStep(document, first, end, limit)
  if (word === 'and') return andStep(document, first, end, limit)
  if (word === "'s" || word === '’s' || word === "'" || word === '’') return possessiveStep(document, end, limit)
  return 0
}

function isJoinedAt(document: ReadText, at: number): boolean {
  return isJoined(tokenAt(document, at - 1), tokenAt(document, at))
}

/** Whether the token at `at` is bound by a hyphen to a capitalised word after it. */
function isHyphenated(document: ReadText, at: number, limit: number): boolean {
  if (at + 2 >= limit || wordAt(document, at + 1) !== '-') return false
  return isJoinedAt(document, at + 1) && isJoinedAt(document, at + 2) && isCapital(wordAt(document, at + 2))
}

/** "Park Won-soon": a short syllable in small letters after a hyphen, in a name of two words or more. */
function syllableStep(document: ReadText, first: number, end: number, limit: number): number {
  const syllable = wordAt(document, end + 1)
  if (end - first < 2 || end + 1 >= limit || !isJoinedAt(document, end) || !isJoinedAt(document, end + 1)) return 0
  return /^\p{Ll}{1,5}$/u.test(syllable) && !COMPOUND.test(syllable) && !/\d/.test(wordAt(document, end - 1)) ? 2 : 0
}

/** "de la Cruz", "al-Assad", "bin Salman"; at most three particles in a row. */
function particleStep(document: ReadText, end: number, limit: number): number {
  for (let steps = 1; steps <= 3 && end + steps < limit; steps++) {
    const word = wordAt(document, end + steps)
    if (isCapital(word)) return isDateWord(word) ? 0 : steps + 1
    if (word === '-' && isHyphenated(document, end + steps - 1, limit)) return steps + 2
    if (!NAME_PARTICLES.has(word)) return 0
  }
  return 0
}

/** "of" goes on after heads such as "Ministry", "Gulf" and "Secretary", with an article or not. */
function ofStep(document: ReadText, first: number, end: number, limit: number): number {
  const head = wordAt(document, end - 1)
  const steps = wordAt(document, end + 1) === 'the' ? 2 : 1
  const next = wordAt(document, end + steps)
  if (end + steps >= limit || !isCapital(next) || isDateWord(next)) return 0
  const word = wordAt(document, end)
  if (GROUP_HEADS.has(head)) return steps + 1
  if (word === 'for') return hasGroupHead(document, first, end) ? steps + 1 : 0
  if (TITLES.has(head)) return steps + 1
  return PLACE_HEADS.has(head) && (end - 1 > first || head !== 'State') ? steps + 1 : 0
}

function hasGroupHead(document: ReadText, first: number, end: number): boolean {
  for (let at = first; at < end - 1; at++) {
    if (GROUP_HEADS.has(wordAt(document, at)) && wordAt(document, at + 1) === 'of') return true
  }
  return false
}

/** "and" goes on inside "Food and Drug Administration" and "Department of Health and Human Services". */
function andStep(document: ReadText, first: number, end: number, limit: number): number {
  if (!isCapital(wordAt(document, end + 1)) || findKnownName(document, end - 1, end) !== null) return 0
  for (let at = first; at < end; at++) {
    const word = wordAt(document, at)
    if (word === 'of' || word === 'for') return groupWithOf(document, first, at, end, limit) ? 2 : 0
  }
  if (GROUP_ENDINGS.has(wordAt(document, end - 1)) || DEMONYMS.has(wordAt(document, end - 1))) return 0
  return reachesGroupEnding(document, end + 1, limit) ? 2 : 0
}

/** After "Ministry of Health" an "and" joins a subject, never a place or a person. */
function groupWithOf(document: ReadText, first: number, of: number, end: number, limit: number): boolean {
  if (!GROUP_HEADS.has(wordAt(document, of - 1)) || end - first > 8) return false
  if (findKnownName(document, of + 1, limit) !== null || findKnownName(document, end + 1, limit) !== null) return false
  return /^(?:Ministry|Department|Office|Institute|Center|Centre|Centers|Society|School|Academy|Association|Committee|Faculty|Commission|Board|Agency|Bureau)$/.test(
    wordAt(document, of - 1),
  )
}

function possessiveStep(document: ReadText, end: number, limit: number): number {
  const owner = wordAt(document, end - 1)
  if (!GROUP_POSSESSORS.has(owner) || !isCapital(wordAt(document, end + 1))) return 0
  return reachesGroupEnding(document, end + 1, limit) ? 2 : 0
}

/** Whether a word that ends the names of groups comes within three capitalised words. */
function reachesGroupEnding(document: ReadText, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(from + 3, limit); at++) {
    const word = wordAt(document, at)
    if (!isCapital(word)) return false
    if (GROUP_ENDINGS.has(word)) return true
  }
  return false
}
