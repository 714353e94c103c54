import { isCapital, isDateWord } from '../names/capitals.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { isJoined } from '../tokenize.ts'
import { isPlural } from './noun-phrase.ts'
import type { ReadNumber } from './read-number.ts'

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)$/
const BEFORE_YEAR =
  /^(?:in|since|until|till|by|of|from|during|late|early|mid|before|after|to|and|for|year|years|spring|summer|autumn|winter|fall|season|the|,|\(|-|–|—)$/i
/** Words that name things with the number after them: "Article 5", "Flight 370", "page 12". */
const NUMBERED =
  /^(?:Article|Section|Chapter|Part|Page|Flight|Route|Interstate|Highway|Channel|Room|Gate|Apartment|Block|Unit|Apollo|Boeing|Airbus|Falcon|Soyuz|Area|Type|Version|Windows|Phase|Stage|Level|Grade|Class|Category|Tier|Title|Chapter|Verse|Resolution|Proposition|Lot|Volume|Issue|Episode|Season|Game|Round|Week|Day|Year|Formula|Number|no|No\.|no\.|Nos\.|number|flight|page|article|section|chapter|line|platform|phase|stage|level|category|type|version|room|gate|route|highway|channel|week|day|round|season|episode|verse|paragraph|item|ID|code|War|Category|category|Group|Agenda|resolution|coronavirus|Catch)$/
const CLOCK = /^(?:am|pm|AM|PM|a\.m\.|p\.m\.|o'clock|o’clock|GMT|UTC|BST|EST|EDT)$/
const SCORE_CUE =
  /^(?:won|win|wins|beat|beats|lost|lose|loses|drew|draw|score|scored|victory|defeat|defeated|led|lead|leading|aggregate|vote|voted|ruled|result|final|tie|tied|trailing)$/

/**
 * Whether a number is no figure: a year, date, clock time, telephone number, identifier, list number or score.
 * `first` is its first token.
 */
export function isNoFigure(document: ReadText, sentence: Sentence, first: number, number: ReadNumber): boolean {
  return (
    isListNumber(document, sentence, first, number.last) ||
    isGluedToWord(document, first, number.last) ||
    isDateOrTime(document, first, number) ||
    isYear(document, sentence, first, number) ||
    isIdentifier(document, sentence, first, number)
  )
}

/** Whether two numbers with a dash between them are the score of a game or the count of a vote. */
export function isScore(document: ReadText, first: number, last: number, low: number, high: number): boolean {
  if (low >= high) return true
  for (let at = first - 1; at >= first - 4; at--) if (SCORE_CUE.test(wordAt(document, at))) return low < 10 && high < 60
  return low < 10 && SCORE_CUE.test(wordAt(document, last))
}

function isListNumber(document: ReadText, sentence: Sentence, first: number, last: number): boolean {
  if (first !== sentence.first && !(first === sentence.first + 1 && wordAt(document, sentence.first) === '('))
    return startsLine(document, first) && wordAt(document, last) === '.' && /^\d{1,2}$/.test(wordAt(document, first))
  return /^[.)]$/.test(wordAt(document, last)) && /^\d{1,3}$/.test(wordAt(document, first))
}

function startsLine(document: ReadText, at: number): boolean {
  return /\n\s*$/.test(document.text.slice(Math.max(0, tokenAt(document, at).start - 3), tokenAt(document, at).start))
}

/** "COVID-19", "mid-20", "555-1234", "+44", "#5", "@5", "A/2": parts of something written as one. */
function isGluedToWord(document: ReadText, first: number, last: number): boolean {
  const before = tokenAt(document, first - 1)
  const glued = first > 0 && isJoined(before, tokenAt(document, first))
  if (glued && /^[+@_\\=&*]$|^\.$/.test(before.text)) return true
  if (
    glued &&
    /^[-/]$/.test(before.text) &&
    isJoined(tokenAt(document, first - 2), before) &&
    !/^(?:non|half)$/i.test(wordAt(document, first - 2))
  ) {
    return true
  }
  const after = tokenAt(document, last)
  const gluedAfter = isJoined(tokenAt(document, last - 1), after)
  if (gluedAfter && /^[/@_=\\:]$/.test(after.text)) return true
  return (
    gluedAfter && after.text === '-' && /^\d/.test(wordAt(document, last + 1)) && wordAt(document, last + 2) === '-'
  )
}

function isDateOrTime(document: ReadText, first: number, number: ReadNumber): boolean {
  const [before, after] = [wordAt(document, first - 1), wordAt(document, number.last)]
  if (number.value <= 31 && MONTH.test(before)) return true
  if (MONTH.test(after) && number.value <= 31) return true
  if (number.value <= 31 && after === 'of' && MONTH.test(wordAt(document, number.last + 1))) return true
  // "December 5 and 6", "August 22 to 25"
  const goesOnDate = /^(?:and|to|-|–|or|,)$/.test(before) && MONTH.test(wordAt(document, first - 3))
  if (goesOnDate && number.value <= 31 && /^\d{1,2}$/.test(wordAt(document, first - 2))) return true
  if (/^(?:b\.?c\.?(?:e\.?)?|c\.?e\.?|BC|BCE|CE|AD)$/.test(after)) return true
  return number.value <= 2400 && CLOCK.test(after)
}

/** Four digits from 1500 to 2100 are a year unless something in the plural is counted by them. */
function isYear(document: ReadText, sentence: Sentence, first: number, number: ReadNumber): boolean {
  if (number.form !== 'digits' || number.last !== first + 1 || !/^(?:1[5-9]|20)\d\d$/.test(wordAt(document, first)))
    return false
  const [before, after] = [wordAt(document, first - 1), wordAt(document, number.last)]
  if (/^[$£€¥₹]$|\$$/.test(before)) return false
  const counts = isPlural(after) && /^(?:and|to|for|from|of|–|—|\()$/.test(before)
  if (isDateWord(before) || (BEFORE_YEAR.test(before) && !counts)) return true
  return number.last >= sentence.last || isCapital(after) || !isPlural(after)
}

function isIdentifier(document: ReadText, sentence: Sentence, first: number, number: ReadNumber): boolean {
  const before = wordAt(document, first - 1)
  if (/^(?:per|#)$/.test(before) || (before === '[' && wordAt(document, number.last) === ']')) return true
  if (first === sentence.first || isDateWord(before)) return false
  // "Group of Seven", "World War Two": a number word with a capital inside a sentence is part of a name.
  if (number.form === 'words' && isCapital(wordAt(document, first))) return !/^["“‘'(:—–•-]$/u.test(before)
  if (NUMBERED.test(before)) return number.form !== 'ordinal'
  // "H.R. 8035": initials number a bill, unless those count what follows.
  if (/^(?:\p{Lu}\.){2,}$/u.test(before) && !/^[UE]\./.test(before) && !isPlural(wordAt(document, number.last)))
    return true
  if (DIALLED.test(before) && number.form === 'digits' && !isPlural(wordAt(document, number.last))) return true
  if (isInNumberRow(document, first)) return true
  // "Airbus 320", "iPhone 6": a name just before digits, unless those count what follows.
  const digits = number.form === 'digits' && number.last === first + 1
  const named =
    digits && first - 1 > sentence.first && (isCapital(before) || MODEL.test(before)) && /\p{Ll}/u.test(before)
  const after = wordAt(document, number.last)
  return named && (!isPlural(after) || SINGULAR_VERB.test(after)) && !/^(?:%|percent|per|,|\()$/.test(after)
}

/** "iPhone 6", "eBay 2": small letters before a capital one make a brand. */
const MODEL = /^\p{Ll}{1,2}\p{Lu}\p{Ll}/u
/** What looks like a plural after "iPhone 16" and is its verb. */
const SINGULAR_VERB =
  /^(?:costs|comes|weighs|runs|sells|starts|flies|uses|features|offers|includes|goes|gets|makes|takes|has|is|was)$/

/** "call 101", "quoting log 3317" */
const DIALLED = /^(?:call|calling|dial|dialling|ring|ringing|text|log|reference|ref)$/

/** "0800 123 4567", "(020) 7946 0958": digits in a row that a zero begins are a telephone number, or a part of one. */
function isInNumberRow(document: ReadText, first: number): boolean {
  let start = first
  while (start > first - MOST_GROUPS && /^(?:\d{2,}|\))$/.test(wordAt(document, start - 1))) start--
  const opens = /^0\d+$/.test(wordAt(document, start)) || wordAt(document, start - 1) === '+'
  return opens && /^\d+$/.test(wordAt(document, first))
}

const MOST_GROUPS = 6
