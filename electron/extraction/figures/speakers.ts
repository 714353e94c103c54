import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'

/** Tokens of the text that name somebody. */
export interface Named {
  readonly first: number
  readonly last: number
}

/** Verbs by which somebody states a figure. */
export const STATES =
  /^(?:said|says|told|estimates|estimated|reported|reports|announced|announces|stated|states|confirmed|added|claimed|claims|found|wrote|tweeted|revealed|noted|predicts|predicted|believes|recorded|warned|explained|put|indicated|counted|repeated|repeats|reiterated|insisted|insists|declared|acknowledged|admitted|conceded|maintained|argued|calculated)$/

/** Who can state a figure without a name: offices, forces, and people by what they do. */
const SPEAKS =
  /^(?:army|military|police|navy|troops|officials?|ministry|government|authorit(?:y|ies)|union|unions|company|hospitals?|doctors|medics|rescuers|witnesses|residents|agency|department|office|council|commission|committee|court|forces?|rebels|militants|insurgents|prosecutors?|investigators|spokes(?:man|woman|person)|bank|party|group|organi[sz]ation|charity|firefighters|researchers|scientists|experts|economists|analysts|organi[sz]ers|president|minister|governor|mayor|general|presidency|opposition|coalition|alliance|association|federation|institute|university|bureau|campaigners|activists|auditors|surveyors|operators?|owners?|monitors|observers|diplomats|lawyers|airline|regulator|watchdog|service|services|team|parliament|senate|cabinet|coastguard|guard)$/i
const OPENS = /^(?:the|a|an|its|their|his|her|our|local|one|some|several)$/i
const BEFORE_VERB = /^(?:has|have|had|also|later|then|earlier|now|themselves|itself|alone)$/
const MAX_WORDS = 4

/** "the army said", "officials have confirmed", "according to police": who states a figure and has no name; or null. */
export function unnamedSource(document: ReadText, from: number, to: number, near: number): Named | null {
  let best: { readonly named: Named; readonly far: number } | null = null
  for (let at = from; at < to; at++) {
    const named = STATES.test(wordAt(document, at))
      ? (endingBefore(document, from, at) ?? afterVerb(document, at, to))
      : wordAt(document, at) === 'to' && /^[Aa]ccording$/.test(wordAt(document, at - 1))
        ? startingAt(document, at + 1, to)
        : null
    const far = Math.abs(at - near)
    if (named && (best === null || far < best.far)) best = { named, far }
  }
  return best?.named ?? null
}

function endingBefore(document: ReadText, from: number, verb: number): Named | null {
  let last = verb
  while (last > from && BEFORE_VERB.test(wordAt(document, last - 1))) last--
  return SPEAKS.test(wordAt(document, last - 1)) ? { first: opening(document, from, last - 1), last } : null
}

/** "said police", "said the army". */
function afterVerb(document: ReadText, verb: number, to: number): Named | null {
  if (!/^said$/.test(wordAt(document, verb)) || !/^[,”"]$/u.test(wordAt(document, verb - 1))) return null
  return startingAt(document, verb + 1, to)
}

function startingAt(document: ReadText, at: number, to: number): Named | null {
  const first = OPENS.test(wordAt(document, at)) ? at + 1 : at
  for (let last = first; last < Math.min(to, first + MAX_WORDS) && /^[\p{L}-]/u.test(wordAt(document, last)); last++)
    if (SPEAKS.test(wordAt(document, last)) && !SPEAKS.test(wordAt(document, last + 1)))
      return { first, last: last + 1 }
  return null
}

/** The first word of the noun phrase whose head is at `head`, without its article. */
function opening(document: ReadText, from: number, head: number): number {
  let first = head
  while (first > from && head - first < MAX_WORDS - 1) {
    const word = wordAt(document, first - 1)
    if (OPENS.test(word) || !/^\p{L}/u.test(word) || NO_ADJECTIVE.test(word)) break
    first--
  }
  return first
}

const NO_ADJECTIVE =
  /^(?:and|but|or|while|as|when|after|before|that|which|who|in|on|at|of|for|to|by|from|with|is|was|were|are|be|been|said|says)$/i

/** The last token of the sentence that may still belong to a figure, and the first. */
export function reachAround(sentence: Sentence, first: number, last: number, reach: number): readonly [number, number] {
  return [Math.max(sentence.first, first - reach), Math.min(sentence.last, last + reach)]
}
