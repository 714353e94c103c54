import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { type NounPhrase, nounPhraseAt, phraseText } from './noun-phrase.ts'
import type { Quantity } from './read-quantity.ts'

/** What a quantity counts or measures, and the token after the words that say so. */
export interface Measured {
  readonly phrase: string
  readonly end: number
}

/** Verbs that tell what happened to people whose number alone stands after them. */
const HARM =
  /^(?:killed|killing|kill|injured|injuring|wounded|wounding|arrested|arresting|detained|hospitalised|hospitalized)$/
const CASUALTY =
  /^(?:dead|died|killed|injured|wounded|missing|arrested|hospitalised|hospitalized|infected|displaced|homeless|survived)$/
const LOOK_BACK = 12

/**
 * The noun phrase that a quantity counts: what follows it ("160 air strikes"), what "of" brings ("20% of the vote"),
 * what a verb implies ("killed 81"), what stands before it ("the death toll rose to 66"), or what the figure before it
 * in the sentence counted, which is `previous`. Null when none of these is there.
 */
export function findMeasure(
  document: ReadText,
  sentence: Sentence,
  quantity: Quantity,
  previous: string | null,
): Measured | null {
  return (
    following(document, sentence, quantity) ??
    afterOf(document, sentence, quantity) ??
    casualties(document, quantity) ??
    preceding(document, sentence, quantity) ??
    shared(document, quantity, previous)
  )
}

function measured(document: ReadText, phrase: NounPhrase): Measured {
  return { phrase: phraseText(document, phrase), end: phrase.last }
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
  const several = quantity.value !== 1 && quantity.form !== 'ordinal' && quantity.unit === null
  const phrase = nounPhraseAt(document, from, sentence.last, several)
  if (phrase === null) return null
  const word = wordAt(document, phrase.first)
  if (CASUALTY.test(word) && phrase.last - phrase.first === 1) return { phrase: `people ${word}`, end: phrase.last }
  return measured(document, phrase)
}

/** "two of the victims", "20% of its oil", "five litres of milk". */
function afterOf(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  if (wordAt(document, quantity.last) !== 'of') return null
  let from = quantity.last + 1
  while (
    /^(?:the|its|their|his|her|all|these|those|this|our)$/.test(wordAt(document, from)) &&
    from < quantity.last + 3
  )
    from++
  const phrase = nounPhraseAt(document, from, sentence.last, false)
  return phrase === null ? null : measured(document, phrase)
}

/** "killed 81", "12 dead", "81 had died": people, and what befell them. */
function casualties(document: ReadText, quantity: Quantity): Measured | null {
  if (quantity.unit !== null) return null
  const before = wordAt(document, quantity.first - 1)
  if (HARM.test(before)) {
    const harmed = before.replace(/(?:ing|ed)?$/, 'ed')
    return { phrase: `people ${harmed}`, end: quantity.last }
  }
  const after = [1, 2].map((step) => wordAt(document, quantity.last - 1 + step)).find((word) => CASUALTY.test(word))
  return after === undefined ? null : { phrase: `people ${after}`, end: quantity.last }
}

/** "the number of deaths is 66", "the death toll rose to 66", "a magnitude of 6.4", "sentenced to 40 years". */
function preceding(document: ReadText, sentence: Sentence, quantity: Quantity): Measured | null {
  if (
    !/^(?:to|at|of|is|was|were|are|by|reached|stood|hit|:|magnitude|reaching)$/.test(
      wordAt(document, quantity.first - 1),
    )
  )
    return null
  for (let at = quantity.first - 2; at >= Math.max(sentence.first, quantity.first - LOOK_BACK); at--) {
    const word = wordAt(document, at)
    if (/^[.;:!?“”"]$/u.test(word)) return null
    if (word === 'toll')
      return { phrase: wordAt(document, at - 1) === 'death' ? 'death toll' : 'toll', end: quantity.last }
    if (word === 'of' && /^(?:number|total|rate|percentage|share|cost|price|value)$/.test(wordAt(document, at - 1))) {
      const from = /^(?:the|a)$/.test(wordAt(document, at + 1)) ? at + 2 : at + 1
      const phrase = nounPhraseAt(document, from, quantity.first, false)
      if (phrase !== null) return { phrase: phraseText(document, phrase), end: quantity.last }
    }
    if (
      /^(?:population|magnitude|temperature|turnout|unemployment|inflation|speed|budget|height|depth|weight|length|distance|revenue|profit|profits|sales|bail|bounty|fine|growth|majority|debt|deficit)$/.test(
        word.toLowerCase(),
      )
    ) {
      return { phrase: word.toLowerCase(), end: quantity.last }
    }
  }
  return null
}

/** "36 in one town, 29 in another": the figure before says what is counted, when a place or the end comes next. */
function shared(document: ReadText, quantity: Quantity, previous: string | null): Measured | null {
  if (previous === null || previous === 'age' || quantity.unit !== null || quantity.form === 'ordinal') return null
  if (
    !/^(?:in|from|at|and|,|\.|for|on|to|were|was|are|had|have|more|others?|who|of)$/.test(
      wordAt(document, quantity.last),
    )
  )
    return null
  return { phrase: previous, end: quantity.last }
}
