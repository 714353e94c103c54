import { isDateWord } from '../names/capitals.ts'
import { HONORIFICS, TITLES } from '../names/lists/titles.ts'
import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom } from '../names/names-in.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { isJoined } from '../tokenize.ts'
import { isHeadOf, isRolePhrase, type RoleSpan } from './role-words.ts'

/** The longest role that is one: "one of the advisers of the Supreme Leader of the Islamic Republic of Iran". */
const MAX_ROLE_TOKENS = 18
/** Words at which an apposition is over. */
const ENDS_APPOSITION =
  /^(?:who|which|that|said|says|told|was|is|were|are|has|had|have|will|would|;|:|\.|!|\?|\(|\)|—|–|"|“|”|wrote|died|announced|added|claimed|stated|where|when|but|while|whose)$/

/** "X, leader of Y," and "X, a fire service spokesman,". */
export function appositionAfter(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  name: NameSpan,
): RoleSpan | null {
  const comma = pastHome(document, names, pastShortForm(document, name.last))
  if (!/^(?:,|—|–)$/.test(wordAt(document, comma)) || name.kind === 'place') return null
  // An age may stand between: "James Ford, 42, a convicted murderer".
  const aged = /^\d+$/.test(wordAt(document, comma + 1)) && wordAt(document, comma + 2) === ','
  let first = aged ? comma + 3 : comma + 1
  while (/^(?:originally|currently|also|himself|herself)$/.test(wordAt(document, first)) && first < comma + 5) first++
  if (
    /^\p{Ll}{3,}ed$/u.test(wordAt(document, first)) &&
    !/^(?:retired|disgraced|convicted|renowned)$/.test(wordAt(document, first))
  )
    return null
  if (/^(?:of|in|from|at|for|with|on|by|to)$/.test(wordAt(document, first))) return null
  const last = nounPhraseEnd(document, sentence, names, first)
  const told = withoutSince(document, first, last)
  if (last <= first || !isRolePhrase(document, first, told, name.kind)) return null
  // What runs on into a verb or to the end of a list is no apposition: it has to be closed.
  if (!/^(?:[,.;:)—–-]|who|which|that|said|says|told|”|")$/.test(wordAt(document, last))) return null
  return { first, last: told, from: name.first, to: last }
}

/** "chief executive since 2011": since when is no part of the role. */
function withoutSince(document: ReadText, first: number, last: number): number {
  for (let at = first + 1; at < last; at++)
    if (/^(?:since|until|from|between)$/.test(wordAt(document, at)) && isWhen(wordAt(document, at + 1))) return at
  return last
}

function isWhen(word: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(word) || isDateWord(word) || /^(?:last|early|late|then)$/.test(word)
}

/** Past "(PMF)" after a name. */
function pastShortForm(document: ReadText, at: number): number {
  return wordAt(document, at) === '(' && wordAt(document, at + 2) === ')' ? at + 3 : at
}

/** Past "of Michigan" after a name. */
function pastHome(document: ReadText, names: readonly NameSpan[], at: number): number {
  const place = wordAt(document, at) === 'of' ? startingAt(names, at + 1) : undefined
  return place?.kind === 'place' ? place.last : at
}

/** Where the noun phrase that begins at `first` ends: a comma, unless a place follows it ("South Bend, Indiana"). */
function nounPhraseEnd(document: ReadText, sentence: Sentence, names: readonly NameSpan[], first: number): number {
  for (let at = first; at < Math.min(first + MAX_ROLE_TOKENS, sentence.last); at++) {
    const word = wordAt(document, at)
    // "a Ph.D. candidate": a stop within a word ends nothing.
    if (word === '.' && isJoined(tokenAt(document, at), tokenAt(document, at + 1))) continue
    if (ENDS_APPOSITION.test(word)) return at
    if (word !== ',') continue
    const [city, state] = [endingAt(names, at), startingAt(names, at + 1)]
    if (city?.kind !== 'place' || state?.kind !== 'place') return at
    return state.last
  }
  return first
}

function endingAt(names: readonly NameSpan[], at: number): NameSpan | undefined {
  const before = names[firstNameFrom(names, at) - 1]
  return before?.last === at ? before : undefined
}

function startingAt(names: readonly NameSpan[], at: number): NameSpan | undefined {
  const name = names[firstNameFrom(names, at)]
  return name?.first === at ? name : undefined
}

/**
 * "The prime minister, Boris Johnson", "her father, Reginald", "a chef named Karl". `titled` is the token at which the
 * name with its title begins ("one of the authors, biologist Ana Ruiz").
 */
export function appositionBefore(
  document: ReadText,
  sentence: Sentence,
  name: NameSpan,
  titled: number,
): RoleSpan | null {
  let start = titled
  if (/^[Tt]he$/.test(wordAt(document, start - 1)) && name.kind === 'group') start--
  while (HONORIFICS.has(wordAt(document, start - 1)) || TITLES.has(wordAt(document, start - 1))) start--
  const named = /^(?:named|called)$/.test(wordAt(document, start - 1))
  const end = start - 1
  if (end <= sentence.first || (!named && wordAt(document, end) !== ',')) return null
  const next = wordAt(document, name.last)
  const isClosed = /^(?:[,.;:—–-]|said|says|told|was|is|has|who|’s|'s)$/.test(next)
  if (!named && !isClosed && !(isOwned(document, sentence, end) && /^\p{Ll}{2,}ed$/u.test(next))) return null
  for (let first = end - 1; first >= Math.max(sentence.first, end - MAX_ROLE_TOKENS); first--) {
    const word = wordAt(document, first)
    const isBracket =
      (word === ')' && wordAt(document, first - 2) === '(') || (word === '(' && wordAt(document, first + 2) === ')')
    if (/^[,.;:()"“”]$/u.test(word) && !isBracket) return bareRoleBefore(document, first + 1, end, name)
    if (first === sentence.first && !DETERMINER.test(word)) return bareRoleBefore(document, first, end, name)
    if (!DETERMINER.test(word)) continue
    // "the president of the League": an inner determiner leads no role, and one further off may.
    if (isRolePhrase(document, first, end, name.kind)) return { first, last: end, from: first, to: name.last }
  }
  return null
}

/** "The party's leader, X": one that belongs to another ends before token `end`. */
function isOwned(document: ReadText, sentence: Sentence, end: number): boolean {
  for (let at = end - 1; at > Math.max(sentence.first, end - MAX_BARE_TOKENS); at--)
    if (/^['’]s?$/.test(wordAt(document, at))) return true
  return false
}

const DETERMINER = /^(?:the|The|his|her|their|His|Her|Their|a|an|A|An|its|Its|one|One|another|Another)$/

/** "Lead author, X" and "England's transport secretary, X": a role without a determiner that leads a clause. */
function bareRoleBefore(document: ReadText, first: number, end: number, name: NameSpan): RoleSpan | null {
  if (end - first > MAX_BARE_TOKENS || name.kind === 'place') return null
  const leads = first === 0 || /^[.!?”"]$/u.test(wordAt(document, first - 1))
  const owned = [1, 2, 3].some((step) => /^['’]s?$/.test(wordAt(document, first + step)))
  if (!leads && !owned) return null
  return isRolePhrase(document, first, end, name.kind) ? { first, last: end, from: first, to: name.last } : null
}

const MAX_BARE_TOKENS = 8

/** "X is a Turkish national", "X was the president of Y", "X, who served as mayor". */
export function copula(document: ReadText, sentence: Sentence, name: NameSpan): RoleSpan | null {
  const verb = pastRelative(document, sentence, name.last)
  const word = wordAt(document, verb)
  let first = verb + 1
  if (word === 'served' && wordAt(document, first) === 'as') first++
  else if (/^(?:has|had)$/.test(word) && wordAt(document, first) === 'served' && wordAt(document, first + 1) === 'as')
    first += 2
  else if (!/^(?:is|was)$/.test(word)) {
    if (!/^(?:has|had)$/.test(word) || wordAt(document, first) !== 'been') return null
    first++
  }
  while (
    /^(?:also|currently|now|himself|herself|still|once|then|widely|best|known|as|formerly)$/.test(
      wordAt(document, first),
    ) &&
    first < verb + 5
  )
    first++
  const owned = [1, 2].some((step) => /^['’]s$/.test(wordAt(document, first + step)))
  const determined = owned || /^(?:a|an|the|one|his|her|their|its)$/.test(wordAt(document, first))
  if (!determined && !isHeadOf(wordAt(document, first), name.kind)) return null
  return predicateFrom(document, sentence, name, first)
}

/** The role that a predicate beginning at token `first` gives a name: "the president of Y" of "the president of Y in 2012". */
export function predicateFrom(document: ReadText, sentence: Sentence, name: NameSpan, first: number): RoleSpan | null {
  let last = first
  while (last < Math.min(first + MAX_ROLE_TOKENS, sentence.last)) {
    const next = wordAt(document, last)
    if (ENDS_APPOSITION.test(next) || next === ',' || ENDS_PREDICATE.test(next)) break
    if (
      /^(?:in|from|on|since|next|last|this)$/.test(next) &&
      (/^\d/.test(wordAt(document, last + 1)) || isDateWord(wordAt(document, last + 1)))
    )
      break
    last++
  }
  return last > first && isRolePhrase(document, first, last, name.kind)
    ? { first, last, from: name.first, to: last }
    : null
}

const ENDS_PREDICATE = /^(?:as|when|after|prior|before|until|during|since|because|if)$/

/** Past ", who" and past a first apposition between commas: "Jamal Khashoggi, a Saudi national, was". */
export function pastRelative(document: ReadText, sentence: Sentence, at: number): number {
  if (/^(?:who|which)$/.test(wordAt(document, at))) return at + 1
  if (wordAt(document, at) !== ',') return at
  if (/^(?:who|which)$/.test(wordAt(document, at + 1))) return at + 2
  for (let end = at + 1; end < Math.min(sentence.last, at + 9); end++) {
    if (wordAt(document, end) === ',') return /^(?:is|was)$/.test(wordAt(document, end + 1)) ? end + 1 : at
  }
  return at
}

/** "Kama Melly QC", "the Associated Press news agency": a role right after the name. */
export function roleAfter(document: ReadText, sentence: Sentence, name: NameSpan): RoleSpan | null {
  const word = wordAt(document, name.last)
  if (name.kind === 'person') {
    return /^(?:QC|KC|MP|MEP|MSP)$/.test(word)
      ? { first: name.last, last: name.last + 1, from: name.first, to: name.last + 1 }
      : null
  }
  if (name.kind !== 'group' || !/^[Tt]he$/.test(wordAt(document, name.first - 1)) || name.first <= sentence.first)
    return null
  for (let last = name.last; last < name.last + 3; last++) {
    const next = wordAt(document, last)
    if (!/^\p{Ll}+$/u.test(next)) return null
    if (
      /^(?:agency|newspaper|militia|broadcaster|magazine|tank)$/.test(next) ||
      (next === 'service' && wordAt(document, last - 1) === 'news')
    )
      return { first: name.last, last: last + 1, from: name.first, to: last + 1 }
  }
  return null
}
