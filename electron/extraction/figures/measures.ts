import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { complementAt, dimensionAt, distanceAt, predicateAt, skipBracket, untilBreak } from './after.ts'
import { findBefore, nounEndingAt, subjectBefore } from './clause.ts'
import { findDuration } from './durations.ts'
import { isPlural, type NounPhrase, nounPhraseAt, phraseText } from './noun-phrase.ts'
import { readNumber } from './read-number.ts'
import type { Quantity } from './read-quantity.ts'
import { LENGTH_UNITS, TIME_UNITS } from './units.ts'

/** What a quantity counts or measures, and the token after the words that say so. */
export interface Measured {
  readonly phrase: string
  readonly end: number
}

/** Where the text says what is measured: right after the figure, elsewhere in its clause, or only further off. */
export type Way = 'next' | 'clause' | 'far'

/** What is measured, with how it is said, on which it depends how sure one can be of it. */
export interface Measure extends Measured {
  readonly way: Way
}

/** The figure before it in its sentence. */
export interface Previous {
  readonly measures: string | null
  readonly unit: string | null
  readonly last: number
}

/** Verbs that tell what happened to people whose number alone stands after them. */
const HARM =
  /^(?:killed|killing|kill|injured|injuring|wounded|wounding|arrested|arresting|detained|hospitalised|hospitalized|infected|infecting|injure|rescued|evacuated|displaced|displacing)$/
const CASUALTY =
  /^(?:dead|died|killed|injured|wounded|missing|arrested|hospitalised|hospitalized|infected|displaced|homeless|survived|hurt)$/
/** What befalls or marks people and things, right after them. */
const HAPPENED =
  /^(?:died|dead|killed|injured|wounded|hurt|missing|arrested|detained|jailed|convicted|executed|deported|charged|hospitali[sz]ed|infected|affected|evacuated|displaced|rescued|stranded|trapped|homeless|drowned|survived|destroyed|damaged|burned|burnt|demolished|recorded|confirmed|sold|seized|recovered|linked|caused|saved|lost|discharged|impeached|vaccinated|tested|marched|protested|attended|voted|fled|shot|discovered|registered|counted|cancelled|canceled|closed|delayed)$/
/** What may stand between an auxiliary and its participle. */
const HAPPENS_IN = /^(?:been|being|be|not|yet|also|reportedly|all|still|already|subsequently|later|either|\p{Ll}+ly)$/u
const LOOK_BACK = 12
/** How far before a bare number, in tokens, stands the plural that it counts. */
const NAMED_REACH = 30
const MONEY_VERB =
  /^(?:paid|pay|pays|paying|owed|owes|owing|raised|raising|raise|donated|donate|spent|spend|spending|earned|earn|earning|cost|costs|costing|invested|invest|received|receive|receiving|won|lost|borrowed|lent|gave|give|offered|offering|pledged|allocated|made|stole|demanded|demanding|sought|provide|provided|contributed|approved|requested|promised|secured|awarded|granted|charged|fined|bid|provides|committed|saved|budgeted|lend|lends|lending|loan|inject|injected|save|give)$/

/**
 * What a quantity counts or measures: what follows it ("160 air strikes"), what "of" brings ("20% of the vote"), what a
 * verb implies ("killed 81", "served eight years"), what stands before it ("the death toll rose to 66"), what is told of
 * it ("39 are confirmed dead"), or what the figure before it in the sentence measured. Null when none of these is there.
 */
export function findMeasure(
  document: ReadText,
  sentence: Sentence,
  quantity: Quantity,
  previous: Previous | null,
): Measure | null {
  const open = { ...quantity, last: skipBracket(document, sentence, quantity.last) }
  const bare = quantity.unit === null && !isTurnOfPhrase(quantity)
  return (
    by('clause', convertedFrom(document, quantity, previous)) ??
    by(
      'next',
      quantity.unit === null ? countedNext(document, sentence, open) : measuredNext(document, sentence, open),
    ) ??
    by('clause', quantity.unit === null ? ofCount(document, sentence, open) : ofUnit(document, sentence, open)) ??
    by('far', bare ? ofBareCount(document, sentence, open, previous) : sharedUnit(document, quantity, previous))
  )
}

