import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { NameModel } from './model-load.ts'
import type { FindNames, NameSpan } from './name-span.ts'
import { type TaggedName, tagNames } from './tagger.ts'

/** The recogniser of a model, to be given to `extractWith`. */
export function findNamesByModel(model: NameModel): FindNames {
  return (document) =>
    tagNames(model, document.tokens, document.sentences).flatMap((name) => toSpan(document, name) ?? [])
}

/** MISC (works, events, laws) is nothing the person is shown. */
function toSpan(document: ReadText, name: TaggedName): NameSpan | null {
  const { first, last, confidence } = name
  switch (name.type) {
    case 'PER':
      return { first, last, kind: 'person', detail: null, confidence }
    case 'ORG':
      return { first, last, kind: 'group', detail: 'organisation', confidence }
    case 'LOC':
      return { first, last, kind: 'place', detail: null, confidence }
    case 'NORP':
      return isPeople(document, first, last)
        ? {
            first,
            last,
            kind: 'group',
            detail: FAITHS.test(wordAt(document, last - 1)) ? 'faith' : 'people',
            confidence,
          }
        : null
    case 'MISC':
      return null
  }
}

const FAITHS =
  /^(?:Muslim|Sunni|Shia|Shiite|Alawite|Salafist?|Sufi|Christian|Catholic|Protestant|Anglican|Copt|Jew|Hindu|Buddhist|Sikh|Mormon|Yazidi|Druze|Islamist)/

/** "Iraqis", "Sunni Muslims" and "the British" are people; "Iraqi" before a noun says only where that is from. */
function isPeople(document: ReadText, first: number, last: number): boolean {
  if (/[^s]s$/.test(wordAt(document, last - 1))) return true
  const next = tokenAt(document, last).text
  return wordAt(document, first - 1).toLowerCase() === 'the' && !/^[\p{L}\p{N}-]/u.test(next)
}
