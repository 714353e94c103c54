import type { TextRange } from '#shared/domain/extraction.ts'
import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom, namesIn } from '../names/names-in.ts'
import { isSpeechVerb } from '../quotations/speech-verbs.ts'
import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import type { Quantity } from './read-quantity.ts'
import { type Named, reachAround, STATES, unnamedSource } from './speakers.ts'
import { placeOfHarm, type Topics } from './topics.ts'
import { TIME_UNITS } from './units.ts'

/** Who or what a figure is about, as of when, and who states it; each as in the text, or null. */
export interface Attribution {
  readonly subject: string | null
  readonly subjectAt: TextRange | null
  readonly asOf: string | null
  readonly saidBy: string | null
  readonly saidAt: TextRange | null
}

/** Where a figure stands. */
export interface Around {
  readonly document: ReadText
  readonly sentence: Sentence
  readonly names: readonly NameSpan[]
  readonly topics: Topics
}

/** Sentences longer than this are lists or no prose; looking no further keeps their figures linear. */
const REACH = 60
/** So many tokens may stand between a group and the person that it introduces, and in an apposition. */
const OFFICE_TOKENS = 7
const APPOSITION_TOKENS = 14
const DATES = new RegExp(
  [
    String.raw`\b(?:[Aa]s of|[Ss]ince|[Oo]n|[Ii]n|[Bb]y|[Dd]uring|[Uu]ntil|[Ff]rom|[Bb]etween) (?:late |early |mid-)?(?:(?:last|this) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?(?:,? \d{4})?|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|(?:1[89]|20)\d\d)(?: (?:morning|afternoon|evening|night))?(?!\d)`,
    String.raw`\b(?:[Aa]s of )?(?:[Yy]esterday|[Tt]oday|[Tt]onight)(?: (?:morning|afternoon|evening))?\b`,
    String.raw`\b(?:[Ll]ast|[Tt]his) (?:week|month|year|weekend|spring|summer|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b`,
    String.raw`\b(?:[Ss]o far(?: this year)?|[Uu]ntil now|[Aa]t the time|at the moment|[Ee]arlier this (?:week|month|year))\b`,
  ].join('|'),
  'gu',
)

/** Reads off the sentence around a figure, and off what was told before, what it is about. */
export function attribute(
  around: Around,
  { first, last, unit }: Pick<Quantity, 'first' | 'last' | 'unit'>,
  measured: { readonly phrase: string; readonly end: number } | null,
): Attribution {
  const { document, sentence, names, topics } = around
  const measures = measured?.phrase ?? null
  const isBetween =
    unit !== null && TIME_UNITS.has(unit) && measures !== null && /^time (?:after|before|since|into)\b/.test(measures)
  const source = sourceOf(document, sentence, names, first, last)
  const led = isBetween ? null : subjectOf(document, sentence, names, first, measured?.end ?? last, measures)
  // "X, who leads the opposition, said the number was 9,000": X only tells it.
  const own = led !== null && led.first === source?.first ? null : led
  const subject = own ?? topics.placeOf(document, sentence, measures)
  topics.told(measures, subject)
  const teller = source ?? unnamedSource(document, ...reachAround(sentence, first, last, REACH), first)
  return {
    subject: subject && nameText(document, subject),
    subjectAt: subject && rangeOf(document, subject),
    asOf: dateNear(document, sentence, first, last),
    saidBy: teller && nameText(document, teller),
    // Whoever has no name is no mention to be followed.
    saidAt: source && rangeOf(document, source),
  }
}

/** The name that leads the clause, or that its pronoun means; else one after "in", "from" or "of" what is counted. */
function subjectOf(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  first: number,
  phraseEnd: number,
  measures: string | null,
): Named | null {
  const harmedAt = placeOfHarm(document, sentence, names, phraseEnd, measures)
  if (harmedAt !== null) return withPartner(document, names, harmedAt)
  const clause = clauseStart(document, sentence, first)
  const start = /^(?:[Tt]he|But|And|So|,|Mr|Mrs|Ms|Dr)$/.test(wordAt(document, clause)) ? clause + 1 : clause
  const leading = names[firstNameFrom(names, start)]
  if (leading?.first === start) {
    const owned = ownedBy(document, names, leading)
    if (owned.last < first && !isReported(document, owned)) return owned
  }
  if (/^(?:in|from|of|across|inside|at|on|to|for)$/.test(wordAt(document, phraseEnd))) {
    const from = wordAt(document, phraseEnd + 1) === 'the' ? phraseEnd + 2 : phraseEnd + 1
    const after = names[firstNameFrom(names, from)]
    if (after?.first === from && after.last <= sentence.last) return withPartner(document, names, after)
  }
  const pronoun = /^(?:it|he|she|they|its|his|her|their)$/i.test(wordAt(document, start))
  const before = namesIn(names, pronoun ? sentence.first : start, pronoun ? start : first)
  const meant = before.find((name) => pronoun || !(isReported(document, name) || isMaker(document, name)))
  return meant ?? null
}

