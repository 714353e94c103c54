import { type ReadText, sliceTokens, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { type After, complementAt, untilBreak } from './after.ts'
import { findBefore, isContentVerb, nounEndingAt } from './clause.ts'
import type { Quantity } from './read-quantity.ts'

const PRISON = /^(?:prison|jail|imprisonment|prisons|bars|custody|incarceration|imprisoned|jailed|sentenced|sentence)$/
const PRISON_REACH = 8
const VERB_REACH = 8

/** What lasts as long as a figure says: "prison sentence", "worked for Representative Dingell", "marathon"; or null. */
export function findDuration(document: ReadText, sentence: Sentence, quantity: Quantity): After | null {
  return (
    prisonTerm(document, sentence, quantity) ??
    between(document, sentence, quantity) ??
    spent(document, sentence, quantity) ??
    complementAt(document, sentence, quantity.last, /^(?:of|in)$/) ??
    measuredTime(document, sentence, quantity)
  )
}

/** "36 minutes after the shooting", "81 seconds faster than the record": the time between two things. */
function between(document: ReadText, sentence: Sentence, quantity: Quantity): After | null {
  if (!/^(?:after|before|into|faster|slower|longer|shorter|ahead|behind|since)$/.test(wordAt(document, quantity.last)))
    return null
  const after = untilBreak(document, sentence, quantity.last, 4)
  return after === null ? null : { phrase: `time ${after.phrase}`, end: after.end }
}

/** "sentenced to 73 months in prison", "ten years behind bars". */
function prisonTerm(document: ReadText, sentence: Sentence, quantity: Quantity): After | null {
  for (let at = quantity.last; at < Math.min(sentence.last, quantity.last + 5); at++) {
    if (/^(?:prison|jail|bars|imprisonment|custody)$/.test(wordAt(document, at)))
      return { phrase: 'prison sentence', end: at + 1 }
    if (/^[.,;]$/.test(wordAt(document, at))) break
  }
  for (let at = quantity.first - 1; at >= Math.max(sentence.first, quantity.first - PRISON_REACH); at--) {
    const word = wordAt(document, at)
    if (PRISON.test(word)) return { phrase: 'prison sentence', end: quantity.last }
    if (/^[.;:]$/.test(word)) break
  }
  return null
}

/** "served eight years", "stayed with the Lakers for 20 years", "worked for three years for X": the verb and its object. */
function spent(document: ReadText, sentence: Sentence, quantity: Quantity): After | null {
  const isFor =
    /^(?:for|over|in|within|during|after)$/.test(wordAt(document, quantity.first - 1)) ||
    wordAt(document, quantity.first) === 'over'
  let end = isFor ? quantity.first - 1 : quantity.first
  while (
    /^(?:the|last|past|first|next|another|a|for|his|her|their|some)$/.test(wordAt(document, end - 1)) &&
    end > quantity.first - 5
  )
    end--
  const verb = wordAt(document, end - 1)
  if (isVerb(verb)) return withObject(document, sentence, end - 1, quantity)
  if (!isFor && end === quantity.first) return null
  for (let at = end - 2; at >= Math.max(sentence.first, end - VERB_REACH); at--) {
    const word = wordAt(document, at)
    if (/^[.,;:"“”()]$/u.test(word)) break
    if (!isContentVerb(word) && word !== 'stayed') continue
    return { phrase: sliceTokens(document, at, end).replace(/\s+/g, ' '), end: quantity.last }
  }
  return null
}

function isVerb(word: string): boolean {
  return (
    isContentVerb(word) ||
    /^(?:spent|serve|served|isolate|continue|worked|last|spend|spending|trapped|lived)$/.test(word)
  )
}

function withObject(document: ReadText, sentence: Sentence, verb: number, quantity: Quantity): After {
  const object = untilBreak(document, sentence, quantity.last, 3)
  const word = wordAt(document, verb)
  return object === null
    ? { phrase: word, end: quantity.last }
    : { phrase: `${word} ${object.phrase}`, end: quantity.last }
}

/** "a time of 46.92 seconds", "the deadline is two years", "ran a marathon in two hours"; else its verb. */
function measuredTime(document: ReadText, sentence: Sentence, quantity: Quantity): After | null {
  const before = findBefore(document, sentence, quantity.first)
  const phrase = before === null ? null : (before.noun ?? before.verb)
  if (phrase !== null) return { phrase, end: quantity.last }
  if (wordAt(document, quantity.first - 1) !== 'for') return null
  const noun = nounEndingAt(document, sentence, quantity.first - 1)
  return noun === null ? null : { phrase: noun, end: quantity.last }
}
