import { isCapital } from '../names/capitals.ts'
import { type ReadText, sliceTokens, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { nounPhraseAt, phraseText } from './noun-phrase.ts'

/** What the words from a token on say, and the token after them. */
export interface After {
  readonly phrase: string
  readonly end: number
}

const AUXILIARY =
  /^(?:is|was|were|are|be|been|being|has|had|have|will|would|could|can|may|might|must|should|to|not|also|reportedly|now|still|already|subsequently|then|later|either|all|both|more|others?|who|that)$/
const PREDICATE_STARTS =
  /^(?:\p{Ll}+ed|dead|missing|aboard|in|on|from|against|out|alive|homeless|came|went|showed|fell|took|left|fled|died|lost|won|said|saw|made|found|held|sent|broke|voted|ill|sick|present|stranded|under|without|hurt|shot|beaten|taken|given|seen|known|driven|born|burnt|torn)$/u
const PLACING = /^(?:in|on|from|against|under|without)$/
const DIRECTION =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|northern|away|from|off|apart|above|below|outside|inland|offshore|deep|long|wide|high|tall|thick|inside|downstream|upstream|past|beyond|beneath|under)$/
const DIMENSIONS: Readonly<Record<string, string>> = {
  long: 'length',
  wide: 'width',
  high: 'height',
  tall: 'height',
  deep: 'depth',
  thick: 'thickness',
  heavy: 'weight',
}
const BREAKS = /^(?:and|but|while|when|which|who|as|after|before|since|where|because|that|said|says)$/
const MAX_PHRASE_TOKENS = 7

/** Past a bracket that says the same in another unit: "five feet (1.5 m) tusk". */
export function skipBracket(document: ReadText, sentence: Sentence, at: number): number {
  if (wordAt(document, at) !== '(') return at
  for (let end = at + 1; end < Math.min(sentence.last, at + 9); end++) {
    if (wordAt(document, end) === ')') return end + 1
  }
  return at
}

/** What is told of people or things that are only counted: "39 ARE CONFIRMED DEAD", "85% WERE IN FAVOUR". */
export function predicateAt(document: ReadText, sentence: Sentence, from: number): After | null {
  let first = from
  while (first < from + 5 && AUXILIARY.test(wordAt(document, first))) first++
  if (!PREDICATE_STARTS.test(wordAt(document, first)) || first >= sentence.last) return null
  // "40 in the north" tells where, "40 were in the north" what.
  if (first === from && PLACING.test(wordAt(document, first))) return null
  return untilBreak(document, sentence, first, 4)
}

/** "feet tall": as "height"; null for other words. */
export function dimensionAt(document: ReadText, from: number): string | null {
  return DIMENSIONS[wordAt(document, from)] ?? null
}

/** "north of the town", "from the border", "apart": as "distance north of the town". */
export function distanceAt(document: ReadText, sentence: Sentence, from: number): After | null {
  const word = wordAt(document, from)
  if (!DIRECTION.test(word)) return null
  const after = untilBreak(document, sentence, from, 4)
  return after === null ? null : { phrase: `distance ${after.phrase}`, end: after.end }
}

/** "in prison", "of rain", "on the Supreme Court": the noun phrase that a preposition brings. */
export function complementAt(document: ReadText, sentence: Sentence, from: number, prepositions: RegExp): After | null {
  if (!prepositions.test(wordAt(document, from))) return null
  let first = from + 1
  while (
    /^(?:the|its|their|his|her|all|these|those|this|our|a|an|total)$/.test(wordAt(document, first)) &&
    first < from + 4
  )
    first++
  if (wordAt(document, from) === 'in' && isWhereOrWhen(wordAt(document, first))) return null
  const phrase = nounPhraseAt(document, first, sentence.last, false)
  return phrase === null ? null : { phrase: phraseText(document, phrase), end: phrase.last }
}

/** "in Frankfurt", "in the spring": where or when, and nothing that is measured. */
function isWhereOrWhen(word: string): boolean {
  return isCapital(word) || WHEN.test(word)
}

const WHEN =
  /^(?:spring|summer|autumn|winter|year|month|week|quarter|decade|past|last|next|first|second|third|fourth|final|coming|morning|afternoon|evening|meantime|process)$/

/** The words up to the next sign or the next clause, at most `most` of them that are no small words. */
export function untilBreak(document: ReadText, sentence: Sentence, from: number, most: number): After | null {
  let at = from
  let contents = 0
  for (; at < Math.min(sentence.last, from + MAX_PHRASE_TOKENS) && contents < most; at++) {
    const word = wordAt(document, at)
    if (/^[^\p{L}\p{N}'’-]/u.test(word) || (at > from && BREAKS.test(word))) break
    if (!/^(?:the|a|an|of|in|on|at|to|for|from|by|with|its|his|her|their|['’]s)$/.test(word)) contents++
  }
  while (
    at > from &&
    /^(?:the|a|an|of|in|on|at|to|for|from|by|with|its|his|her|their|-)$/.test(wordAt(document, at - 1))
  )
    at--
  return at === from ? null : { phrase: sliceTokens(document, from, at).replace(/\s+/g, ' '), end: at }
}
