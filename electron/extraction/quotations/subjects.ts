import { firstIndexWhere } from '#shared/text/first-index.ts'
import { isRoleNoun } from '../linking/role-words.ts'
import { HONORIFICS } from '../names/lists/titles.ts'
import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom, namesIn } from '../names/names-in.ts'
import { type ReadText, wordAt } from '../read-text.ts'
import { isSpeechVerb } from './speech-verbs.ts'

/** A name that can speak, with the entity it belongs to. */
export interface SpeakerName extends NameSpan {
  readonly entity: number
}

/** Who speaks; the entity is null for somebody without a name. */
export interface Speaker {
  readonly entity: number | null
}

/** How far back a pronoun or "the company" looks for whom it means, in tokens. */
const LOOK_BACK = 160
const OBJECT =
  /^(?:of|by|with|to|for|from|against|about|at|in|on|over|between|under|like|told|tells|asked|asking|telling|thanked|met|called|named|following|including|than|via|interviewed|replaced|succeeded|killed|after|before|accusing|accused|urged|urging)$/
const GROUP_WORD =
  /^(?:company|group|organi[sz]ation|party|ministry|agency|court|firm|bank|union|university|department|institute|commission|league|federation|committee|association|airline|council|club|network|charity|foundation|team|board|bureau|panel|institution|newspaper|broadcaster|movement|manufacturer|ministry|office|parliament)$/
/** What speaks for nobody in particular, unlike a statement or a letter. */
const IMPERSONAL_WORD = /^(?:declaration|report|resolution|article|agreement|document)$/
const DOCUMENT_WORD =
  /^(?:statement|letter|post|tweet|message|release|report|summary|document|declaration|ruling|decision|announcement|email|memo|filing|warning|tweets|speech|decree|motion|resolution|website|complaint|advisory|article|blog|note|interview|verdict|judgment|judgement|opinion)$/

/** Who leads the words from `start` to the verb at `verb`: a name, or whom a pronoun or "the minister" means. */
export function subjectOf(
  document: ReadText,
  names: readonly SpeakerName[],
  start: number,
  verb: number,
  last: number | null,
): Speaker | null {
  if (wordAt(document, verb - 1) === 'who') {
    const person = namesIn(names, start, verb).findLast((name) => name.kind === 'person')
    if (person !== undefined) return { entity: person.entity }
  }
  const near = pronounBefore(document, start, verb)
  if (near !== null) return { entity: antecedent(document, names, near, last) }
  const inside = namesIn(names, start, verb).filter((name) => name.kind !== 'place' && isAgent(document, name, start))
  const person = inside.find((name) => name.kind === 'person')
  const group = inside.find((name) => name.kind === 'group' && name.detail !== 'people')
  if (person !== undefined && !isOwnerOfOther(document, person, verb)) return { entity: person.entity }
  const meant = nounSubject(document, names, start, verb, last)
  if (meant !== null && meant.entity !== null) return meant
  if (person !== undefined) return { entity: person.entity }
  const speaksFor = group !== undefined && /^spokes(?:man|woman|person)$/.test(wordAt(document, group.last))
  if (group !== undefined && (speaksFor || !isUnnamed(document, start))) return { entity: group.entity }
  if (meant !== null) return meant
  return group === undefined ? null : { entity: null }
}

/**
 * "he": who spoke last, unless somebody else has led a sentence since; then the one who leads the nearest sentence; else
 * the person named last.
 */
export function antecedent(
  document: ReadText,
  names: readonly SpeakerName[],
  before: number,
  last: number | null,
): number | null {
  const people = namesIn(names, before - LOOK_BACK, before).filter((name) => name.kind === 'person')
  const leads = leaderBefore(document, people, before)
  const spoke = people.findLast((name) => name.entity === last || isSpeechVerb(wordAt(document, name.last)))
  if (spoke !== undefined && (leads === undefined || leads.first <= spoke.first)) return spoke.entity
  return (leads ?? spoke ?? people.at(-1))?.entity ?? last
}

/** The first person that acts in the nearest sentence before token `before` in which one does. */
function leaderBefore(document: ReadText, people: readonly SpeakerName[], before: number): SpeakerName | undefined {
  let index = sentenceAt(document, before)
  for (let steps = 0; steps < 5 && index >= 0; steps++, index--) {
    const sentence = document.sentences[index]
    if (sentence === undefined) continue
    const inside = namesIn(people, sentence.first, Math.min(sentence.last, before))
    const leads = inside.find((name) => isAgent(document, name, -1) && !isPossessive(document, name))
    if (leads !== undefined) return leads
  }
  return undefined
}

/** Index of the sentence that holds a token, found by halving. */
function sentenceAt(document: ReadText, token: number): number {
  return firstIndexWhere(document.sentences, ({ last }) => last > token)
}

/** The person before a verb at the end of the words from `from`, or the group when no person is there. */
export function nearestSpeaker(
  document: ReadText,
  names: readonly SpeakerName[],
  from: number,
  to: number,
): Speaker | null {
  const inside = namesIn(names, from, to).filter((name) => name.kind !== 'place')
  const person = inside.find((name) => name.kind === 'person' && !isPossessive(document, name))
  const other =
    person ?? inside.find((name) => name.kind === 'person') ?? inside.find((name) => name.detail !== 'people')
  return other === undefined ? null : { entity: other.entity }
}

