import type { FoundRole } from '#shared/domain/extraction.ts'
import type { NameSpan } from '../names/name-span.ts'
import type { ReadText } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { appositionAfter, appositionBefore, copula, roleAfter } from './appositions.ts'
import { roleOf } from './role-words.ts'
import { titlesBefore } from './title-before.ts'
import { toldOffice } from './told-office.ts'

/** What the text calls the person or group of one name, from the words just before and just after it. */
export function findRoles(
  document: ReadText,
  sentence: Sentence,
  names: readonly NameSpan[],
  name: NameSpan,
): FoundRole[] {
  if (name.kind === 'place' || (name.kind === 'group' && /^(?:people|faith)$/.test(name.detail ?? ''))) return []
  const titles = titlesBefore(document, sentence, names, name)
  const spans = [
    ...titles,
    appositionAfter(document, sentence, names, name),
    appositionBefore(document, sentence, name, titles[0]?.first ?? name.first),
    copula(document, sentence, name) ?? toldOffice(document, sentence, name),
    roleAfter(document, sentence, name),
  ]
  return spans.filter((span) => span !== null).map((span) => roleOf(document, span))
}
