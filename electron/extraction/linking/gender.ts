import { MEN, WOMEN } from '../names/lists/gendered-names.ts'
import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom } from '../names/names-in.ts'
import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'

/** What words about a person say. */
export type Gender = 'woman' | 'man'

const OF_MEN = /^(?:Mr|Mr\.|Messrs|Sir|Lord|Monsieur|Herr|Señor|Baron|Brother|Father|King|Prince|Duke|Emperor)$/
const OF_WOMEN =
  /^(?:Mrs|Mrs\.|Ms|Ms\.|Miss|Dame|Lady|Madam|Madame|Frau|Señora|Baroness|Sister|Mother|Queen|Princess|Duchess|Empress)$/
const MALE_NOUN =
  /^(?:husband|widower|son|father|brother|uncle|nephew|grandson|grandfather|boyfriend|stepfather|ex-husband|man|boy|actor|king|prince|duke|(?:spokes|chair|congress|business|states|sales|council|assembly|alder|noble|police|clergy|crafts|air)man)$/i
const FEMALE_NOUN =
  /^(?:wife|widow|daughter|mother|sister|aunt|niece|granddaughter|grandmother|girlfriend|stepmother|ex-wife|woman|girl|actress|queen|princess|duchess|heiress|housewife|\p{L}+woman)$/iu
/** At these another is spoken of: "his wife's lawyer", "whose husband". */
const OWNS = /^['’]s?$/
const ENDS_NOUN = /^(?:[,.;:!?]|who|whose|and|with|but|said|says|was|is|had|has|told)$/
const ROLE_TOKENS = 4
const PRONOUN_TOKENS = 14

/** What the title right before a name says: "Ms" of "Ms Harrow"; null where there is none. */
export function genderByTitle(document: ReadText, name: NameSpan): Gender | null {
  // A title may have become part of the name.
  for (const word of [wordAt(document, name.first), wordAt(document, name.first - 1)]) {
    if (OF_MEN.test(word)) return 'man'
    if (OF_WOMEN.test(word)) return 'woman'
  }
  return null
}

/** What the text says around one full name, the surest first: a title, the given name, what kin it is, a pronoun. */
export function genderOf(
  document: ReadText,
  sentence: Sentence | undefined,
  names: readonly NameSpan[],
  name: NameSpan,
  given: string,
): Gender | null {
  return (
    genderByTitle(document, name) ??
    genderOfGiven(given) ??
    genderByNoun(document, name) ??
    genderByPronoun(document, sentence, names, name)
  )
}

/** What a folded given name says. */
export function genderOfGiven(given: string): Gender | null {
  if (WOMEN.has(given)) return 'woman'
  return MEN.has(given) ? 'man' : null
}

/** "his sister Lydia Harrow", "Lydia Harrow, the chairwoman". */
function genderByNoun(document: ReadText, name: NameSpan): Gender | null {
  const at = wordAt(document, name.first - 1) === ',' ? name.first - 2 : name.first - 1
  const after = wordAt(document, name.last) === ',' ? name.last + 1 : document.tokens.length
  const near = [at, ...Array.from({ length: ROLE_TOKENS }, (_, step) => after + step)]
  for (const place of near) {
    const word = wordAt(document, place)
    if (ENDS_NOUN.test(word)) break
    if (OWNS.test(wordAt(document, place + 1))) continue
    if (FEMALE_NOUN.test(word)) return 'woman'
    if (MALE_NOUN.test(word)) return 'man'
  }
  return null
}

/** "Harrow said she would": the first pronoun after a name, where nobody else is named before it. */
export function genderByPronoun(
  document: ReadText,
  sentence: Sentence | undefined,
  names: readonly NameSpan[],
  name: NameSpan,
): Gender | null {
  const end = Math.min(sentence?.last ?? name.last, name.last + PRONOUN_TOKENS)
  const next = names[firstNameFrom(names, name.last)]
  for (let at = name.last; at < end; at++) {
    if (next?.kind === 'person' && at >= next.first) return null
    const word = wordAt(document, at)
    if (/^["“”]$/.test(word)) return null
    if (/^(?:she|her|herself)$/.test(word)) return 'woman'
    if (/^(?:he|his|himself)$/.test(word)) return 'man'
  }
  return null
}
