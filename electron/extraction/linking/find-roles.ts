import type { FoundRole } from '#shared/domain/extraction.ts'
import { isCapital, isDateWord } from '../names/capitals.ts'
import { COMMON_WORDS } from '../names/lists/common-words.ts'
import { DEMONYMS } from '../names/lists/peoples.ts'
import { HONORIFICS, ROLE_NOUNS, TITLE_MODIFIERS, TITLES } from '../names/lists/titles.ts'
import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom } from '../names/names-in.ts'
import { isSpeechVerb } from '../quotations/speech-verbs.ts'
import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'

/** The longest role that is one: "one of the advisers of the Supreme Leader of the Islamic Republic of Iran". */
const MAX_ROLE_TOKENS = 18
/** A title before a name is shorter. */
const MAX_TITLE_TOKENS = 9

const DETERMINER = /^(?:a|an|the|his|her|their|its|one|former|then|A|An|The|His|Her|Their)$/
const RELATION = /^(?:his|her|their|His|Her|Their)$/
/** Words that no title in small letters holds. */
const BREAKS_TITLE =
  /^(?:a|an|the|his|her|their|its|this|that|these|those|by|in|on|at|with|from|to|as|for|and|or|but|who|which|when|where|while|if|than|said|says|told|was|is|were|are|be|been|has|had|have|will|would|by|after|before|when|including|also|about|against|between|among|over|under|into|not|no|s|’s|'s)$/
/** Words at which an apposition is over. */
const ENDS_APPOSITION =
  /^(?:who|which|that|said|says|told|was|is|were|are|has|had|have|will|would|;|:|\.|!|\?|\(|\)|—|–|"|“|”|wrote|died|announced|added|claimed|stated|where|when|but|while|whose)$/

/** What the text calls the person or group of one name, from the words just before and just after it. */
export function findRoles(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  name: NameSpan,
): FoundRole[] {
  const roles = [titleBefore(document, sentence, name), appositionAfter(document, sentence, names, name)]
  if (name.kind === 'person') roles.push(appositionBefore(document, sentence, name), copula(document, sentence, name))
  return roles.filter((role) => role !== null)
}

function role(document: ReadText, first: number, last: number, from: number, to: number): FoundRole {
  return {
    role: sliceTokens(document, first, last).replace(/\s+/g, ' '),
    start: tokenAt(document, from).start,
    end: tokenAt(document, to - 1).end,
  }
}

/** "US Secretary of State John Kerry", "British aid worker David Haines", "news agency AFP". */
function titleBefore(document: ReadText, sentence: Sentence, name: NameSpan): FoundRole | null {
  let end = name.first
  while (end > sentence.first && HONORIFICS.has(wordAt(document, end - 1))) end--
  let first = end
  while (
    first > Math.max(sentence.first, end - MAX_TITLE_TOKENS) &&
    belongsToTitle(document, sentence, first - 1, end)
  ) {
    first--
  }
  while (first < end && !startsTitle(document, sentence, first)) first++
  if (first >= end || !endsAsRole(document, end - 1, name)) return null
  if (RELATION.test(wordAt(document, first - 1)) && first > sentence.first && first === end - 1) first--
  return role(document, first, end, first, name.last)
}

function endsAsRole(document: ReadText, at: number, name: NameSpan): boolean {
  const word = wordAt(document, at)
  if (name.kind === 'group') {
    return /^(?:agency|firm|company|newspaper|broadcaster|party|charity|magazine|manufacturer|airline|channel|network)$/.test(
      word,
    )
  }
  if (name.kind === 'place') return false
  if (isRoleNoun(word)) return true
  // "Secretary of State", "Minister of Defence", "Governor of Texas": the head stands before "of".
  for (let head = at - 1; head >= at - 6; head--) {
    if (/^(?:of|from)$/.test(wordAt(document, head)) && isRoleNoun(wordAt(document, head - 1))) return isCapital(word)
  }
  return false
}

function belongsToTitle(document: ReadText, sentence: Sentence, at: number, end: number): boolean {
  const word = wordAt(document, at)
  if (word === '-' || word === '/') return true
  if (word === "'s" || word === '’s') return isCapital(wordAt(document, at - 1)) && at - 1 > sentence.first
  if (word === 'of' || word === 'from') return bindsComplement(document, at, end)
  if (word === 'the') return wordAt(document, at - 1) === 'of' && at + 1 < end
  if (word === 'and') return ROLE_NOUNS.has(wordAt(document, at - 1)) && ROLE_NOUNS.has(wordAt(document, at + 1))
  if (!/^\p{L}/u.test(word) || isDateWord(word)) return false
  if (isCapital(word)) return at > sentence.first || isTitleStart(word)
  if (BREAKS_TITLE.test(word) || isSpeechVerb(word)) return false
  // Before a capitalised title small words are the clause's, but for those that go with titles.
  if (isCapital(wordAt(document, at + 1))) return LEADS_TITLE.test(word) || ROLE_NOUNS.has(word)
  return ROLE_NOUNS.has(word) || !/(?:ed|ly)$/.test(word) || DESCRIBES.test(word)
}

/** A word for what someone is: listed, or made as such words are ("herpetologist", "Assemblywoman"). */
function isRoleNoun(word: string): boolean {
  return ROLE_NOUNS.has(word) || TITLES.has(word) || /^\p{L}{2,}(?:ologist|[^c]ist|woman)$/u.test(word)
}

/** "Secretary of State" before a name, "Department of Transportation official", but not "brother of President". */
function bindsComplement(document: ReadText, at: number, end: number): boolean {
  if (isRoleNoun(wordAt(document, at - 1))) return !isRoleNoun(wordAt(document, end - 1))
  return wordAt(document, at) === 'of' && isCapital(wordAt(document, at - 1)) && isCapital(wordAt(document, at + 1))
}

function isTitleStart(word: string): boolean {
  return (
    TITLES.has(word) ||
    DEMONYMS.has(word) ||
    TITLE_MODIFIERS.has(word) ||
    ROLE_NOUNS.has(word.toLowerCase()) ||
    !COMMON_WORDS.has(word.toLowerCase()) ||
    /^(?:Former|Prime|Vice|Deputy|Foreign|Supreme|Police|State|Interior|Defence|Defense|Lead|Senior|Chief|National|Company)$/.test(
      word,
    )
  )
}

/** Participles that describe a person rather than tell what was done, and words in -ly that are no adverbs of it. */
const DESCRIBES =
  /^(?:accredited|purported|convicted|retired|elected|renowned|disgraced|appointed|accused|alleged|unelected|armed|exiled|jailed|newly|family|supply)$/
const LEADS_TITLE =
  /^(?:former|then|acting|deputy|senior|vice|prime|foreign|chief|ex|lead|veteran|fellow|current|outgoing|incoming|late|interim|opposition|assistant|executive|incumbent|past|longtime)$/

/** A title begins with a role, a capital, or a word that describes one; not with an "of" left over or a verb. */
function startsTitle(document: ReadText, sentence: Sentence, at: number): boolean {
  const word = wordAt(document, at)
  if (/^(?:of|from|the|and|-|\/|'s|’s)$/.test(word)) return false
  if (isCapital(word)) return at > sentence.first || isTitleStart(word)
  if (ROLE_NOUNS.has(word)) return true
  if (LEADS_TITLE.test(word)) return true
  // "aid worker", "study co-author": one describing word, when the whole began with something that cannot.
  return (
    COMMON_WORDS.has(word) &&
    /^\p{L}+$/u.test(word) &&
    !/^(?:met|saw|told|said|killed|names|named|like|such)$/.test(word)
  )
}

/** "X, leader of Y," and "X, a fire service spokesman,". */
function appositionAfter(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  name: NameSpan,
): FoundRole | null {
  if (wordAt(document, name.last) !== ',' || name.kind === 'place') return null
  const first = name.last + 1
  if (/^(?:of|in|from|at|for|with|on|by|to)$/.test(wordAt(document, first))) return null
  const last = nounPhraseEnd(document, sentence, names, first)
  if (last <= first || !isRolePhrase(document, first, last, name.kind)) return null
  // What runs on into a verb or to the end of a list is no apposition: it has to be closed.
  if (!/^(?:[,.;:)—–-]|who|which|said|says|told|was|is|has|”|")$/.test(wordAt(document, last))) return null
  return role(document, first, last, name.first, last)
}

/** Where the noun phrase that begins at `first` ends: a comma, unless a place follows it ("South Bend, Indiana"). */
function nounPhraseEnd(document: ReadText, sentence: Sentence, names: readonly NameSpan[], first: number): number {
  for (let at = first; at < Math.min(first + MAX_ROLE_TOKENS, sentence.last); at++) {
    const word = wordAt(document, at)
    if (ENDS_APPOSITION.test(word)) return at
    if (word !== ',') continue
    const [city, state] = [endingAt(names, at), startingAt(names, at + 1)]
    if (city?.kind !== 'place' || state?.kind !== 'place') return at
    return state.last
  }
  return first
}

function endingAt(names: readonly NameSpan[], at: number): NameSpan | undefined {
  const index = firstNameFrom(names, at - 12)
  for (let near = index; near < names.length && (names[near]?.first ?? Infinity) < at; near++) {
    if (names[near]?.last === at) return names[near]
  }
  return undefined
}

function startingAt(names: readonly NameSpan[], at: number): NameSpan | undefined {
  const name = names[firstNameFrom(names, at)]
  return name?.first === at ? name : undefined
}

/** Whether a noun phrase says what someone is: its head, before the first preposition, is a role. */
function isRolePhrase(document: ReadText, first: number, last: number, kind: NameSpan['kind']): boolean {
  const heads = kind === 'person' ? ROLE_NOUNS : GROUP_NOUNS
  let determined = false
  for (let at = first; at < last; at++) {
    const word = wordAt(document, at)
    if (at === first && DETERMINER.test(word)) determined = true
    if (/^(?:of|for|at|in|from|on|with|to|by|and|than)$/.test(word) && at > first + (determined ? 1 : 0)) {
      return isRoleWord(wordAt(document, at - 1), heads, kind) || (word === 'of' && wordAt(document, first) === 'one')
    }
    if (/^(?:and|but|or|in|on|at|to|by|with|as|he|she|it|they|not)$/.test(word)) return false
  }
  return isRoleWord(wordAt(document, last - 1), heads, kind)
}

const GROUP_NOUNS: ReadonlySet<string> = new Set(
  'agency company firm party group charity organisation organization newspaper broadcaster bank movement coalition'.split(
    ' ',
  ),
)

function isRoleWord(word: string, heads: ReadonlySet<string>, kind: NameSpan['kind']): boolean {
  return (
    heads.has(word) ||
    heads.has(word.toLowerCase()) ||
    (kind === 'person' && (isRoleNoun(word) || heads.has(word.replace(/s$/, ''))))
  )
}

/** "The prime minister, Boris Johnson", "her father, Reginald". */
function appositionBefore(document: ReadText, sentence: Sentence, name: NameSpan): FoundRole | null {
  const comma = name.first - 1
  if (comma <= sentence.first || wordAt(document, comma) !== ',') return null
  if (!/^(?:[,.;:—–-]|said|says|told|was|is|has|who)$/.test(wordAt(document, name.last))) return null
  for (let first = comma - 1; first >= Math.max(sentence.first, comma - MAX_ROLE_TOKENS); first--) {
    const word = wordAt(document, first)
    if (/^[,.;:()"“”]$/u.test(word)) return null
    if (!/^(?:the|The|his|her|their|His|Her|Their|a|an|A|An|its|Its)$/.test(word)) continue
    if (/^(?:of|at|in|for|by|from|to|on|with)$/.test(wordAt(document, first - 1)) && !RELATION.test(word)) continue
    return isRolePhrase(document, first, comma, 'person') ? role(document, first, comma, first, name.last) : null
  }
  return null
}

/** "X is a Turkish national", "X was the president of Y". */
function copula(document: ReadText, sentence: Sentence, name: NameSpan): FoundRole | null {
  if (!/^(?:is|was|became)$/.test(wordAt(document, name.last))) return null
  const first = name.last + 1
  if (!/^(?:a|an|the|one)$/.test(wordAt(document, first))) return null
  let last = first
  while (last < Math.min(first + MAX_ROLE_TOKENS, sentence.last)) {
    const word = wordAt(document, last)
    if (ENDS_APPOSITION.test(word) || word === ',' || /^(?:and|to|when|in|after|by|on)$/.test(word)) break
    last++
  }
  return isRolePhrase(document, first, last, 'person') ? role(document, first, last, name.first, last) : null
}
