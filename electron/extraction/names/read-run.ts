import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { type CapitalRun, isCapital, isDateWord } from './capitals.ts'
import { COMMON_WORDS } from './lists/common-words.ts'
import { GIVEN_NAMES } from './lists/given-names.ts'
import { GROUP_ENDINGS, GROUP_HEADS, NOT_GROUPS } from './lists/organisations.ts'
import {
  BELIEVERS,
  DEMONYMS,
  FAITHS,
  GROUP_NOUNS_AFTER_PEOPLE,
  PARTISANS,
  PEOPLES,
  PEOPLES_AFTER_THE,
} from './lists/peoples.ts'
import { DIRECTIONS, PLACE_BEGINNINGS, PLACE_ENDINGS } from './lists/places.ts'
import { HONORIFICS, TITLES } from './lists/titles.ts'
import { findKnownName } from './name-lists.ts'
import type { NameSpan } from './name-span.ts'
import { looksLikePerson, readTitlePhrase } from './titles.ts'

/** What a run of capitals holds: names, and stretches that only the rest of the article can settle. */
export interface ReadRun {
  readonly names: readonly NameSpan[]
  readonly open: readonly CapitalRun[]
}

const SPEECH_VERB =
  /^(?:said|says|told|tells|added|adds|wrote|tweeted|argued|insisted|explained|replied|claimed|stated|warned|noted|recalled|announced|confirmed|denied|admitted|commented|remarked|asked|believes|thinks|who|whose)$/
const IN_PLACE =
  /^(?:in|at|near|from|outside|around|across|throughout|toward|towards|into|inside|via|reach|reached|leaving|visit|visited|visiting)$/
/** Words that begin the name of a group or place although they are common in small letters. */
const BEGINS_NAMES =
  /^(?:National|International|Royal|United|Federal|New|North|South|East|West|Northern|Southern|Eastern|Western|Central|Great|General|Supreme|High|World|Free|Democratic|People|State|Social|Liberal|Public|Old|Green|Red|White|Black|Grand|House|Prime|Foreign|Vice|Chief)$/
/** Words that begin the names of storms, operations and parts of texts, which are no people, groups or places. */
const EVENT =
  /^(?:Hurricane|Typhoon|Cyclone|Storm|Tropical|Operation|Treaty|Article|Chapter|Section|Figure|Photo|Image|Video)$/
/** Nouns before a name that say what it names. */
const PLACE_NOUN =
  /^(?:town|city|village|province|district|county|island|region|state|suburb|municipality|neighbourhood|neighborhood|port|capital|hamlet|prefecture)$/
const GROUP_NOUN =
  /^(?:company|firm|group|newspaper|agency|platform|network|channel|broadcaster|magazine|party|militia|organisation|organization|charity|website|site|manufacturer|airline|bank|band|club|daily|operator|retailer|maker|startup|journal)$/
const DEICTIC =
  /^(?:The|A|An|This|That|These|Those|His|Her|Their|Its|Our|My|Your|In|On|At|By|For|From|With|And|But|Or|If|When|While|As|After|Before|Since|Until|Under|Over|Of|To|It|He|She|They|We|You|I|Is|Are|Was|Were|No|Not|Yes|What|Who|How|Why|Where|There|Here|So|Then|Now|Also|Both|All|Some|Many|Most|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|However|Meanwhile|Although|Though|Because|Despite|During|Following|According|Among|Between|Another|Other|Only|Even|Last|Next|Earlier|Later|Former|Each|Every|Several|About|Nearly|Around|Within|Without|Against|Like|Let|Do|Did|Does|Have|Has|Had|Will|Would|Can|Could|Should|May|Might|Must)$/

/** Reads one run of capitalised words by rules: titles, lists, cue words, then what stands around it. */
export function readRun(document: ReadText, run: CapitalRun, sentence: Sentence): ReadRun {
  const first = skipOpening(document, run, sentence)
  if (first >= run.last) return NOTHING
  return (
    readKnown(document, first, run.last) ??
    readPeople(document, first, run.last) ??
    readTitled(document, first, run.last, sentence) ??
    readByCue(document, first, run.last) ??
    readStartingKnown(document, first, run.last, sentence) ??
    readPerson(document, first, run.last, sentence) ??
    readAround(document, first, run.last, sentence)
  )
}

const NOTHING: ReadRun = { names: [], open: [] }

function found(
  first: number,
  last: number,
  kind: NameSpan['kind'],
  detail: string | null,
  confidence: number,
): ReadRun {
  return { names: [{ first, last, kind, detail, confidence }], open: [] }
}

