/** Where a screen is: paths of the hash router, the same in both hosts. */
export const routes = {
  library: '/library',
  dossiers: '/dossiers',
  same: '/dossiers/same',
  doubtful: '/dossiers/doubtful',
  corrections: '/dossiers/corrections',
  honesty: '/dossiers/honesty',
  figures: '/figures',
  cards: '/cards',
  review: '/review',
  practice: '/practice',
  oldMarks: '/marks/today',
  marks: '/marks',
  statistics: '/statistics',
  repair: '/repair',
  export: '/export',
  duplicates: '/duplicates',
  settings: '/settings',
} as const

/** The reader on an article, scrolled to a passage and lighting it up when given. Offsets: UTF-16 code units. */
export function articlePath(articleId: string, passage?: { start: number; end: number } | null): string {
  return passage ? `/article/${articleId}?at=${passage.start}-${passage.end}` : `/article/${articleId}`
}

/** The chapters of a book, in the library. */
export function bookPath(bookId: string): string {
  return `/library?book=${bookId}`
}

/** The marks that have no sure place, of all articles or of one. */
export function repairPath(articleId?: string): string {
  return articleId ? `/repair?article=${articleId}` : '/repair'
}

/** Two articles side by side. */
export function besidePath(articleId: string, otherId: string): string {
  return `/article/${articleId}?beside=${otherId}`
}

/** Up to when a dossier looks, as addresses say it: `by=published&day=2014-09-15`. */
export interface AsOfInPath {
  readonly by: 'published' | 'read'
  readonly day: string
}

/** The dossier of an entity, as of a day if given. */
export function dossierPath(entityId: string, asOf?: AsOfInPath | null): string {
  return asOf ? `/dossier/${entityId}?by=${asOf.by}&day=${asOf.day}` : `/dossier/${entityId}`
}

/** What `dossierPath` put into a query string, or null when it holds no day that there is. */
export function parseAsOf(params: { get(name: string): string | null }): AsOfInPath | null {
  const [by, day] = [params.get('by'), params.get('day') ?? '']
  if (by !== 'published' && by !== 'read') return null
  const date = new Date(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
  return isDay ? { by, day } : null
}

/** The table of the cards that carry a tag. */
export function taggedCardsPath(tag: string): string {
  return `/cards?tab=table&tag=${encodeURIComponent(tag)}`
}

/** The card list with one card open. */
export function cardPath(cardId: string): string {
  return `/cards?card=${cardId}`
}

/** Review of one deck alone. */
export function reviewPath(deckId: string): string {
  return `/review?deck=${deckId}`
}

/** Practice with what an article or an entity gives. */
export function practicePath(from: { readonly articleId: string } | { readonly entityId: string }): string {
  return 'articleId' in from ? `/practice?article=${from.articleId}` : `/practice?entity=${from.entityId}`
}

/** The passage that `articlePath` put into a query string, or null when it holds none that is well formed. */
export function parsePassage(at: string | null): { start: number; end: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '')
  if (!match) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end ? { start, end } : null
}
