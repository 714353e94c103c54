import { isDateWord } from '../names/capitals.ts'
import { COMMON_WORDS } from '../names/lists/common-words.ts'
import { type ReadText, sliceTokens, tokenAt, wordAt } from '../read-text.ts'

/** Tokens of a noun phrase. */
export interface NounPhrase {
  readonly first: number
  readonly last: number
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words at which a noun phrase is over: prepositions, pronouns, determiners, conjunctions, forms of common verbs. */
const ENDS = words(`
  a an the this that these those some any each every all both either neither no his her its their our my your who whom
  whose which what when where why how if whether while as than then so but and or nor yet because since until unless
  although though after before during in on at by for from to of off up down out over under above below between among
  against about around across through throughout into onto upon with within without per via toward towards along behind
  beside beyond near inside outside like unlike despite except including following amid is are was were be been being am
  has have had having do does did done will would shall should can could may might must not n't never also only just even
  still already almost nearly again ever soon later earlier ago now here there too very more less most least i you he she
  it we they me him us them himself herself itself themselves 's said says told tell say made make makes took take takes
  came come comes went go goes got get gets gave give gives left leave leaves found find finds saw see sees knew know
  became become becomes began begin begins kept keep keeps held hold holds brought bring put set led lost won met ran run
  sat stood fell rose grew shot hit cut sent spent built bought sold paid broke spoke wrote rode flew drove fought caught
  taught thought felt heard meant read lay lived live lives died die dies remain remains need needs want wants face faces
  respectively together yesterday today tomorrow tonight apart away back instead else according due such same other's
  showed shows saw expects believes predicts thinks hopes scored secured earned received raised claimed worldwide nationwide overnight annually daily whereas thus hence however meanwhile starting southeast southwest
  northeast northwest shook struck last next stayed always apiece each north south east west
`)
/** Words that look like plurals and are none, or stand first in a phrase without being its head. */
const NOT_PLURAL = /(?:ss|us|is|ous|'s|news|series)$/
const IRREGULAR_PLURAL = words(`
  people men women children police troops personnel cattle sheep fish aircraft spacecraft
  youth crew staff media data feet teeth geese mice species series civilians policemen policewomen firefighters lawmakers
  fishermen gunmen businessmen
`)
/** Words for what is measured that open many sentences of news. */
const MEASURES = words(
  `turnout unemployment inflation attendance magnitude casualties fatalities infections wages rents exports imports`,
)
const MAX_PHRASE_TOKENS = 7

/**
 * The noun phrase that begins at `first`, as far as it can be told without grammar: up to a small word or a verb, cut
 * after its last plural when it counts several things. Null when none begins there. It never reaches past `limit`.
 */
export function nounPhraseAt(document: ReadText, first: number, limit: number, several: boolean): NounPhrase | null {
  let last = first
  while (last < Math.min(limit, first + MAX_PHRASE_TOKENS) && belongs(document, last, last === first)) last++
  while (last > first && !/^\p{L}/u.test(wordAt(document, last - 1))) last--
  if (last === first) return null
  const end = several ? afterLastPlural(document, first, last) : last
  const cut = withoutTrailingVerbs(document, first, end > first ? end : last)
  return cut > first ? { first, last: cut } : null
}

/** The words of a noun phrase, with single spaces; without the capital of a word that begins its sentence at `start`. */
export function phraseText(document: ReadText, phrase: NounPhrase, start = -1): string {
  const text = sliceTokens(document, phrase.first, phrase.last).replace(/\s+/g, ' ')
  const word = wordAt(document, phrase.first)
  const small = word.toLowerCase()
  const isKnown = COMMON_WORDS.has(small) || document.smallWords.has(small) || MEASURES.has(small)
  const isPlain = phrase.first === start && isKnown && !/^\p{Lu}{2}/u.test(word)
  return isPlain ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** Whether a word looks like a plural noun. */
export function isPlural(word: string): boolean {
  return IRREGULAR_PLURAL.has(word.toLowerCase()) || (/^\p{L}{2,}s$/u.test(word) && !NOT_PLURAL.test(word))
}

/** Whether a word is none of a noun phrase: a small word, or a form of a common verb. */
export function endsNounPhrase(word: string): boolean {
  return ENDS.has(word.toLowerCase())
}

function belongs(document: ReadText, at: number, first: boolean): boolean {
  const word = wordAt(document, at)
  if (word === '-' || word === '/') return !first && isGlued(document, at)
  if (/^['’]s?$/.test(word)) return !first && /^\p{L}/u.test(wordAt(document, at + 1))
  // "F-16 fighters": the number is part of the name before the hyphen.
  if (/^\d{1,3}\p{L}?$/u.test(word))
    return !first && /^[-/]$/.test(wordAt(document, at - 1)) && /^\p{Lu}{1,4}$/u.test(wordAt(document, at - 2))
  if (!/^[\p{L}\d]/u.test(word) || /^\d/.test(word) || isDateWord(word)) return false
  // "3000 lives": right after its number a word that may be a verb is what is counted.
  if (word === 'A' && wordAt(document, at - 1) === '/') return true
  return (
    !ENDS.has(word.toLowerCase()) ||
    /^(?:US|IT)$/.test(word) ||
    (first && /^(?:lives|runs|cuts|hits|leaves)$/.test(word))
  )
}

function isGlued(document: ReadText, at: number): boolean {
  return (
    tokenAt(document, at - 1).end === tokenAt(document, at).start &&
    tokenAt(document, at).end === tokenAt(document, at + 1).start
  )
}

function afterLastPlural(document: ReadText, first: number, last: number): number {
  // A second plural after a first one is likelier a verb ("troops patrols") unless a name or adjective leads to it.
  for (let at = first; at < last; at++) {
    if (!isPlural(wordAt(document, at))) continue
    const next = wordAt(document, at + 1)
    const goesOn =
      at + 1 < last &&
      !/(?:ed|ing|ly|s)$/.test(next) &&
      /^\p{Ll}/u.test(next) &&
      at + 2 < last &&
      isPlural(wordAt(document, at + 2))
    if (!goesOn) return at + 1
  }
  return first
}

function withoutTrailingVerbs(document: ReadText, first: number, last: number): number {
  let end = last
  while (end > first && /(?:ed|ly)$/.test(wordAt(document, end - 1))) end--
  return end
}