function opened(first: number, last: number): ReadRun {
  return { names: [], open: [{ first, last }] }
}

/** Past words that have their capital from the beginning of a sentence, or that begin no name. */
function skipOpening(document: ReadText, run: CapitalRun, sentence: Sentence): number {
  let at = run.first
  while (at < run.last) {
    const word = wordAt(document, at)
    const known = findKnownName(document, at, run.last)
    if (known !== null && (known.length > 1 || !DEICTIC.test(word))) return at
    if (GIVEN_NAMES.has(word) && isCapital(wordAt(document, at + 1)) && at + 1 < run.last) return at
    const starts = at === sentence.first || /^["“‘'(:—–•]$/u.test(wordAt(document, at - 1))
    if (!DEICTIC.test(word) && !(starts && isCommon(document, at, run.last))) return at
    if (wordAt(document, at + 1) === '-') return run.last
    at++
  }
  return at
}

/** Whether the capital of a sentence's first word is likely only that. */
function isCommon(document: ReadText, at: number, limit: number): boolean {
  const word = wordAt(document, at)
  const small = word.toLowerCase()
  if (TITLES.has(word) || HONORIFICS.has(word)) return at + 1 >= limit
  if (/^\p{Lu}{2,}$/u.test(word)) return false
  const followed = at + 1 < limit
  if (followed && (GIVEN_NAMES.has(word) || BEGINS_NAMES.test(word) || GROUP_HEADS.has(word))) return false
  return COMMON_WORDS.has(small) || document.smallWords.has(small) || (/ly$|ing$/.test(small) && !followed)
}

function readKnown(document: ReadText, first: number, last: number): ReadRun | null {
  const known = findKnownName(document, first, last)
  if (known?.length !== last - first) return null
  return found(first, last, known.kind, known.detail, known.length > 1 ? 0.97 : 0.93)
}

/** Peoples and faiths: "the Americans", "Sunni Muslims", "Kurdish Peshmerga", "Arab states". */
function readPeople(document: ReadText, first: number, last: number): ReadRun | null {
  const word = wordAt(document, last - 1)
  const next = wordAt(document, last)
  const adjectives = spanOfAdjectives(document, first, last)
  const detail = BELIEVERS.has(word) || FAITHS.has(word) ? 'faith' : 'people'
  if (adjectives === last - 1 && (PEOPLES.has(word) || BELIEVERS.has(word) || PARTISANS.has(word))) {
    return found(first, last, 'group', PARTISANS.has(word) ? 'party members' : detail, 0.9)
  }
  if (adjectives === last - 1 && first < last - 1 && GROUP_NOUNS_AFTER_PEOPLE.has(word)) {
    return found(first, last, 'group', 'people', 0.85)
  }
  if (adjectives !== last) return null
  if (GROUP_NOUNS_AFTER_PEOPLE.has(next) && word === 'Arab') return found(first, last + 1, 'group', 'people', 0.7)
  if (last - first === 1 && namesPeople(document, first)) return found(first, last, 'group', detail, 0.75)
  return NOTHING
}

function spanOfAdjectives(document: ReadText, first: number, last: number): number {
  let at = first
  while (at < last && (DEMONYMS.has(wordAt(document, at)) || FAITHS.has(wordAt(document, at)))) at++
  return at
}

/** "the British and", "between Shia and Sunni Muslims": an adjective that no noun follows. */
function namesPeople(document: ReadText, at: number): boolean {
  const next = wordAt(document, at + 1)
  const afterThe = /^[Tt]he$/.test(wordAt(document, at - 1)) && PEOPLES_AFTER_THE.has(wordAt(document, at))
  if (afterThe)
    return /^(?:and|have|had|are|were|will|would|want|say|said|to|in|on|who|as|tore|took|gave|went|came|fought|left|lost|made|began|,|\.|\p{Ll}+ed)$/u.test(
      next,
    )
  const beforeFaith = next === 'and' && FAITHS.has(wordAt(document, at)) && BELIEVERS.has(wordAt(document, at + 3))
  return beforeFaith || (FAITHS.has(wordAt(document, at)) && wordAt(document, at - 1) === 'and' && next === '.')
}

/** A title and who bears it: "US Secretary of State John Kerry", "Mr Kerry". */
function readTitled(document: ReadText, first: number, last: number, sentence: Sentence): ReadRun | null {
  const office = readOffice(document, first, last, sentence)
  if (office !== null) return office
  if (endsAsGroup(document, first, last)) return null
  const title = readTitlePhrase(document, first, last)
  if (title === null) return null
  if (title.last >= last) return { names: title.names, open: [] }
  const rest = readKnown(document, title.last, last)
  const alone = title.last === last - 1
  const honorific = HONORIFICS.has(wordAt(document, title.last - 1))
  if (rest !== null && !honorific && !alone) return { names: [...title.names, ...rest.names], open: [] }
  if (looksLikePerson(document, title.last, last) && (honorific || !isTheThing(document, title.last, last))) {
    const confidence = honorific ? 0.97 : GIVEN_NAMES.has(wordAt(document, title.last)) ? 0.97 : 0.88
    const person: NameSpan = { first: title.last, last, kind: 'person', detail: null, confidence }
    return { names: [...title.names, person], open: [] }
  }
  const after = readRun(document, { first: title.last, last }, sentence)
  return { names: [...title.names, ...after.names], open: after.open }
}

/** "President of the European Council" names the group that the office belongs to. */
function readOffice(document: ReadText, first: number, last: number, sentence: Sentence): ReadRun | null {
  if (!TITLES.has(wordAt(document, first)) || wordAt(document, first + 1) !== 'of') return null
  const from = wordAt(document, first + 2) === 'the' ? first + 3 : first + 2
  if (from >= last || !endsAsGroup(document, from, last)) return null
  return readRun(document, { first: from, last }, sentence)
}

/** After a title, common words name an office and no one: "President of the Royal Society", "Chief Medical Officer". */
function isTheThing(document: ReadText, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const word = wordAt(document, at)
    if (isCapital(word) && !COMMON_WORDS.has(word.toLowerCase())) return false
  }
  return true
}

