import { endsNounPhrase } from '../figures/noun-phrase.ts'
import { isCapital, isDateWord } from '../names/capitals.ts'
import { GIVEN_NAMES } from '../names/lists/given-names.ts'
import { HONORIFICS, ROLE_NOUNS, TITLES } from '../names/lists/titles.ts'
import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom } from '../names/names-in.ts'
import { isSpeechVerb } from '../quotations/speech-verbs.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { isJoined } from '../tokenize.ts'
import { isHeadOf, isPluralRole, isRoleNoun, type RoleSpan } from './role-words.ts'

/** A title before a name is no longer, in tokens. */
const MAX_TITLE_TOKENS = 11
/** No list of names is followed further back. */
const MAX_LISTED = 12
const RELATION = /^(?:his|her|their|His|Her|Their)$/
/** Titles that stand beside another one rather than go on with it. */
const RANKS =
  /^(?:General|Gen|Colonel|Captain|Major|Lieutenant|Admiral|Sergeant|Mufti|Ayatollah|Imam|Father|Sister|Archbishop|Bishop|Cardinal|Judge|Justice)$/
/** Offices with a name of their own, which begin a second title. */
const OFFICES =
  /^(?:President|Prime|Senator|Chancellor|Representative|Congressman|Congresswoman|Governor|Prince|Princess|King|Queen)$/
const LEADS_TITLE =
  /^(?:former|then|acting|deputy|senior|vice|prime|foreign|chief|ex|lead|veteran|fellow|current|outgoing|incoming|late|interim|opposition|assistant|executive|incumbent|past|longtime|newly)$/
/** Participles that describe a person rather than tell what was done, and words in -ly that are no adverbs of it. */
const DESCRIBES =
  /^(?:accredited|purported|convicted|retired|elected|renowned|disgraced|appointed|accused|alleged|unelected|armed|exiled|jailed|newly|family|supply|state-owned|owned|based|pioneering|acclaimed|celebrated|led|backed|sacked|ousted|deposed|shadow|wanted|daily|weekly|monthly|early|elderly|friendly|only|worldwide|suspected|self-styled|dismissed)$/
/** Words that lead a sentence and no title. */
const NO_TITLE_START =
  /^(?:While|When|After|Before|However|Meanwhile|Then|Earlier|Later|Yesterday|Today|According|Like|Unlike|Although|Since|Because|But|And|So|Also|Speaking|Including|Additionally|Despite|Even|Here|There|Now|Once|Only|Still|Thus|Last|Next|Both|Another|One|Two|Three|Other|Some|Many|Most|Several|Such|Following|During|Mr|Mrs|Ms|Killed)$/
/** Verbs and the like that look as if they described whom they tell of. */
const NO_DESCRIPTION =
  /^(?:include|includes|told|names?|named|like|such|launching|hearing|including|joining|meeting|killing|telling|asking|visiting|calling|urging|accusing|facing|first|respectively|including|says|via|per|under|versus|because|plus|alongside|together|defeated|beat|beats|succeeds|replaces|saying|citing|quoting|sees|meets|asks|tells|urges|calls|became|hit|sued|sues|sacks|fires|picks|picked|chose|elects|married|called|killed)$/

/** "US Secretary of State John Kerry", "British aid worker David Haines", "news agency AFP": the title before a name. */
export function titlesBefore(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  name: NameSpan,
): RoleSpan[] {
  const listed = listHead(document, sentence, names, name)
  const end = pastHonorifics(document, sentence, listed ?? name.first)
  const first = titleStart(document, sentence, names, end)
  if (first >= end || (listed === null && !endsAsRole(document, end - 1, name))) return []
  const from =
    RELATION.test(wordAt(document, first - 1)) && first > sentence.first && first === end - 1 ? first - 1 : first
  return splitTitles(document, from, wordAt(document, end) === '(' ? end + 3 : end).map(([start, stop]) => ({
    first: start,
    last: stop,
    from: start,
    to: name.last,
  }))
}

