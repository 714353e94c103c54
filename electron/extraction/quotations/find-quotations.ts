import type { FoundQuotation } from '#shared/domain/extraction.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { findQuotedSpans, isSpeech, type QuotedSpan } from './quoted-spans.ts'
import { isSpeechVerb } from './speech-verbs.ts'
import {
  antecedent,
  isPronoun,
  nearestSpeaker,
  nounSubject,
  type Speaker,
  type SpeakerName,
  subjectOf,
} from './subjects.ts'

/** How far from its quotation a speaker is looked for, in tokens. */
const REACH = 40
/** What begins with these goes on with the sentence, and names nobody who speaks. */
const NO_SUBJECT = /^(?:by|of|in|at|with|for|about|to|on|as|from|and|that|but|or|when|while|after|before|if)$/

/** Every quotation that the text ties to a speaker, by start. `names` by start. Linear in the length of the text. */
export function findQuotations(document: ReadText, names: readonly SpeakerName[]): FoundQuotation[] {
  const found: FoundQuotation[] = []
  let speaker: number | null = null
  const blocks = blocksOf(document).map((block) => ({ block, spans: findQuotedSpans(document, block) }))
  const telling = outside(
    names,
    blocks.flatMap(({ spans }) => spans),
  )
  for (const { block, spans } of blocks) {
    let previous: QuotedSpan | null = null
    const opensWithSpeech = /^["“]$/u.test(wordAt(document, block.first))
    for (const quoted of spans) {
      const place: Place = { document, block, quoted, names: telling, last: speaker }
      const tied: Speaker | null =
        speakerAfter(place) ??
        speakerBefore(place) ??
        (previous !== null && continues(block, previous, quoted) ? { entity: speaker } : null) ??
        speakerOfSentenceBefore(place) ??
        (opensWithSpeech && previous === null && speaker !== null && isSpeech(document, quoted)
          ? { entity: speaker }
          : null)
      previous = quoted
      if (tied === null) continue
      speaker = tied.entity
      found.push({
        start: tokenAt(document, quoted.first).start,
        end: tokenAt(document, quoted.last - 1).end,
        entity: tied.entity,
      })
    }
  }
  return found
}

/** The names that are not themselves in quotation marks: those tell, these are told of. Both lists are by start. */
function outside(names: readonly SpeakerName[], spans: readonly QuotedSpan[]): SpeakerName[] {
  let at = 0
  return names.filter((name) => {
    while ((spans[at]?.last ?? Infinity) <= name.first) at++
    return name.first < (spans[at]?.first ?? Infinity)
  })
}

/** A quotation where it stands. `last` is who spoke last. */
interface Place {
  readonly document: ReadText
  readonly block: Sentence
  readonly quoted: QuotedSpan
  readonly names: readonly SpeakerName[]
  readonly last: number | null
}

/** The sentences of each block as one stretch of tokens. */
function blocksOf(document: ReadText): Sentence[] {
  const blocks: Sentence[] = []
  for (const sentence of document.sentences) {
    const last = blocks.at(-1)
    if (last?.block === sentence.block) blocks[blocks.length - 1] = { ...last, end: sentence.end, last: sentence.last }
    else blocks.push(sentence)
  }
  return blocks
}

/** A second piece of speech after `he said.`: only a short clause stands between. */
function continues(block: Sentence, previous: QuotedSpan, quoted: QuotedSpan): boolean {
  if (quoted.first - 1 - previous.last > REACH || previous.first < block.first) return false
  return quoted.last - quoted.first > 3
}

/** "...," said X / X said / according to X. */
function speakerAfter(place: Place): Speaker | null {
  const { document, block, quoted, names, last } = place
  const from = wordAt(document, quoted.last + 1) === ',' ? quoted.last + 2 : quoted.last + 1
  // A full stop inside the marks ends the sentence: what follows speaks of something else, unless it goes on in small letters.
  if (wordAt(document, quoted.last - 1) === '.' && !goesOn(wordAt(document, from))) return null
  const bound = Math.min(block.last, from + 18)
  if (wordAt(document, from) === 'according' && wordAt(document, from + 1) === 'to') {
    // "X called it "..." according to Y": X has said it, Y has told of it.
    return speakerBefore(place, false) ?? nearestSpeaker(document, names, from + 2, bound) ?? { entity: null }
  }
  for (let at = from; at < bound; at++) {
    const word = wordAt(document, at)
    if (/^[.;!?"“”]$/u.test(word)) return null
    if (!isSpeechVerb(word)) continue
    if (at - from > 14 || (at > from && NO_SUBJECT.test(wordAt(document, from)))) return null
    if (at > from) return subjectOf(document, names, from, at, last) ?? { entity: null }
    if (isPronoun(wordAt(document, at + 1))) return { entity: antecedent(document, names, quoted.first, last) }
    const end = clauseEnd(document, at + 1, bound)
    const named = nearestSpeaker(document, names, at + 1, end)
    if (named !== null) return named
    // `"...", adding: "..."` goes on with who spoke before the marks.
    return /ing$/.test(word) ? null : (nounSubject(document, names, at + 1, end, last) ?? { entity: null })
  }
  return null
}

function goesOn(word: string): boolean {
  return /^\p{Ll}/u.test(word) && (isSpeechVerb(word) || isPronoun(word))
}

function clauseEnd(document: ReadText, from: number, bound: number): number {
  for (let at = from; at < bound; at++) if (/^[.;!?"“”]$/u.test(wordAt(document, at))) return at
  return bound
}

/** X said: "..."; X told Y he was "..."; according to X, "..." */
function speakerBefore(place: Place, evenWithoutVerb = true): Speaker | null {
  const { document, block, quoted, names, last } = place
  const start = clauseStart(document, block, quoted.first - 2)
  for (let at = quoted.first - 2; at >= start; at--) {
    const word = wordAt(document, at)
    if (/^(?:by|to)$/.test(word) && isSpeechVerb(wordAt(document, at - 1))) {
      const teller = word === 'by' ? nearestSpeaker(document, names, at + 1, quoted.first) : null
      if (teller !== null) return teller
    }
    if (/^to$/.test(word) && /^[Aa]ccording$/.test(wordAt(document, at - 1))) {
      return nearestSpeaker(document, names, at + 1, Math.min(quoted.first, at + 14)) ?? { entity: null }
    }
    if (isSpeechVerb(word) && !(at === start && /^(?:called|quoted)$/.test(word))) {
      return subjectOf(document, names, start, at, last) ?? verblessSubject(place, start) ?? { entity: null }
    }
  }
  if (!evenWithoutVerb) return null
  return isSpeech(document, quoted) || /^[:,]$/.test(wordAt(document, quoted.first - 2))
    ? verblessSubject(place, start)
    : null
}

/** "X spoke to the press: ...", "X thanked ...": who leads the sentence in which the marks stand. */
function verblessSubject({ document, quoted, names, last }: Place, start: number): Speaker | null {
  if (start >= quoted.first - 1) return null
  const word = wordAt(document, start)
  if (/^(?:He|She|They|he|she|they)$/.test(word)) return { entity: antecedent(document, names, start, last) }
  return subjectOf(document, names, start, quoted.first - 1, last)
}

/** Where the sentence began in which the token before the marks stands. */
function clauseStart(document: ReadText, block: Sentence, at: number): number {
  let start = at + 1
  while (start > Math.max(block.first, at - REACH) && !/^[.;!?]$/u.test(wordAt(document, start - 1))) {
    if (/^[”"]$/u.test(wordAt(document, start - 1)) && /^[.!?]$/u.test(wordAt(document, start - 2))) break
    start--
  }
  return start
}

/** `X broke the news. "It is being considered."`: whole sentences in marks belong to who leads the sentence before. */
function speakerOfSentenceBefore({ document, block, quoted, names, last }: Place): Speaker | null {
  const end = quoted.first - 2
  if (end <= block.first || !/^[.!?:”"]$/u.test(wordAt(document, end)) || !isSpeech(document, quoted)) return null
  const start = clauseStart(document, block, end - 1)
  if (start >= end) return null
  const word = wordAt(document, start)
  if (/^(?:He|She|They)$/.test(word)) return { entity: antecedent(document, names, start, last) }
  return subjectOf(document, names, start, end, last)
}