/** Whether a word stands for somebody said before. */
export function isPronoun(word: string): boolean {
  return /^(?:he|she|they|He|She|They|I|it|It)$/.test(word)
}

function pronounBefore(document: ReadText, start: number, verb: number): number | null {
  for (let at = verb - 1; at >= Math.max(start, verb - 4); at--) {
    const word = wordAt(document, at)
    if (/^(?:he|she|they|He|She|They)$/.test(word)) return at
    if (!/^(?:also|later|then|further|previously|has|had|have|once|went|on|to|furthermore|\p{Ll}+ly)$/u.test(word))
      break
  }
  // "He praised the plan, saying": the pronoun leads the sentence.
  return /^(?:He|She|They)$/.test(wordAt(document, start)) ? start : null
}

/** A name is no agent after a preposition or as somebody's object, but for what leads its sentence. */
function isAgent(document: ReadText, name: NameSpan, start: number): boolean {
  if (/ing$/.test(wordAt(document, name.last)) && isSpeechVerb(wordAt(document, name.last))) return true
  let at = name.first - 1
  while (
    HONORIFICS.has(wordAt(document, at)) ||
    isRoleNoun(wordAt(document, at)) ||
    /^(?:the|The|a|an)$/.test(wordAt(document, at))
  )
    at--
  if (/^[Aa]ccording$/.test(wordAt(document, at - 1))) return true
  return name.first === start || at < start || !OBJECT.test(wordAt(document, at))
}

function isPossessive(document: ReadText, name: NameSpan): boolean {
  return /^['’]s?$/.test(wordAt(document, name.last))
}

/** "Merkel's spokesperson said": the person only owns the subject. */
function isOwnerOfOther(document: ReadText, name: NameSpan, verb: number): boolean {
  if (!isPossessive(document, name)) return false
  for (let at = name.last + 1; at < Math.min(verb, name.last + 5); at++)
    if (DOCUMENT_WORD.test(wordAt(document, at))) return false
  return true
}

/** "An eyewitness", "One MP", "Some protesters", "Officials": nobody with a name. */
function isUnnamed(document: ReadText, start: number): boolean {
  if (wordAt(document, start) === 'One' && /^the(?:se|m)?$/.test(wordAt(document, start + 2))) return false
  return /^(?:A|An|One|Some|Many|Several|Most|Another|Two|Three|Critics|Officials|Protesters|Witnesses|Experts|Researchers|Police|Residents|Sources)$/.test(
    wordAt(document, start),
  )
}

/** "the archbishop said", "the company noted", "the statement read": whom the noun stands for. */
export function nounSubject(
  document: ReadText,
  names: readonly SpeakerName[],
  start: number,
  verb: number,
  last: number | null,
): Speaker | null {
  for (let at = verb - 1; at >= Math.max(start, verb - 6); at--) {
    const word = wordAt(document, at)
    if (/^[,;.:]$/.test(word)) return null
    const determined = [1, 2, 3].some((back) =>
      /^(?:the|The|his|His|her|Her|their|Their|its|Its|that)$/.test(wordAt(document, at - back)),
    )
    if (!determined) continue
    if (isRoleNoun(word)) return { entity: bearerOf(document, names, start, word) ?? lastPerson(names, start) }
    if (GROUP_WORD.test(word)) return { entity: groupCalled(document, names, start, word) }
    if (!DOCUMENT_WORD.test(word)) continue
    const owned = /^(?:his|His|her|Her|their|Their|its|Its)$/.test(wordAt(document, at - 1))
    return { entity: owned || !IMPERSONAL_WORD.test(word) ? last : null }
  }
  return null
}

/** The person named last with a title or an apposition that holds the word. */
function bearerOf(document: ReadText, names: readonly SpeakerName[], before: number, noun: string): number | null {
  const people = namesIn(names, before - LOOK_BACK * 2, before).filter((name) => name.kind === 'person')
  const small = noun.toLowerCase()
  const called = (name: SpeakerName) => {
    for (let at = name.first - 5; at < name.first; at++) if (wordAt(document, at).toLowerCase() === small) return true
    if (wordAt(document, name.last) !== ',') return false
    for (let at = name.last; at < name.last + 6; at++) if (wordAt(document, at).toLowerCase() === small) return true
    return false
  }
  return people.findLast(called)?.entity ?? null
}

function lastPerson(names: readonly SpeakerName[], before: number): number | null {
  const index = firstNameFrom(names, before)
  for (let at = index - 1; at >= Math.max(0, index - 12); at--) {
    const name = names[at]
    if (name?.kind === 'person' && name.first > before - LOOK_BACK) return name.entity
  }
  return null
}

function groupCalled(document: ReadText, names: readonly SpeakerName[], before: number, noun: string): number | null {
  const groups = namesIn(names, before - LOOK_BACK * 2, before).filter(
    (name) => name.kind === 'group' && name.detail !== 'people',
  )
  const named = groups.findLast((name) => {
    for (let at = name.first; at < name.last; at++)
      if (wordAt(document, at).toLowerCase() === noun.toLowerCase()) return true
    return false
  })
  return (named ?? groups.at(-1))?.entity ?? null
}
