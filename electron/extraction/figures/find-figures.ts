import type { FoundFigure } from '#shared/domain/extraction.ts'
import { isCapital } from '../names/capitals.ts'
import type { NameSpan } from '../names/name-span.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { isJoined } from '../tokenize.ts'
import { findAge, isAgeInList } from './ages.ts'
import { type Around, attribute } from './attribution.ts'
import { findMeasure, type Measure, type Previous } from './measures.ts'
import { isPlural } from './noun-phrase.ts'
import { type Quantity, readQuantity } from './read-quantity.ts'
import { Topics } from './topics.ts'
import { TIME_UNITS } from './units.ts'

/** Every figure of a text, by start. `names` by start and without overlap. Linear in the length of the text. */
export function findFigures(document: ReadText, names: readonly NameSpan[]): FoundFigure[] {
  const figures: FoundFigure[] = []
  const topics = new Topics()
  for (const sentence of document.sentences) {
    let previous: Told | null = null
    topics.read(document, sentence, names)
    for (let at = sentence.first; at < sentence.last; ) {
      const quantity = readQuantity(document, sentence, at)
      if (quantity === null) {
        at++
        continue
      }
      at = Math.max(at + 1, quantity.last)
      const told = tell({ document, sentence, names, topics }, quantity, previous)
      if (told === null) continue
      previous = told
      figures.push(told.figure)
    }
  }
  return figures
}

/** A figure, with what the next one of its sentence may have to share. */
interface Told {
  readonly figure: FoundFigure
  readonly quantity: Quantity
  readonly isAge: boolean
}

function tell(around: Around, quantity: Quantity, previous: Told | null): Told | null {
  const { document, sentence, names } = around
  const inList = previous?.isAge === true && isAgeInList(document, previous.quantity.last, quantity.first)
  const age =
    findAge(document, names, quantity) ?? (inList ? { last: quantity.last, of: previous.figure.subject } : null)
  if (age !== null) {
    const found = figure(document, quantity, age.last, { phrase: 'age', end: age.last, way: 'next' })
    const subject = age.of ?? null
    return { quantity, isAge: true, figure: { ...found, unit: 'years', subject, confidence: 0.9 } }
  }
  if (!counts(document, sentence, quantity)) return null
  const measured = findMeasure(document, sentence, quantity, before(previous))
  if (measured === null && isWeak(quantity)) return null
  const found = figure(document, quantity, quantity.last, measured)
  const about = attribute(around, quantity, measured)
  return { quantity, isAge: false, figure: { ...found, ...about } }
}

function before(told: Told | null): Previous | null {
  return told === null ? null : { measures: told.figure.measures, unit: told.figure.unit, last: told.quantity.last }
}

/** Small words and ordinals count only with something to count. */
function isWeak(quantity: Quantity): boolean {
  return (
    quantity.unit === null &&
    (quantity.form === 'ordinal' ||
      (quantity.form === 'words' && quantity.low === quantity.high && (quantity.value ?? 0) <= 1))
  )
}

/** Whether the words around a number let it count: "one another", "no one", "at one point", "two years ago" do not. */
function counts(document: ReadText, sentence: Sentence, quantity: Quantity): boolean {
  const [before, after] = [wordAt(document, quantity.first - 1).toLowerCase(), wordAt(document, quantity.last)]
  if (quantity.form === 'ordinal') return isRank(document, quantity)
  if (quantity.unit !== null && TIME_UNITS.has(quantity.unit) && /^(?:ago|earlier|later|old|prior)$/.test(after))
    return false
  if (isAdjective(document, quantity) || isInName(document, quantity)) return false
  if (/^(?:killed|killing|injured|injuring|wounded|wounding|arrested)$/.test(before)) return true
  if (quantity.value !== 1 || quantity.form !== 'words' || quantity.hedge !== null) return true
  if (/^(?:no|any|every|some|this|that|the|each|which|another|at|with|as)$/.test(before) && quantity.unit === null)
    return false
  if (
    /^(?:of|another|day|who|that|would|can|could|is|was|has|in|way|thing|side|more|such|point|to|time|or|and|by|for|on|at|hand|-)$/.test(
      after,
    )
  )
    return false
  return quantity.last < sentence.last && /^\p{L}/u.test(after)
}