/** Whether the run names a group by its last word or by its head before "of". */
function endsAsGroup(document: ReadText, first: number, last: number): boolean {
  if (last - first < 2) return false
  if (GROUP_ENDINGS.has(wordAt(document, last - 1)) || wordAt(document, last - 1) === 'party') return true
  const known = findKnownName(document, first, last)
  const start = known !== null && isCapital(wordAt(document, first + known.length)) ? first + known.length : first
  for (let at = start; at < last - 1; at++) {
    const next = wordAt(document, at + 1)
    if (GROUP_HEADS.has(wordAt(document, at)) && (next === 'of' || next === 'for')) return true
  }
  return false
}

function readByCue(document: ReadText, first: number, last: number): ReadRun | null {
  if (endsAsGroup(document, first, last)) return found(first, last, 'group', 'organisation', 0.85)
  if (last - first < 2) return null
  if (PLACE_ENDINGS.has(wordAt(document, last - 1))) return found(first, last, 'place', null, 0.8)
  const known = findKnownName(document, first + 1, last)
  if (DIRECTIONS.has(wordAt(document, first)) && known?.length === last - first - 1 && known.kind === 'place') {
    return found(first, last, 'place', 'region', 0.88)
  }
  if (PLACE_BEGINNINGS.has(wordAt(document, first))) return found(first, last, 'place', null, 0.65)
  return null
}

/** A known name and more: "UN Special Envoy", "BBC Persian". A place before other words is seldom meant itself. */
function readStartingKnown(document: ReadText, first: number, last: number, sentence: Sentence): ReadRun | null {
  const known = findKnownName(document, first, last)
  if (known === null) return DEMONYMS.has(wordAt(document, first)) ? readAfter(document, first, last, sentence) : null
  if (GIVEN_NAMES.has(wordAt(document, first)) && known.length === 1) return null
  const rest = first + known.length
  if (known.kind === 'place' && isTeam(document, rest, last)) return found(first, last, 'group', 'organisation', 0.8)
  if (wordAt(document, rest) === '-' && findKnownName(document, rest + 1, last) === null) return opened(first, last)
  const after = readRun(document, { first: wordAt(document, rest) === '-' ? rest + 1 : rest, last }, sentence)
  if (known.kind === 'place' && after.names.length === 0) return opened(first, last)
  const name: NameSpan = { first, last: rest, kind: known.kind, detail: known.detail, confidence: 0.75 }
  return { names: [name, ...after.names], open: after.open }
}

/** "Los Angeles Lakers": a place, then one word in the plural. */
function isTeam(document: ReadText, at: number, last: number): boolean {
  const word = wordAt(document, at)
  return at === last - 1 && /^\p{Lu}\p{Ll}+[^s]s$/u.test(word) && !PEOPLES.has(word) && !PLACE_ENDINGS.has(word)
}

function readAfter(document: ReadText, first: number, last: number, sentence: Sentence): ReadRun {
  const after = readRun(document, { first: first + 1, last }, sentence)
  const person = after.names[0]
  return person?.kind === 'person' && person.last === last ? after : opened(first, last)
}

