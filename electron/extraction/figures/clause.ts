import { isDateWord } from '../names/capitals.ts'
import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { endsNounPhrase, type NounPhrase, phraseText } from './noun-phrase.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words that stand between what is measured and its figure: "winds OF", "the sentence IS NOW", "coverage HAD RISEN TO". */
const LINKS = words(`
  of at to is was were are be been being in within by from : reached reaches reach hit hits stood stands stand totalled totaled
  totalling totaling averaged averages equals exceeded exceeds exceed surpassed surpasses topped rose risen rises rising fell
  fallen falls falling dropped drops grew grown grows jumped climbed increased decreased declined worth remains remained reaching
  lasted lasts last has had have measuring measured measures costing valued estimated set recorded covers covered
`)
const AUXILIARIES = words(`
  is was were are be been being has had have having will would could can may might must should to not n't now currently still
  then also already only just about nearly almost expected forecast said believed thought due likely estimated reportedly
  approximately roughly around over some up down
`)
const MOVES = words(`
  rose rise rises risen rising fell fall falls fallen falling drop drops dropped dropping grew grow grows grown growing jump
  jumped jumps climb climbed climbs increase increased increases decrease decreased decreases decline declined declines
  lasted lasting stood stand stands reach reached reaches hit hits set sets put puts sat stays stayed remain remained remains carry carries
  carried total totals totalled averages ran runs cost costs lasts came comes brings brought raising raise raised cut
`)
const PREPOSITION =
  /^(?:of|in|for|on|with|from|at|by|among|to|against|under|between|after|during|per|across|about|over)$/
const PRONOUN =
  /^(?:it|he|she|they|we|you|I|this|that|these|those|which|who|there|one|It|He|She|They|We|This|That|There)$/
/** Nouns that only say that something is counted; what is counted follows their "of". */
const COUNTERS =
  /^(?:number|numbers|total|amount|sum|count|percentage|proportion|share|rate|level|volume|range|maximum|minimum|average|majority|plurality|distance|figure|estimate|record|tally)$/
const MAX_SKIPPED = 9
const MAX_BACK_TOKENS = 5

/** What a clause says of a figure before it comes: its noun phrase, or only its verb. */
export interface Before {
  readonly noun: string | null
  /** The participle or verb nearest to the figure, such as "extended" or "trapped". */
  readonly verb: string | null
}

/**
 * What stands before a figure at token `at` and is measured by it: "winds of", "a fine set at", "number of deaths is".
 * Null without a word that ties the two.
 */
export function findBefore(document: ReadText, sentence: Sentence, at: number): Before | null {
  const link = wordAt(document, at - 1).toLowerCase()
  if (!LINKS.has(link)) return null
  let end = at
  let verb: string | null = null
  const bound = Math.max(sentence.first, at - MAX_SKIPPED)
  while (end > bound && isSkippable(document, end - 1)) {
    const word = wordAt(document, end - 1)
    if (verb === null && isContentVerb(word)) verb = word
    end--
  }
  const direct = end === at - 1 && link === 'of'
  return { noun: nounEndingAt(document, sentence, end, direct), verb }
}

/**
 * The noun phrase that ends before token `end`; null for a pronoun. It is the head of what prepositions bind: "contract"
 * for "the contract with Boeing", unless it is `direct`ly tied to its figure ("subject to a payout of").
 */
export function nounEndingAt(document: ReadText, sentence: Sentence, end: number, direct = false): string | null {
  let phrase = phraseEndingAt(document, sentence, end)
  if (phrase === null) return null
  for (let steps = 0; steps < 3; steps++) {
    if (
      direct &&
      (steps > 0 ||
        !COUNTERS.test(wordAt(document, phrase.last - 1)) ||
        wordAt(document, phrase.last - 1) === 'distance')
    )
      break
    const determined = skipDeterminers(document, sentence, phrase.first)
    // "the fine for breaking this law"
    const before = /^\p{Ll}{3,}ing$/u.test(wordAt(document, determined - 1)) ? determined - 1 : determined
    const preposition = wordAt(document, before - 1)
    if (!PREPOSITION.test(preposition) || before - 1 <= sentence.first) break
    const head = phraseEndingAt(document, sentence, before - 1)
    if (head === null) break
    const counts = COUNTERS.test(wordAt(document, head.last - 1))
    phrase = preposition === 'of' && (counts || isShort(head, phrase)) ? { first: head.first, last: phrase.last } : head
  }
  const text = phraseText(document, phrase, sentence.first)
  return PRONOUN.test(text) || /^\P{L}*$/u.test(text) ? null : text
}

/** The noun phrase of which the verbs before token `end` tell: "reconstruction" before "will cost"; or null. */
export function subjectBefore(document: ReadText, sentence: Sentence, end: number): string | null {
  let at = end
  const bound = Math.max(sentence.first, end - MAX_SKIPPED)
  while (at > bound && isSkippable(document, at - 1)) at--
  return nounEndingAt(document, sentence, at)
}

/** A verb other than those of being, having and moving. */
export function isContentVerb(word: string): boolean {
  return /^\p{Ll}{2,}(?:ed|ing)$/u.test(word) && !AUXILIARIES.has(word) && !MOVES.has(word)
}

function isShort(head: NounPhrase, phrase: NounPhrase): boolean {
  return head.last - head.first <= 2 && phrase.last - phrase.first <= 2
}

function isSkippable(document: ReadText, at: number): boolean {
  const word = wordAt(document, at)
  if (LINKS.has(word) || AUXILIARIES.has(word) || MOVES.has(word)) return true
  if (/^(?:yesterday|today|by|least|least)$/.test(word)) return true
  return /^\p{Ll}{2,}(?:ed|ly)$/u.test(word) && !/^(?:speed|seed|need|family|supply|bleed|breed)$/.test(word)
}

function skipDeterminers(document: ReadText, sentence: Sentence, at: number): number {
  let first = at
  while (
    first > sentence.first &&
    first > at - 2 &&
    /^(?:the|a|an|its|his|her|their|this|that|these|those|our|my|all|each|every|The|A|An|Its|His|Her|Their)$/.test(
      wordAt(document, first - 1),
    )
  )
    first--
  return first
}

function phraseEndingAt(document: ReadText, sentence: Sentence, end: number): NounPhrase | null {
  let first = end
  const bound = Math.max(sentence.first, end - MAX_BACK_TOKENS)
  while (first > bound && belongs(document, first - 1)) first--
  while (first < end && !/^\p{L}/u.test(wordAt(document, first))) first++
  if (first === end || PRONOUN.test(wordAt(document, end - 1))) return null
  return { first, last: end }
}

function belongs(document: ReadText, at: number): boolean {
  const word = wordAt(document, at)
  if (word === '-') return true
  if (!/^\p{L}/u.test(word) || isDateWord(word)) return false
  return !endsNounPhrase(word) || word === 'lives'
}