function by(way: Way, found: Measured | null): Measure | null {
  return found === null ? null : { ...found, way }
}

function countedNext(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  return (
    outOf(document, sentence, quantity) ??
    toll(document, sentence, quantity) ??
    following(document, sentence, quantity) ??
    complementAt(document, sentence, quantity.last, /^of$/) ??
    casualties(document, quantity)
  )
}

function ofCount(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  return isHaving(document, quantity) ? null : preceding(document, sentence, quantity)
}

/** A number with nothing beside it that it counts. */
function ofBareCount(
  document: ReadText,
  sentence: Sentence,
  quantity: Quantity,
  previous: Previous | null,
): Measured | null {
  return (
    shared(document, quantity, previous?.measures ?? null) ??
    told(document, sentence, quantity) ??
    namedBefore(document, sentence, quantity)
  )
}

/** "one set of rules", "the third": a bare one or an ordinal refers to more than it counts. */
function isTurnOfPhrase(quantity: Quantity): boolean {
  return quantity.form === 'ordinal' || (quantity.form === 'words' && quantity.value === 1)
}

function measuredNext(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  const unit = quantity.unit ?? ''
  if (unit === 'magnitude') return ofMagnitude(document, sentence, quantity)
  const size = LENGTH_UNITS.has(unit)
    ? (sized(document, sentence, quantity) ?? distanceAt(document, sentence, quantity.last))
    : null
  if (size !== null) return size
  const of = unit === '%' || isMoney(unit) ? /^(?:of|in)$/ : /^of$/
  // "cut the risk by 20% in a trial": what was cut, and not where.
  const changes = unit === '%' && /^(?:by|to)$/.test(wordAt(document, quantity.first - 1))
  const complement = TIME_UNITS.has(unit)
    ? null
    : complementAt(document, sentence, quantity.last, changes ? /^of$/ : of)
  const following = attributive(document, sentence, quantity)
  return unit === '%' ? (complement ?? following) : (following ?? complement)
}