function readPerson(document: ReadText, first: number, last: number, sentence: Sentence): ReadRun | null {
  if (last - first < 2 || !looksLikePerson(document, first, last)) return null
  const given = wordAt(document, first)
  if (GIVEN_NAMES.has(given)) {
    const surname = wordAt(document, last - 1)
    const common = COMMON_WORDS.has(surname.toLowerCase()) || DEMONYMS.has(surname)
    return found(first, last, 'person', null, last - first > 5 ? 0.6 : common ? 0.7 : 0.93)
  }
  if (/^\p{Lu}\.$/u.test(given) || /^\p{Lu}\.$/u.test(wordAt(document, first + 1))) {
    return found(first, last, 'person', null, 0.85)
  }
  return SPEECH_VERB.test(wordAt(document, last)) && last - first <= 4 && last < sentence.last
    ? found(first, last, 'person', null, 0.8)
    : null
}

/** What the words around say of a name that no list knows. */
function readAround(document: ReadText, first: number, last: number, sentence: Sentence): ReadRun {
  const before = first > sentence.first ? wordAt(document, first - 1) : ''
  const after = last < sentence.last ? wordAt(document, last) : ''
  const length = last - first
  const word = wordAt(document, first)
  if (EVENT.test(word)) return NOTHING
  if (length === 3 && isInitials(document, first, last)) return found(first, last, 'group', 'organisation', 0.8)
  if (length === 1 && (NOT_GROUPS.has(word) || (/\d/.test(word) && /^\p{Lu}+\d/u.test(word)))) return NOTHING
  if (length === 1 && /^\p{Lu}[\p{Lu}&]{1,6}$/u.test(word)) return found(first, last, 'group', 'organisation', 0.65)
  if (isAged(document, last) && looksLikePerson(document, first, last)) return found(first, last, 'person', null, 0.85)
  if (!hasUncommon(document, first, last)) return length > 1 ? opened(first, last) : NOTHING
  const cue = before === 'of' ? wordAt(document, first - 2) : before
  if (PLACE_NOUN.test(cue) && length <= 3) return found(first, last, 'place', null, 0.8)
  if (GROUP_NOUN.test(before)) return found(first, last, 'group', 'organisation', 0.75)
  if (isInPlaceList(document, first, last)) return found(first, last, 'place', 'city', 0.8)
  if (IN_PLACE.test(before) && length <= 3) return found(first, last, 'place', null, 0.6)
  if (/^[Tt]he$/.test(before)) return opened(first, last)
  if (length >= 2 && length <= 4 && looksLikePerson(document, first, last) && allUncommon(document, first, last)) {
    return found(first, last, 'person', null, 0.62)
  }
  if (length === 1 && after === ',' && wordAt(document, last + 1) === 'who')
    return found(first, last, 'person', null, 0.7)
  if (length === 1 && SPEECH_VERB.test(after) && after !== 'who') return found(first, last, 'person', null, 0.5)
  return opened(first, last)
}

function isInitials(document: ReadText, first: number, last: number): boolean {
  return /^\p{Lu}+ ?& ?\p{Lu}+$/u.test(sliceTokens(document, first, last))
}

/** ", 34," and "(34)" after a name, and "aged 34". */
function isAged(document: ReadText, last: number): boolean {
  if (wordAt(document, last) === 'aged') return true
  if (!/^[,(]$/.test(wordAt(document, last)) || !/^\d{1,2}$/.test(wordAt(document, last + 1))) return false
  return /^[,).]$/.test(wordAt(document, last + 2))
}

/** "Marksville, Louisiana": a place known by heart follows after a comma. */
function isInPlaceList(document: ReadText, first: number, last: number): boolean {
  if (wordAt(document, last) !== ',' || !/^(?:in|at|near|from|of|to|outside|,)$/.test(wordAt(document, first - 1))) {
    return false
  }
  const known = findKnownName(document, last + 1, last + 4)
  return known?.kind === 'place' && tokenAt(document, last + 1).start > tokenAt(document, last).end
}

function hasUncommon(document: ReadText, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const small = wordAt(document, at).toLowerCase()
    if (isCapital(wordAt(document, at)) && !COMMON_WORDS.has(small) && !document.smallWords.has(small)) return true
  }
  return false
}

function allUncommon(document: ReadText, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const word = wordAt(document, at)
    if (isCapital(word) && (COMMON_WORDS.has(word.toLowerCase()) || isDateWord(word))) return false
  }
  return true
}
