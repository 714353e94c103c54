import { formatCount } from '#renderer/ui/format.ts'
import type { IntakeResult, IntakeRow, IntakeState } from '#shared/contract/intake.ts'
import { importFailureWords } from './import-words.ts'

/** What each state is called in the list. */
export const stateNames: Readonly<Record<IntakeState, string>> = {
  new: 'New',
  changed: 'Changed',
  near: 'Much alike',
  same: 'There already',
  failed: 'Not readable',
}

/** What kind of thing a row is, where that is no article. */
export const kindNames: Readonly<Record<IntakeRow['kind'], string>> = {
  article: 'Article',
  marks: 'Marks',
  cards: 'Cards',
  address: 'Page to fetch',
  file: 'File',
}

/** What storing a row would do, in a few words. */
export function rowWords({ kind, state, counts, code, other }: IntakeRow): string {
  if (state === 'failed') return code ? importFailureWords[code] : ''
  const there = other ? `“${other.title}”` : ''
  if (kind === 'marks' && counts) return marksWords(counts.new, counts.same, other ? there : null)
  if (kind === 'cards' && counts) return cardsWords(counts)
  if (state === 'same') return other?.articleId === null ? `As ${there} in this import` : `You have it: ${there}`
  if (state === 'changed') return `New text of ${there}; its marks follow`
  if (state === 'near') return `${Math.min(99, Math.round((other?.likeness ?? 0) * 100))} % the same as ${there}`
  return kind === 'address' ? 'Fetched if you choose it' : 'New'
}

function marksWords(fresh: number, same: number, on: string | null): string {
  if (fresh === 0) return 'All of these marks are there'
  const place = on ? ` on ${on}` : ', an article of their own'
  return `${formatCount(fresh, 'new mark', 'new marks')}${place}${same > 0 ? `; ${same} there` : ''}`
}

function cardsWords({ new: fresh, changed, same }: NonNullable<IntakeRow['counts']>): string {
  const parts = [
    fresh > 0 ? formatCount(fresh, 'new card', 'new cards') : '',
    changed > 0 ? `${changed} changed` : '',
    same > 0 ? `${same} there` : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** The outcome in one sentence. */
export function resultWords(result: IntakeResult): string {
  const { articleIds, changed, marks, adrift, cards, failed } = result
  const parts = [
    articleIds.length > 0 ? `${formatCount(articleIds.length, 'article', 'articles')} imported` : '',
    changed > 0 ? `${changed} with a new text` : '',
    marks > 0 ? formatCount(marks, 'mark', 'marks') : '',
    adrift > 0 ? `${formatCount(adrift, 'mark', 'marks')} to repair` : '',
    cards.new > 0 ? formatCount(cards.new, 'card', 'cards') : '',
    cards.changed > 0 ? `${formatCount(cards.changed, 'card', 'cards')} changed` : '',
    failed.length > 0 ? `${failed.length} not imported` : '',
  ].filter(Boolean)
  const sentence = parts.join(', ')
  return sentence === '' ? 'Nothing was imported' : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