/** "Mr Modi's Bharatiya Janata Party won": what belongs to the first name is meant. */
function ownedBy(document: ReadText, names: readonly NameSpan[], name: NameSpan): NameSpan {
  const next = names[firstNameFrom(names, name.last)]
  const owned = /^['’]s?$/.test(wordAt(document, name.last)) && next?.first === name.last + 1
  return owned ? next : name
}

/** "in Iraq and Syria" is about both. */
function withPartner(document: ReadText, names: readonly NameSpan[], name: NameSpan): Named {
  const partner = names[firstNameFrom(names, name.last + 1)]
  const joined = wordAt(document, name.last) === 'and' && partner?.first === name.last + 1 && partner.kind === name.kind
  return { first: name.first, last: joined ? partner.last : name.last }
}

function nameText(document: ReadText, { first, last }: Named): string {
  return sliceTokens(document, first, last)
}

function rangeOf(document: ReadText, { first, last }: Named): TextRange {
  return { start: tokenAt(document, first).start, end: tokenAt(document, last - 1).end }
}

function isReported(document: ReadText, name: NameSpan): boolean {
  return isSpeechVerb(wordAt(document, name.last)) || wordAt(document, name.first - 1) === 'to'
}

/** "The dam, built by Ethiopia, has": who made a thing is not it. */
function isMaker(document: ReadText, name: NameSpan): boolean {
  const by = wordAt(document, name.first - 1) === 'the' ? name.first - 2 : name.first - 1
  return (
    wordAt(document, by) === 'by' &&
    /^(?:built|made|run|owned|funded|designed|operated|planned)$/.test(wordAt(document, by - 1))
  )
}

function clauseStart(document: ReadText, sentence: Sentence, at: number): number {
  let start = at
  const bound = Math.max(sentence.first, at - REACH)
  while (start > bound && !/^(?:that|;|:|“|")$/u.test(wordAt(document, start - 1))) start--
  return start
}

/** "founded in 1964": when something began, which is not when it was counted. */
const BEGINNING = /\b(?:founded|formed|established|created|born|launched|signed|built|introduced|elected|opened) $/

/** The date in the sentence that stands nearest to the figure, what follows it first. */
function dateNear(document: ReadText, sentence: Sentence, first: number, last: number): string | null {
  const from = tokenAt(document, Math.max(sentence.first, first - REACH)).start
  const to = tokenAt(document, Math.min(sentence.last, last + REACH) - 1).end
  const [start, end] = [tokenAt(document, first).start, tokenAt(document, last - 1).end]
  let best: { readonly text: string; readonly distance: number } | null = null
  for (const match of document.text.slice(from, to).matchAll(DATES)) {
    const at = from + match.index
    if (at < end && at + match[0].length > start) continue
    if (BEGINNING.test(document.text.slice(Math.max(from, at - 16), at))) continue
    // A figure of its own between a comma and the date has the better claim to it.
    if (at > end && /[,;][^.]*\d/.test(document.text.slice(end, at))) continue
    const distance = at >= end ? at - end : start - at + 20
    if (best === null || distance < best.distance) best = { text: match[0].replace(/\s+/g, ' '), distance }
  }
  return best?.text ?? null
}

/** "according to X", "X said", "said X"; the nearest name of a person or group that states the sentence. */
function sourceOf(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  first: number,
  last: number,
): Named | null {
  for (const name of namesIn(names, ...reachAround(sentence, first, last, REACH))) {
    if (name.kind === 'place') continue
    const teller = isAccordingTo(document, sentence, name) || isTeller(document, sentence, name)
    if (teller) return inOfficeOf(document, sentence, names, name)
  }
  return null
}

/** "according to Harvard scholar Ana Ruiz": the person that a group only introduces. */
function inOfficeOf(document: ReadText, sentence: Sentence, names: readonly NameSpan[], name: NameSpan): NameSpan {
  if (name.kind === 'person') return name
  const person = namesIn(names, name.last, Math.min(sentence.last, name.last + OFFICE_TOKENS)).find(
    ({ kind }) => kind === 'person',
  )
  if (person === undefined) return name
  for (let at = name.last; at < person.first; at++) {
    const word = wordAt(document, at)
    if (/^[.,;:"“”()]$/u.test(word) || STATES.test(word)) return name
  }
  return person
}

function isAccordingTo(document: ReadText, sentence: Sentence, name: NameSpan): boolean {
  for (let at = name.first - 1; at >= Math.max(sentence.first, name.first - 8); at--) {
    const word = wordAt(document, at)
    if (word === 'to' && /^[Aa]ccording$/.test(wordAt(document, at - 1))) return true
    if (/^[,.;:]$/.test(word)) return false
  }
  return false
}

/** "X said", "X, who leads Y, said", "said X", "said US general X". */
function isTeller(document: ReadText, sentence: Sentence, name: NameSpan): boolean {
  const next = wordAt(document, name.last)
  if (STATES.test(next) || (/^(?:has|have|had|also)$/.test(next) && STATES.test(wordAt(document, name.last + 1))))
    return true
  // "The minister, X, said"
  if (next === ',' && wordAt(document, name.first - 1) === ',' && STATES.test(wordAt(document, name.last + 1)))
    return true
  if (next === ',' && tellsAfterApposition(document, sentence, name.last + 1)) return true
  for (let at = name.first - 1; at >= Math.max(sentence.first, name.first - 6); at--) {
    const word = wordAt(document, at)
    if (/^(?:said|says|reported|told|added)$/.test(word))
      return word !== 'told' && /^[,”"]$/u.test(wordAt(document, at - 1))
    if (/^[,.;:]$/.test(word)) return false
  }
  return false
}

/** "X, a spokesman for Y, said" */
function tellsAfterApposition(document: ReadText, sentence: Sentence, from: number): boolean {
  for (let at = from; at < Math.min(sentence.last, from + APPOSITION_TOKENS); at++) {
    const word = wordAt(document, at)
    if (/^[.;:"“”]$/u.test(word) || STATES.test(word)) return false
    if (word === ',') return STATES.test(wordAt(document, at + 1))
  }
  return false
}
