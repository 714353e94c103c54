import type { NameSpan } from '../names/name-span.ts'
import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { pastRelative, predicateFrom } from './appositions.ts'
import { isHeadOf, type RoleSpan } from './role-words.ts'

/** Verbs that put somebody into an office. */
const PUTS =
  /^(?:confirmed|appointed|reappointed|named|elected|re-elected|reelected|nominated|installed|inaugurated|chosen|picked|selected)$/
const HELPS =
  /^(?:is|was|has|had|been|be|being|will|would|to|set|due|also|now|still|then|later|first|formally|just|duly)$/
const MOST_HELPERS = 5

/**
 * "X was sworn in as prime minister", "X, who remains leader of Y", "X will become president of Z", "confirmed X as
 * secretary of state": the office that a verb says someone has or gets.
 */
export function toldOffice(document: ReadText, sentence: Sentence, name: NameSpan): RoleSpan | null {
  if (name.kind !== 'person') return null
  const first =
    givenBefore(document, sentence, name) ??
    officeStart(document, pastRelative(document, sentence, name.last)) ??
    officeStart(document, pastApposition(document, sentence, name.last))
  if (first === null || first >= sentence.last) return null
  const span = predicateFrom(document, sentence, name, first)
  return span && beginsAsOffice(document, span, name) ? span : null
}

const MOST_APPOSED = 12

/** Past "X, the former secretary of state,"; `at` itself where nothing stands between commas there. */
function pastApposition(document: ReadText, sentence: Sentence, at: number): number {
  if (wordAt(document, at) !== ',') return at
  for (let end = at + 1; end < Math.min(sentence.last, at + MOST_APPOSED); end++)
    if (wordAt(document, end) === ',') return end + 1
  return at
}

/** Past the verb that says an office comes next; null where none stands at `at`. */
function officeStart(document: ReadText, at: number): number | null {
  let verb = at
  while (HELPS.test(wordAt(document, verb)) && verb < at + MOST_HELPERS) verb++
  const [word, next, third] = [0, 1, 2].map((step) => wordAt(document, verb + step))
  if (/^(?:remains|remained|becomes|became|become)$/.test(word ?? '')) return verb + 1
  if (word === 'sworn' && next === 'in' && third === 'as') return verb + 3
  if (/^(?:takes|took|taken|take)$/.test(word ?? '') && /^(?:over|office)$/.test(next ?? '') && third === 'as')
    return verb + 3
  if (/^(?:serves|acts|returns|returned)$/.test(word ?? '') && next === 'as') return verb + 2
  if (!PUTS.test(word ?? '')) return null
  if (next === 'as') return verb + 2
  // "X named Y": only who was named has the office.
  return verb > at ? verb + 1 : null
}

/** "The Senate confirmed X as", an apposition between commas passed over. */
function givenBefore(document: ReadText, sentence: Sentence, name: NameSpan): number | null {
  let before = name.first - 1
  while (before > name.first - 4 && /^\p{Lu}/u.test(wordAt(document, before))) before--
  if (before < sentence.first || !PUTS.test(wordAt(document, before))) return null
  if (wordAt(document, name.last) === 'as') return name.last + 1
  if (wordAt(document, name.last) !== ',') return null
  for (let at = name.last + 1; at < Math.min(sentence.last, name.last + 10); at++)
    if (wordAt(document, at) === ',') return wordAt(document, at + 1) === 'as' ? at + 2 : null
  return null
}

const DETERMINER = /^(?:a|an|the|his|her|their|its)$/
const MOST_BARE = 4

/** A determiner, or a head within a few words: "became more careful with money" is no office. */
function beginsAsOffice(document: ReadText, span: RoleSpan, name: NameSpan): boolean {
  if (DETERMINER.test(wordAt(document, span.first))) return true
  for (let at = span.first; at < Math.min(span.last, span.first + MOST_BARE); at++)
    if (isHeadOf(wordAt(document, at), name.kind)) return true
  return false
}