function ofUnit(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  const unit = quantity.unit ?? ''
  if (TIME_UNITS.has(unit)) return findDuration(document, sentence, quantity)
  const before = () => preceding(document, sentence, quantity)
  if (isMoney(unit)) return costOf(document, sentence, quantity) ?? paid(document, sentence, quantity) ?? before()
  if (unit === '%') return before() ?? predicateAt(document, sentence, quantity.last)
  return (
    weighed(document, quantity) ??
    before() ??
    complementAt(document, sentence, quantity.last, /^(?:in|from|on)$/) ??
    verbBefore(document, sentence, quantity)
  )
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

function measured(document: ReadText, phrase: NounPhrase): Measured {
  return { phrase: phraseText(document, phrase), end: phrase.last }
}

/** "0.2 mg (0.1 grains)", "$5 million or €4 million": the same again in another unit. */
function convertedFrom(document: ReadText, quantity: Quantity, previous: Previous | null): Measured | null {
  if (previous === null || quantity.unit === null || previous.unit === null || previous.measures === null) return null
  if (previous.unit === quantity.unit || quantity.first - previous.last > 3) return null
  const between = wordAt(document, quantity.first - 1)
  return between === '(' || between === 'or' ? { phrase: previous.measures, end: quantity.last } : null
}

/** A figure with the unit of the one before it and nothing of its own goes on with it: "49% for X, 53% for Y". */
function sharedUnit(document: ReadText, quantity: Quantity, previous: Previous | null): Measured | null {
  // "386,810 cars, 8.5% fewer than"
  const compares = quantity.unit === '%' && /^(?:fewer|more|less)$/.test(wordAt(document, quantity.last))
  if (compares && previous?.measures != null && previous.measures !== 'age')
    return { phrase: previous.measures, end: quantity.last + 1 }
  if (quantity.unit === null || previous?.measures == null || previous.unit !== quantity.unit) return null
  return previous.measures === 'age' ? null : { phrase: previous.measures, end: quantity.last }
}

function following(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  let from = quantity.last
  while (
    /^(?:more|other|additional|further|-|"|“|new|different)$/u.test(wordAt(document, from)) &&
    from < quantity.last + 3
  )
    from++
  // "new" and "different" describe what is counted, and belong to it.
  if (/^(?:new|different)$/.test(wordAt(document, from - 1)) && from > quantity.last) from--
  const several = quantity.value !== 1 && quantity.form !== 'ordinal'
  const phrase = nounPhraseAt(document, from, sentence.last, several)
  if (phrase === null || /^short$/.test(wordAt(document, phrase.first))) return null
  const word = wordAt(document, phrase.first)
  if (word === 'taken' && wordAt(document, phrase.first + 1) === 'hostage')
    return { phrase: 'people taken hostage', end: phrase.first + 2 }
  if (CASUALTY.test(word) && phrase.last - phrase.first === 1) return { phrase: `people ${word}`, end: phrase.last }
  return harmed(document, quantity, extended(document, sentence, phrase))
}

/** "killed 118 people", "killing seven soldiers": what befell those counted stands before them. */
function harmed(document: ReadText, quantity: Quantity, measured: Measured): Measured {
  const verb = wordAt(document, quantity.first - 1)
  if (!HARM.test(verb) || measured.phrase.split(' ').some((word) => HAPPENED.test(word))) return measured
  return { ...measured, phrase: `${measured.phrase} ${participleOf(verb)}` }
}

function participleOf(verb: string): string {
  return verb.replace(/(?:ing|ed|e)?$/, 'ed')
}

/** "33 of 37 drones", "11 of the country's 18 states": both figures count the same. */
function outOf(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  const from = wordAt(document, quantity.last) === 'out' ? quantity.last + 1 : quantity.last
  if (wordAt(document, from) !== 'of') return null
  for (let at = from + 1; at < Math.min(sentence.last, from + WHOLE_REACH); at++) {
    const whole = /^(?:the|its|their|a|an|all|nearly|about|some)$/.test(wordAt(document, at))
      ? null
      : readNumber(document, at)
    const phrase = whole === null ? null : nounPhraseAt(document, whole.last, sentence.last, true)
    if (phrase !== null && isPlural(wordAt(document, phrase.last - 1))) return measured(document, phrase)
    if (whole !== null || !/^[\p{L}'’]/u.test(wordAt(document, at))) return null
  }
  return null
}

const WHOLE_REACH = 6

/** With what befell or marks those counted: "deaths linked to COVID-19", "people arrested", "counts of murder". */
function extended(document: ReadText, sentence: Sentence, phrase: NounPhrase): Measured {
  const plain = measured(document, phrase)
  const more = marked(document, sentence, phrase.last)
  return more === null ? plain : { phrase: `${plain.phrase} ${more}`, end: plain.end }
}

/** The word or two after those counted that tell them from others. */
function marked(document: ReadText, sentence: Sentence, at: number): string | null {
  const word = wordAt(document, at)
  if (word === 'of') {
    const of = untilBreak(document, sentence, at, 2)
    if (of === null) return null
    // "140 fighters of the MLA had been killed": what befell them is told after whose they are.
    const [, whose = of.phrase] = /^(.*?) (?:had|have|has|were|was|are|is|will|would)$/.exec(of.phrase) ?? []
    const told = whose === of.phrase ? null : marked(document, sentence, of.end - 1)
    return [whose, told].filter(Boolean).join(' ')
  }
  if (HAPPENED.test(word))
    return OBJECT.test(wordAt(document, at + 1)) || wordAt(document, at + 2) === 'least' ? null : word
  if (!/^(?:were|was|have|has|had|are|is)$/.test(word)) return null
  const told = [1, 2, 3].map((step) => wordAt(document, at + step)).find((next) => !HAPPENS_IN.test(next)) ?? ''
  return HAPPENED.test(told) ? told : null
}

/** After "killed" in "two quakes killed around 9,000": those counted did it. */
const OBJECT = /^(?:around|about|more|some|nearly|almost|over|up|\d.*|the|a|an|his|her|their|its)$/

/** A unit before what it measures: "a two-day shutdown", "a $500 fine", "20 mph winds". */
function attributive(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  let from = quantity.last
  if (wordAt(document, from) === '-') from++
  const phrase = nounPhraseAt(document, from, sentence.last, false)
  if (
    phrase === null ||
    /^(?:ago|later|earlier|old|longer|faster|fewer|more|less|higher|lower|above|below|up|down|short|off)$/.test(
      wordAt(document, phrase.first),
    )
  )
    return null
  return measured(document, phrase)
}

/** "killed 81", "12 dead", "81 had died": people, and what befell them. */
function casualties(document: ReadText, quantity: Quantity): Measured | null {
  const before = wordAt(document, quantity.first - 1)
  if (HARM.test(before)) {
    return { phrase: `people ${participleOf(before)}`, end: quantity.last }
  }
  const after = [1, 2, 3, 4].map((step) => wordAt(document, quantity.last - 1 + step))
  const stop = after.findIndex((word) => /^[.,;:]$/.test(word))
  const told = after.slice(0, stop < 0 ? 4 : stop).find((word) => CASUALTY.test(word))
  return told === undefined ? null : { phrase: `people ${told}`, end: quantity.last }
}

/** "the death toll rose from 14 to 31" */
function toll(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  if (!/^(?:to|at|of|is|was|from|reached|:)$/.test(wordAt(document, quantity.first - 1))) return null
  for (let at = quantity.first - 2; at >= Math.max(sentence.first, quantity.first - LOOK_BACK); at--) {
    const word = wordAt(document, at)
    if (/^[.;:!?“”"]$/u.test(word)) return null
    if (word === 'toll')
      return { phrase: wordAt(document, at - 1) === 'death' ? 'death toll' : 'toll', end: quantity.last }
  }
  return null
}

/** "the number of deaths is 66", "a magnitude of 6.4", "winds of 100 mph". */
function preceding(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  // "surpassed one million": the hedge is the verb.
  const at = /^(?:surpass|exceed|topp)/.test(wordAt(document, quantity.first)) ? quantity.first + 1 : quantity.first
  const before = findBefore(document, sentence, at)
  const phrase = before === null ? null : (before.noun ?? (quantity.unit === null ? null : before.verb))
  return phrase === null ? null : { phrase, end: quantity.last }
}

function weighed(document: ReadText, quantity: Quantity): Measured | null {
  const weighs = /^weigh(?:s|ed|ing)?$/.test(wordAt(document, quantity.first - 1))
  return weighs ? { phrase: 'weight', end: quantity.last } : null
}

/** "waves over 30 feet high": "height of waves" */
function sized(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  const dimension = dimensionAt(document, quantity.last)
  if (dimension === null) return null
  const before = findBefore(document, sentence, quantity.first)
  const noun = before === null ? nounEndingAt(document, sentence, quantity.first, true) : before.noun
  return { phrase: noun === null ? dimension : `${dimension} of ${noun}`, end: quantity.last + 1 }
}

/** "burned 300 acres", "ran 10 km" */
function verbBefore(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  const verb = wordAt(document, quantity.first - 1)
  if (!/^\p{Ll}{2,}ed$|^(?:ran|drove|flew|swam|fell|grew|dug)$/u.test(verb) || quantity.first - 1 <= sentence.first)
    return null
  const object = untilBreak(document, sentence, quantity.last, 2)
  return { phrase: object === null ? verb : `${verb} ${object.phrase}`, end: quantity.last }
}

/** "reconstruction will cost $300 billion": the cost of it. */
function costOf(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  if (!/^cost(?:s|ing)?$/.test(wordAt(document, quantity.first - 1))) return null
  const noun = subjectBefore(document, sentence, quantity.first - 1)
  return { phrase: noun === null ? 'cost' : `cost of ${noun}`, end: quantity.last }
}

/** "raised $11,000 for charity", "owed £5 to the bank" */
function paid(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  const verb = wordAt(document, quantity.first - 1)
  if (!MONEY_VERB.test(verb)) return null
  const object = /^(?:for|to|from|on)$/.test(wordAt(document, quantity.last))
    ? untilBreak(document, sentence, quantity.last, 3)
    : null
  return { phrase: object === null ? verb : `${verb} ${object.phrase}`, end: quantity.last }
}

/** "36 in one town, 29 in another": the figure before says what is counted, when a place or the end comes next. */
function shared(document: ReadText, quantity: Quantity, previous: string | null): Measured | null {
  if (previous === null || previous === 'age' || quantity.form === 'ordinal') return null
  if (
    !/^(?:in|from|at|and|,|\.|for|on|to|were|was|are|had|have|more|others?|who|of|short)$/.test(
      wordAt(document, quantity.last),
    )
  )
    return null
  // "31 ships, after three more arrived": those are counted apart.
  const did = /^(?:more|others?)$/.test(wordAt(document, quantity.last)) ? wordAt(document, quantity.last + 1) : ''
  return { phrase: isDone(did) ? `${previous} ${did}` : previous, end: quantity.last }
}

function isDone(word: string): boolean {
  return /^(?:\p{Ll}{2,}ed|came|left|sank|fell|fled|went|joined)$/u.test(word) && !HAPPENED.test(word)
}

/** "39 are confirmed dead": nothing is named, so they are people, and what is told of them. */
function told(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  if (quantity.form === 'ordinal') return null
  const predicate = predicateAt(document, sentence, quantity.last)
  if (predicate === null) return null
  return {
    phrase: OF_THINGS.test(predicate.phrase) ? predicate.phrase : `people ${predicate.phrase}`,
    end: quantity.last,
  }
}

/** What is told of things, not of people. */
const OF_THINGS =
  /^(?:cancelled|canceled|destroyed|damaged|demolished|sold|closed|delayed|launched|built|opened|recorded|fired)\b/

/** "Sanders had the most delegates, with 60": a bare number counts the plural named before it in its sentence. */
function namedBefore(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  if (quantity.form === 'ordinal') return null
  for (let at = quantity.first - 1; at >= Math.max(sentence.first, quantity.first - NAMED_REACH); at--) {
    const word = wordAt(document, at)
    if (!/^\p{Ll}{3,}$/u.test(word) || !isPlural(word)) continue
    const phrase = nounEndingAt(document, sentence, at + 1, true)
    if (phrase !== null) return { phrase, end: quantity.last }
  }
  return null
}

/** "Biden had 54": who has them is not what is counted. */
function isHaving(document: ReadText, quantity: Quantity): boolean {
  return /^(?:had|has|have|with)$/.test(wordAt(document, quantity.first - 1))
}

/** "a 6.4-magnitude quake", "an earthquake of magnitude 6.4" */
function ofMagnitude(document: ReadText, sentence: Sentence, quantity: Quantity): Measured {
  let from = quantity.last
  while (/^(?:-|magnitude|[Mm]oment|on|the)$/.test(wordAt(document, from)) && from < quantity.last + 3) from++
  const phrase = nounPhraseAt(document, from, sentence.last, false)
  if (phrase !== null && from <= quantity.last + 2) return measured(document, phrase)
  return { phrase: 'earthquake magnitude', end: quantity.last }
}
