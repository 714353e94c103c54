import { firstIndexWhere } from '#shared/text/first-index.ts'
import { type ReadText, sliceTokens, wordAt } from '../read-text.ts'
import { findAcronyms } from './acronyms.ts'
import { findNamesByRules } from './find-names-by-rules.ts'
import type { NameModel } from './model-load.ts'
import type { FindNames, NameSpan } from './name-span.ts'
import { namesIn } from './names-in.ts'
import { findNamesByModel } from './tagger-find-names.ts'
import { readTitlePhrase } from './titles.ts'

/** A name of so many tokens that rules are this sure of is one name, even where the model sees several in it. */
const LONG = { tokens: 5, confidence: 0.95 }

/**
 * Finds names by a trained model and, where they know better, by rules: short forms ("IS") and the names they stand
 * for, peoples and faiths, and long names that the model breaks up. On held-out news the two find no fewer than the model alone, and the short forms
 * of a group in every sentence.
 */
export function createNameFinder(model: NameModel): FindNames {
  const findByModel = findNamesByModel(model)
  return (document) => {
    const ruled = findNamesByRules(document)
    const tagged = findByModel(document).map((name) => withoutTitle(document, name))
    const spelledOut = longForms(document)
    const whole = ruled.filter((name) => isWhole(name, tagged) || spelledOut.has(surfaceOf(document, name)))
    const kept = [...tagged.filter((name) => !overlapsAny(name, whole)), ...whole].sort(byPlace)
    const added = ruled.filter((name) => isRulesOwn(document, name) && !overlapsAny(name, kept))
    return [...kept, ...added].sort(byPlace)
  }
}

const byPlace = (a: NameSpan, b: NameSpan): number => a.first - b.first

/** "FM Ibrahim Jafari": what stands before a person's name is a role, not a part of it. */
function withoutTitle(document: ReadText, name: NameSpan): NameSpan {
  if (name.kind !== 'person') return name
  const title = readTitlePhrase(document, name.first, name.last)
  return title !== null && title.last < name.last ? { ...name, first: title.last } : name
}

function surfaceOf(document: ReadText, { first, last }: Pick<NameSpan, 'first' | 'last'>): string {
  return sliceTokens(document, first, last).toLowerCase()
}

/** The long names that a bracket shortens somewhere in the text: "Water Board (WB)". */
function longForms(document: ReadText): ReadonlySet<string> {
  return new Set(
    findAcronyms(document).map(({ longFirst, longLast }) => surfaceOf(document, { first: longFirst, last: longLast })),
  )
}

function isWhole(name: NameSpan, tagged: readonly NameSpan[]): boolean {
  const isLong = name.last - name.first >= LONG.tokens && name.confidence >= LONG.confidence
  return isLong && namesIn(tagged, name.first, name.last).length > 1
}

function isRulesOwn(document: ReadText, { first, last, detail }: NameSpan): boolean {
  if (detail === 'people' || detail === 'faith') return true
  return last - first === 1 && /^\p{Lu}{2,6}$/u.test(wordAt(document, first))
}

/** `names` by place, without overlap among themselves; found by halving, so that long texts stay linear. */
function overlapsAny(name: NameSpan, names: readonly NameSpan[]): boolean {
  const next = names[firstIndexWhere(names, ({ last }) => last > name.first)]
  return (next?.first ?? Number.POSITIVE_INFINITY) < name.last
}
