import type { NameSpan } from '../names/name-span.ts'
import { firstNameFrom } from '../names/names-in.ts'
import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import type { Named } from './speakers.ts'

/** What befalls people at a place, so that who was harmed by it was harmed there. */
const EVENT =
  /^(?:floods?|flooding|earthquakes?|quakes?|attacks?|shelling|storms?|fires?|wildfires?|blazes?|blasts?|explosions?|bombings?|bombardment|airstrikes?|raids?|crash|collapse|landslides?|mudslides?|avalanches?|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|tsunami|clashes|fighting|battle|siege|shooting|stampede|eruption|outbreak|epidemic|drought|famine|heatwave|massacre|ambush|riots?|protests?)$/i
const HARM =
  /\b(?:killed|dead|died|deaths?|toll|injured|wounded|hurt|displaced|missing|homeless|fled|evacuated|drowned|casualties|fatalities|victims|infected)\b/
/** So many sentences on, the text may speak of something else. */
const LASTS = 4
const WHERE_REACH = 24

/** Where what a text tells of happened, kept while its sentences are read in order. */
export class Topics {
  readonly #places = new Map<string, NameSpan>()
  #latest: { readonly place: Named; readonly sentence: number } | null = null
  #sentence = 0

  /** Takes note of "the floods in Marrakesh province" in the next sentence. */
  read(document: ReadText, sentence: Sentence, names: readonly NameSpan[]): void {
    this.#sentence++
    for (let at = sentence.first; at < sentence.last; at++) {
      if (!EVENT.test(wordAt(document, at))) continue
      const place = placeAfter(document, sentence, names, at + 1)
      if (place) this.#places.set(stemOf(wordAt(document, at)), place)
    }
  }

  /** Where people were harmed of whom the sentence says no place: that of the event it names, else of those before. */
  placeOf(document: ReadText, sentence: Sentence, measures: string | null): Named | null {
    if (measures === null || !HARM.test(measures)) return null
    for (let at = sentence.first; at < sentence.last; at++) {
      const place = this.#places.get(stemOf(wordAt(document, at)))
      if (place) return place
    }
    return this.#latest && this.#sentence - this.#latest.sentence <= LASTS ? this.#latest.place : null
  }

  /** Takes note of whom a count of people harmed is of. */
  told(measures: string | null, place: Named | null): void {
    if (measures !== null && place && HARM.test(measures)) this.#latest = { place, sentence: this.#sentence }
  }
}

/** "were killed in Tarmo", "had been displaced by the floods in Marrakesh": the place in the same clause, or null. */
export function placeOfHarm(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  from: number,
  measures: string | null,
): NameSpan | null {
  if (measures === null || !HARM.test(measures)) return null
  for (let at = from; at < Math.min(sentence.last, from + WHERE_REACH); at++) {
    if (/^(?:[,;:.“”"]|said|while|but)$/u.test(wordAt(document, at))) return null
    const place = placeAfter(document, sentence, names, at)
    if (place) return place
  }
  return null
}

/** The place that "in", "at" or "near" at token `at` brings. */
function placeAfter(document: ReadText, sentence: Sentence, names: readonly NameSpan[], at: number): NameSpan | null {
  if (!/^(?:in|at|near|around|across|outside|of|on)$/.test(wordAt(document, at))) return null
  let from = at + 1
  while (
    from < at + 6 &&
    /^(?:the|its|northern|southern|eastern|western|central|north|south|east|west|city|town|village|province|region|district|capital|port|of)$/.test(
      wordAt(document, from),
    )
  )
    from++
  const name = names[firstNameFrom(names, from)]
  return name?.first === from && name.kind === 'place' && name.last <= sentence.last ? name : null
}

function stemOf(word: string): string {
  return word.toLowerCase().replace(/ing$|s$/, '')
}