/** "three-dimensional", "two-part": the number describes, and counts nothing. */
function isAdjective(document: ReadText, quantity: Quantity): boolean {
  if (quantity.unit !== null || wordAt(document, quantity.last) !== '-') return false
  return /(?:ed|al)$|^(?:part|way|time|fold|star|piece|tier|sided|thirds?|in|on|of|off|size)$/.test(
    wordAt(document, quantity.last + 1),
  )
}

/** "10 Downing Street", "51 Pegasi": digits before a name that is no plural belong to it. */
function isInName(document: ReadText, quantity: Quantity): boolean {
  if (quantity.unit !== null || quantity.form !== 'digits' || quantity.hedge !== null) return false
  let at = quantity.last
  while (at < quantity.last + 5 && isCapital(wordAt(document, at))) at++
  if (at === quantity.last || isPlural(wordAt(document, at - 1))) return false
  // "2 F/A-18 jets"
  while (at < quantity.last + 7 && isJoined(tokenAt(document, at - 1), tokenAt(document, at))) at++
  return ![0, 1, 2].some((step) => isPlural(wordAt(document, at + step)))
}

/** "the eleventh governor", "third place": an ordinal after a determiner; "first" and "second" are seldom ranks. */
function isRank(document: ReadText, quantity: Quantity): boolean {
  const before = wordAt(document, quantity.first - 1)
  const after = wordAt(document, quantity.last)
  if (after === 'place') return true
  if (/^(?:came|finished|placed|coming|finishing)$/.test(wordAt(document, quantity.first - 2)) && before === 'in')
    return true
  if (!/^(?:the|its|his|her|their|'s|’s|in|a)$/.test(before)) return false
  if ((quantity.value ?? 0) <= 2)
    return /^(?:woman|man|person|prime|president|female|black|human|governor|place)$/.test(after)
  return (
    /^\p{Ll}{3,}$/u.test(after) &&
    !/^(?:time|day|week|month|year|of|century|and|quarter|party|floor|edition|annual|congressional|district|step|ballot|amendment|round|dynasty|husband|wife)$/.test(
      after,
    )
  )
}

function figure(document: ReadText, quantity: Quantity, last: number, measured: Measure | null): FoundFigure {
  return {
    start: tokenAt(document, quantity.first).start,
    end: tokenAt(document, last - 1).end,
    low: quantity.low,
    high: quantity.high,
    hedge: quantity.hedge,
    unit: quantity.unit,
    measures: measured?.phrase ?? null,
    subject: null,
    asOf: null,
    saidBy: null,
    confidence: confidenceOf(document, quantity, measured),
  }
}

/**
 * How likely value and what it measures are both right, as counted in the Wikinews training articles: what stands next to
 * a figure is sure, what stands off is less so. Without anything measured a figure is weak, though its value mostly holds.
 */
function confidenceOf(document: ReadText, quantity: Quantity, measured: Measure | null): number {
  if (measured === null) return 0.4
  if (ENUMERATED.test(wordAt(document, quantity.last)) && quantity.form === 'words') return 0.4
  if (quantity.form === 'ordinal') return measured.way === 'next' ? 0.65 : 0.4
  if (quantity.form === 'words' && quantity.value === 1 && quantity.unit === null)
    return quantity.hedge === null ? 0.45 : 0.8
  if (measured.way === 'far') return 0.62
  if (measured.way === 'clause') return quantity.unit === null ? 0.6 : 0.77
  if (quantity.unit !== null) return 0.82
  return quantity.form === 'fraction' ? 0.75 : quantity.hedge === null ? 0.9 : 0.92
}

/** "two reasons": what a text counts off, which is no fact about the world. */
const ENUMERATED =
  /^(?:reasons?|things?|ways?|points?|options?|sides?|parts?|issues?|questions?|factors?|aspects?|kinds?|types?|sorts?|occasions?|steps?|goals?|possibilities|examples?|words?|sentences?|categories|problems?|areas?)$/