/** "Iranian commander General X" gives two titles. */
function splitTitles(document: ReadText, first: number, end: number): [number, number][] {
  for (let at = first + 1; at < end; at++) {
    const [before, word] = [wordAt(document, at - 1), wordAt(document, at)]
    if (ROLE_NOUNS.has(before) && (RANKS.test(word) || (OFFICES.test(word) && !LEADS_TITLE.test(before))))
      return [
        [first, at],
        [at, end],
      ]
    // "party leader and Prime Minister"
    if (word === 'and' && ROLE_NOUNS.has(before) && OFFICES.test(wordAt(document, at + 1)))
      return [
        [first, at],
        [at + 1, end],
      ]
  }
  return [[first, end]]
}

function pastHonorifics(document: ReadText, sentence: Sentence, at: number): number {
  let end = at
  if (wordAt(document, end - 1) === ')' && wordAt(document, end - 3) === '(') end -= 3
  while (end > sentence.first && (HONORIFICS.has(wordAt(document, end - 1)) || isOpening(wordAt(document, end - 1))))
    end--
  return end
}

function isOpening(word: string): boolean {
  return /^["“]$/u.test(word)
}

/**
 * Where the words before a list of names end ("actors A, B and C", "firms including A and B") when a noun in the plural
 * heads it and the name is one of at least two; else null.
 */
function listHead(document: ReadText, sentence: Sentence, names: readonly NameSpan[], name: NameSpan): number | null {
  let first = name.first
  for (let steps = 0; steps < MAX_LISTED; steps++) {
    const at = pastBinder(document, first)
    const before = names[firstNameFrom(names, at) - 1]
    if (at === first || before?.last !== at || before.kind !== name.kind || before.first < sentence.first) break
    first = before.first
  }
  if (first === name.first && !isFollowedByAnother(document, names, name)) return null
  let end = first
  if (wordAt(document, end - 1) === 'as' && wordAt(document, end - 2) === 'such') end -= 2
  else if (/^(?:including|like|:)$/.test(wordAt(document, end - 1))) end--
  if (wordAt(document, end - 1) === ',') end--
  return isPluralHead(wordAt(document, end - 1)) ? end : null
}

/** Past ", and" before a name of a list. */
function pastBinder(document: ReadText, at: number): number {
  let end = at
  if (/^(?:and|&)$/.test(wordAt(document, end - 1))) end--
  if (wordAt(document, end - 1) === ',') end--
  return end
}

function isFollowedByAnother(document: ReadText, names: readonly NameSpan[], name: NameSpan): boolean {
  const next = names[firstNameFrom(names, name.last)]
  return next?.kind === name.kind && pastBinder(document, next.first) === name.last && next.first > name.last
}

function isPluralHead(word: string): boolean {
  return isPluralRole(word) || /^(?:firms|companies|agencies|parties|groups|members|newspapers|banks)$/.test(word)
}

function titleStart(document: ReadText, sentence: Sentence, names: readonly NameSpan[], end: number): number {
  let index = firstNameFrom(names, end) - 1
  const least = Math.max(sentence.first, end - MAX_TITLE_TOKENS)
  let first = end
  while (first > least) {
    const before = names[index]
    if (before?.last === first) {
      // A title takes in the whole name of a group ("Harvard Law School dean"), but nobody else's but its owner's.
      const isOwner = /^['’]s?$/.test(wordAt(document, first))
      if (before.kind === 'person' && !isOwner && (first !== end - 1 || before.last - before.first > 1)) break
      if (before.first < least) break
      first = before.first
      index--
    } else if (belongsToTitle(document, sentence, first - 1, end)) first--
    else break
    while ((names[index]?.last ?? -1) > first) index--
  }
  while (first < end && !startsTitle(document, sentence, first)) first++
  return first
}

function endsAsRole(document: ReadText, at: number, name: NameSpan): boolean {
  const word = wordAt(document, at)
  if (isHeadOf(word, name.kind)) return name.kind === 'group' ? !isCapital(word) : isRoleNoun(word)
  if (name.kind !== 'person') return false
  if (word === 'elect' && wordAt(document, at - 1) === '-') return true
  // "Secretary of State", "Minister of Defence", "Governor of Texas": the head stands before "of".
  for (let head = at; head >= at - 8; head--) {
    const binder = wordAt(document, head)
    if (/^(?:of|from|for|to)$/.test(binder) && isRoleNoun(wordAt(document, head - 1))) {
      return (
        isCapital(word) ||
        word === ')' ||
        /^(?:affairs|parliament|state|finance|defence|defense|staff|health)$/.test(word)
      )
    }
  }
  return false
}

function belongsToTitle(document: ReadText, sentence: Sentence, at: number, end: number): boolean {
  const word = wordAt(document, at)
  if (word === '-' || word === '/' || (word === '–' && isJoined(tokenAt(document, at), tokenAt(document, at + 1))))
    return true
  if (/^\d+$/.test(word)) return wordAt(document, at + 1) === '-' || /^(?:19|20)\d\d$/.test(word)
  if (word === "'s" || word === '’s')
    return (
      isCapital(wordAt(document, at - 1)) ||
      isOfOne(document, at - 1) ||
      /^(?:men|women|children|people)$/.test(wordAt(document, at - 1))
    )
  if (word === 'of' || word === 'from' || word === 'for' || word === 'to') return bindsComplement(document, at, end)
  if (word === 'the' || word === 'The') return /^(?:of|to|for)$/.test(wordAt(document, at - 1)) && at + 1 < end
  if (word === 'and') return bindsTitles(document, at)
  if (word === ',') return bindsRoles(document, at, end)
  // "Organisation of Islamic Cooperation (OIC) head", "Member of Parliament (MP)", "PG&E chief"
  if (word === ')') return wordAt(document, at - 2) === '('
  if (word === '(') return wordAt(document, at + 2) === ')'
  if (word === '&') return isJoined(tokenAt(document, at - 1), tokenAt(document, at))
  if (!/^\p{L}/u.test(word) || isDateWord(word)) return false
  if (isCapital(word)) return at > sentence.first || isTitleStart(document, at)
  if (DESCRIBES.test(word)) return true
  if (word !== 'in' && endsNounPhrase(word) && !/^(?:first|last|past|next|now|then|worldwide|daily)$/.test(word))
    return false
  if (/^(?:in|on|at|by|with|s)$/.test(word) || isSpeechVerb(word) || NO_DESCRIPTION.test(word)) return false
  // Before a capitalised title small words are the clause's, but for those that go with titles.
  if (at + 1 < end && isCapital(wordAt(document, at + 1)))
    return LEADS_TITLE.test(word) || ROLE_NOUNS.has(word) || DESCRIBES.test(word) || isAdjective(word)
  return ROLE_NOUNS.has(word) || !/(?:ed|ly)$/.test(word) || DESCRIBES.test(word) || isAfterHyphen(document, at)
}

/** "the county's", "the capital city's": whose office it is. */
function isOfOne(document: ReadText, at: number): boolean {
  return (
    [1, 2].some((step) => /^[Tt]he$/.test(wordAt(document, at - step))) && /^\p{Ll}{3,}$/u.test(wordAt(document, at))
  )
}

function isAdjective(word: string): boolean {
  return /^(?:regional|local|provincial|municipal|topmost|senior|junior|top)$/.test(word)
}

function isAfterHyphen(document: ReadText, at: number): boolean {
  return wordAt(document, at - 1) === '-' && isJoined(tokenAt(document, at - 1), tokenAt(document, at))
}

/** "Secretary of State" before a name, "Department of Transportation official", but not "brother of President". */
function bindsComplement(document: ReadText, at: number, end: number): boolean {
  const word = wordAt(document, at)
  const last = wordAt(document, end - 1)
  if (isRoleNoun(wordAt(document, at - 1))) {
    const binds = word === 'of' || word === 'from' || isCapital(wordAt(document, at - 1))
    const next = wordAt(document, at + 1)
    const another = hasAnd(document, at, end) && (isCapital(next) || next === 'the')
    return binds && (next === 'the' || !isHeadAtEnd(last) || (last === 'Justice' && at === end - 2) || another)
  }
  return word === 'of' && isCapital(wordAt(document, at - 1)) && isCapital(wordAt(document, at + 1))
}

/** What ends a title as its head, a person's or a group's. */
function isHeadAtEnd(word: string): boolean {
  return isRoleNoun(word) || isHeadOf(word, 'group')
}

function hasAnd(document: ReadText, at: number, end: number): boolean {
  for (let next = at; next < end; next++) if (wordAt(document, next) === 'and') return true
  return false
}

/** "agent and terrorism specialist", "Secretary of State and former Senator": one role after another. */
function bindsTitles(document: ReadText, at: number): boolean {
  const [before, after] = [wordAt(document, at - 1), wordAt(document, at + 1)]
  if (isRoleNoun(before) || (before === ',' && isRoleNoun(wordAt(document, at - 2)))) return true
  if (isCapital(before) && (LEADS_TITLE.test(after) || TITLES.has(after))) {
    for (let head = at - 2; head >= at - 5; head--) {
      if (/^(?:of|for)$/.test(wordAt(document, head)) && isRoleNoun(wordAt(document, head - 1))) return true
    }
  }
  // "civil and environmental engineering professor", "clinic and advocacy manager", "Road Transport and Bridges Minister"
  if (isRoleNoun(after) || (!isRoleNoun(wordAt(document, at + 2)) && !isRoleNoun(wordAt(document, at + 3))))
    return false
  if (isCapital(before) && isCapital(after)) return !GIVEN_NAMES.has(before)
  const plain = /^\p{Ll}/u.test(before) && /^\p{Ll}/u.test(after)
  return plain && (/(?:al|ic|ive|ary|ian|il)$/.test(before) || /^\p{Lu}{2,}$/u.test(wordAt(document, at - 2)))
}

/** "US singer, actor, and animal rights advocate": a comma between roles. */
function bindsRoles(document: ReadText, at: number, end: number): boolean {
  if (!hasAnd(document, at, end)) return false
  const goesOn = wordAt(document, at + 1) === 'and' || isRoleNoun(wordAt(document, at + 1))
  return goesOn && ROLE_NOUNS.has(wordAt(document, at - 1))
}

/** Whether a capital that begins a sentence may begin a title. */
function isTitleStart(document: ReadText, at: number): boolean {
  const word = wordAt(document, at)
  if (/^\p{Lu}{2,}$/u.test(word)) return true
  return (
    !NO_TITLE_START.test(word) &&
    !endsNounPhrase(word) &&
    (!/(?:ly|ing)$/.test(word) || word === 'Newly' || (/ing$/.test(word) && isRoleNoun(wordAt(document, at + 1))))
  )
}

/** A title begins with a role, a capital, or a word that describes one; not with an "of" left over or a verb. */
function startsTitle(document: ReadText, sentence: Sentence, at: number): boolean {
  const word = wordAt(document, at)
  if (/^(?:of|from|for|to|the|and|,|\(|\)|&|-|\/|'s|’s|two|three|four|five|six|seven|eight|nine|ten|other)$/.test(word))
    return false
  if (isCapital(word)) return at > sentence.first || isTitleStart(document, at)
  if (/^\d/.test(word)) return true
  if (
    /ing$/.test(word) &&
    !/^(?:acting|sitting|leading|incoming|outgoing|exiting|ruling|reigning|running|boxing|racing|standing|surviving|wrestling|sporting|marketing|building|engineering|advertising|banking|mining|pioneering|shipping|publishing|trading|manufacturing|broadcasting|lobbying|consulting|fighting|aspiring|founding|managing|presiding|sprinting|swimming|rowing|cycling|campaigning|training|teaching|nursing|visiting|serving|voting|housing|fishing|farming)$/.test(
      word,
    )
  )
    return false
  return /^\p{L}+$/u.test(word) && !NO_DESCRIPTION.test(word)
}
