import type { FoundQuotation } from '#shared/domain/extraction.ts'
import type { NameSpan } from '../names/name-span.ts'
import { namesIn } from '../names/names-in.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { isSpeechVerb } from './speech-verbs.ts'

/** Words in quotation marks: tokens `first` to `last` (excluded), the marks left out. */
interface QuotedSpan {
  readonly first: number
  readonly last: number
}

/** A name that can speak, with the entity it belongs to. */
export interface SpeakerName extends NameSpan {
  readonly entity: number
}

/** How far from its quotation a speaker is looked for, in tokens. */
const REACH = 30
/** What begins with these goes on with the sentence, and names nobody who speaks. */
const NO_SUBJECT = /^(?:by|of|in|at|with|for|about|to|on|as|from|and|that|but|or|when|while|after|before|if)$/
/** How far back a pronoun looks for whom it means, in tokens. */
const PRONOUN_REACH = 120
/** A quotation that never closes is given up after so many tokens. */
const MAX_QUOTED_TOKENS = 600

/** Every quotation that the text ties to a speaker, by start. `names` by start. Linear in the length of the text. */
export function findQuotations(document: ReadText, names: readonly SpeakerName[]): FoundQuotation[] {
  const found: FoundQuotation[] = []
  let speaker: number | null = null
  for (const block of blocksOf(document)) {
    let previous: QuotedSpan | null = null
    const opensWithSpeech = /^["“]$/u.test(wordAt(document, block.first))
    for (const quoted of findQuotedSpans(document, block)) {
      const tied = findSpeaker(document, block, quoted, names, speaker)
      const goesOn: boolean =
        tied === null && (previous === null ? opensWithSpeech && speaker !== null : continues(block, previous, quoted))
      previous = quoted
      if (tied === null && !goesOn) continue
      if (tied !== null) speaker = tied.entity
      const [start, end] = [tokenAt(document, quoted.first).start, tokenAt(document, quoted.last - 1).end]
      found.push({ start, end, entity: tied === null ? speaker : tied.entity })
    }
  }
  return found
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

/** Pairs of double quotation marks, curly or straight, inside one block. */
function findQuotedSpans(document: ReadText, block: Sentence): QuotedSpan[] {
  const spans: QuotedSpan[] = []
  let open = -1
  for (let at = block.first; at < block.last; at++) {
    const word = wordAt(document, at)
    if (word === '“' || (word === '"' && open < 0)) open = at + 1
    else if ((word === '”' || word === '"') && open >= 0) {
      if (at > open && at - open < MAX_QUOTED_TOKENS) spans.push({ first: open, last: at })
      open = -1
    }
  }
  // A speech over several paragraphs closes only in its last one.
  if (open >= 0 && open === block.first + 1 && block.last > open && block.last - open < MAX_QUOTED_TOKENS) {
    spans.push({ first: open, last: block.last })
  }
  return spans
}

/** A second piece of speech after `he said.`: it begins with a capital, and only a short clause stands between. */
function continues(block: Sentence, previous: QuotedSpan, quoted: QuotedSpan): boolean {
  if (quoted.first - 1 - previous.last > REACH || previous.first < block.first) return false
  return quoted.last - quoted.first > 3
}

interface Speaker {
  readonly entity: number | null
}

/** Who says it, after it ("...," said X / X said) or before it (X said: "..."); null when nobody is said to. */
function findSpeaker(
  document: ReadText,
  block: Sentence,
  quoted: QuotedSpan,
  names: readonly SpeakerName[],
  last: number | null,
): Speaker | null {
  return speakerAfter(document, block, quoted, names, last) ?? speakerBefore(document, block, quoted, names, last)
}

function speakerAfter(
  document: ReadText,
  block: Sentence,
  quoted: QuotedSpan,
  names: readonly SpeakerName[],
  last: number | null,
): Speaker | null {
  const closing = wordAt(document, quoted.last - 1)
  // A full stop inside the marks ends the sentence: what follows speaks of something else.
  if (closing === '.') return null
  const from = wordAt(document, quoted.last + 1) === ',' ? quoted.last + 2 : quoted.last + 1
  const bound = Math.min(block.last, from + 14)
  for (let at = from; at < bound; at++) {
    const word = wordAt(document, at)
    if (/^[.;!?"“”]$/u.test(word)) return null
    if (!isSpeechVerb(word)) continue
    if (at - from > 6 || (at > from && NO_SUBJECT.test(wordAt(document, from)))) return null
    const before = nameIn(names, from, at, 'last')
    if (before !== null) return { entity: before.entity }
    if (isPronoun(wordAt(document, at - 1)) && at > from)
      return { entity: antecedent(document, names, quoted.first, last) }
    const after = nameIn(names, at + 1, Math.min(at + 10, bound + 6), 'person')
    if (after !== null) return { entity: after.entity }
    if (isPronoun(wordAt(document, at + 1))) return { entity: antecedent(document, names, quoted.first, last) }
    return { entity: null }
  }
  return null
}

function speakerBefore(
  document: ReadText,
  block: Sentence,
  quoted: QuotedSpan,
  names: readonly SpeakerName[],
  last: number | null,
): Speaker | null {
  const bound = Math.max(block.first, quoted.first - REACH)
  for (let at = quoted.first - 2; at >= bound; at--) {
    const word = wordAt(document, at)
    if (/^[.;!?]$/u.test(word)) return null
    if (!isSpeechVerb(word)) continue
    if (isPronoun(wordAt(document, at - 1)) || isPronoun(wordAt(document, at - 2))) {
      return { entity: antecedent(document, names, at, last) }
    }
    const start = clauseStart(document, block, at)
    const subject = nameIn(names, start, at, 'person')
    return { entity: subject?.entity ?? null }
  }
  return introducedBy(document, block, quoted, names)
}

/** "X spoke to the press: ...": a colon or comma right before the marks ties them to who leads the sentence. */
function introducedBy(
  document: ReadText,
  block: Sentence,
  quoted: QuotedSpan,
  names: readonly SpeakerName[],
): Speaker | null {
  if (!/^[:,]$/.test(wordAt(document, quoted.first - 2))) return null
  const subject = nameIn(names, clauseStart(document, block, quoted.first - 2), quoted.first - 2, 'person')
  return subject === null ? null : { entity: subject.entity }
}

function clauseStart(document: ReadText, block: Sentence, at: number): number {
  let start = at
  while (start > Math.max(block.first, at - REACH) && !/^[.;!?”]$/u.test(wordAt(document, start - 1))) start--
  return start
}

function isPronoun(word: string): boolean {
  return /^(?:he|she|they|He|She|They)$/.test(word)
}

/** "he": who spoke last, in marks or without; else the person named last. */
function antecedent(
  document: ReadText,
  names: readonly SpeakerName[],
  before: number,
  last: number | null,
): number | null {
  const people = namesIn(names, before - PRONOUN_REACH, before).filter((name) => name.kind === 'person')
  const spoke = people.findLast((name) => name.entity === last || isSpeechVerb(wordAt(document, name.last)))
  return (spoke ?? people.at(-1))?.entity ?? last
}

/** One name among the tokens: the last of them, or the last person before any other name. */
function nameIn(
  names: readonly SpeakerName[],
  first: number,
  last: number,
  which: 'last' | 'person',
): SpeakerName | null {
  const inside = namesIn(names, first, last).filter((name) => name.kind !== 'place')
  if (which === 'last') return inside.at(-1) ?? null
  return inside.find((name) => name.kind === 'person') ?? inside.at(0) ?? null
}
