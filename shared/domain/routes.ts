/** Where a screen is: paths of the hash router, the same in both hosts. */
export const routes = {
  library: '/library',
  dossiers: '/dossiers',
  figures: '/figures',
  cards: '/cards',
  review: '/review',
  practice: '/practice',
  marks: '/marks',
  statistics: '/statistics',
  repair: '/repair',
  settings: '/settings',
} as const

/** The reader on an article, scrolled to a passage and lighting it up when given. Offsets: UTF-16 code units. */
export function articlePath(articleId: string, passage?: { start: number; end: number } | null): string {
  return passage ? `/article/${articleId}?at=${passage.start}-${passage.end}` : `/article/${articleId}`
}

/** Two articles side by side. */
export function besidePath(articleId: string, otherId: string): string {
  return `/article/${articleId}?beside=${otherId}`
}

/** The marks that have no sure place, of all articles or of one. */
export function repairPath(articleId?: string): string {
  return articleId ? `/repair?article=${articleId}` : '/repair'
}

/** The dossier of an entity. */
export function dossierPath(entityId: string): string {
  return `/dossier/${entityId}`
}

/** The card list with one card open. */
export function cardPath(cardId: string): string {
  return `/cards?card=${cardId}`
}

/** The passage that `articlePath` put into a query string, or null when it holds none that is well formed. */
export function parsePassage(at: string | null): { start: number; end: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '')
  if (!match) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end ? { start, end } : null
}
