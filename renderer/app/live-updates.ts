import { partialMatchKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import { getConnection } from '#renderer/client/connection.ts'
import { dropStaleUndo } from '#renderer/ui/toast.tsx'
import type { ChangedArea } from '#shared/contract/library.ts'
import { renewQueries } from './renew-queries.ts'

const FIRST_PAUSE_MS = 400
const LONGEST_PAUSE_MS = 5_000
const GATHER_MS = 250

/**
 * Follows `library.changes` until `signal` aborts and asks again for what changed. When the stream opens, it asks for
 * everything that was asked before: changes made until then were told to nobody. A host that has made none yet, as when
 * the app begins, has nothing else to say.
 */
export async function followChanges(queries: QueryClient, signal: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS
  let missed = true
  let hasOpened = false
  const areasChanged = gather((areas) => invalidateAreas(queries, areas))
  while (!signal.aborted) {
    try {
      for await (const change of await client.library.changes(undefined, { signal })) {
        pauseMs = FIRST_PAUSE_MS
        if (!missed) areasChanged(change.areas)
        else if (hasOpened || change.revision > 0) void renewQueries(queries)
        missed = false
        hasOpened = true
      }
    } catch {
      // Whatever broke the stream, the connection state tells the person; here it is only opened again.
    }
    missed = true
    // A token that was refused stays refused: only a fresh start helps.
    if (getConnection() === 'refused' || getConnection() === 'missing') return
    await pause(pauseMs, signal)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
}

/** Passes the first change on at once and those that follow closely together: an import announces hundreds. */
function gather(pass: (areas: ReadonlySet<ChangedArea>) => void): (areas: readonly ChangedArea[]) => void {
  let waiting: Set<ChangedArea> | null = null
  const settle = () => {
    const areas = waiting
    waiting = null
    if (!areas || areas.size === 0) return
    hold()
    pass(areas)
  }
  const hold = () => {
    waiting = new Set()
    setTimeout(settle, GATHER_MS)
  }
  return (areas) => {
    if (areas.length === 0) return
    if (waiting) {
      for (const area of areas) waiting.add(area)
    } else {
      hold()
      pass(new Set(areas))
    }
  }
}

function invalidateAreas(queries: QueryClient, areas: ReadonlySet<ChangedArea>): void {
  // What can't be asked is said by whatever else is asked now.
  if (areas.has('history') || areas.has('library')) dropStaleUndo().catch(() => {})
  // After a restore nothing is what it was.
  if (areas.has('library')) return void renewQueries(queries)
  for (const area of areas)
    if (area !== 'article' && area !== 'card') void renewQueries(queries, { queryKey: keys[area]() })
  if (areas.has('article')) void renewOpenArticles(queries)
  if (areas.has('card')) void renewCards(queries)
  // Who is meant decides whether two figures are about the same.
  if (areas.has('entity')) void renewQueries(queries, { queryKey: api.figure.disagreements.key() })
  void renewQueries(queries, { queryKey: api.search.key() })
  void renewQueries(queries, { queryKey: api.export.count.key() })
  if (areas.has('article') || areas.has('card')) void renewAfter(CARD_LEAVES_MS, queries, api.evidence.key())
  if (areas.has('annotation')) void renewQueries(queries, { queryKey: api.entity.notes.key() })
  if (areas.has('card') || areas.has('review')) void renewQueries(queries, { queryKey: api.entity.cards.key() })
  if (areas.has('review') || areas.has('card') || areas.has('deck')) {
    void renewQueries(queries, { queryKey: api.stats.key() })
    void renewQueries(queries, { queryKey: api.deck.key() })
    void renewQueries(queries, { queryKey: api.memory.key() })
  }
  if (areas.has('article') || areas.has('annotation')) void renewQueries(queries, { queryKey: api.duplicate.key() })
  if (areas.has('annotation')) void renewQueries(queries, { queryKey: api.repair.key() })
  if (areas.has('annotation') || areas.has('card') || areas.has('settings'))
    void renewQueries(queries, { queryKey: api.resurface.key() })
  if (areas.has('annotation') || areas.has('card')) void renewQueries(queries, { queryKey: api.tag.key() })
  if (areas.has('entity')) void renewQueries(queries, { queryKey: api.correction.key() })
  if (areas.has('article') || areas.has('card')) {
    void renewQueries(queries, { queryKey: api.library.info.key() })
  }
  if (areas.has('card') || areas.has('review') || areas.has('entity'))
    void renewQueries(queries, { queryKey: api.recall.key() })
  if (areas.has('card') || areas.has('entity')) {
    void renewQueries(queries, { queryKey: api.practice.confusions.key() })
    void renewQueries(queries, { queryKey: api.confusion.key() })
  }
  void renewQueries(queries, { queryKey: api.history.key() })
  void renewQueries(queries, { queryKey: api.backup.now.key() })
}

/** Time for a screen to take off what is no more, an article or a card: it is not asked for again. */
const LEAVE_MS = 100
/** A card stays on the table until the next one has come. */
const CARD_LEAVES_MS = 500

/** Open articles are asked for after the lists have told which are still there: one that was deleted is not. */
async function renewOpenArticles(queries: QueryClient): Promise<void> {
  void renewQueries(queries, { queryKey: api.article.books.key() })
  await renewQueries(queries, { queryKey: api.article.list.key() })
  await renewAfter(LEAVE_MS, queries, api.article.get.key())
}

/** Single cards are asked for after all that lists them. */
async function renewCards(queries: QueryClient): Promise<void> {
  const single = api.card.get.key()
  const isListing = ({ queryKey }: Query) => !partialMatchKey(queryKey, single)
  await renewQueries(queries, { queryKey: api.card.key(), predicate: isListing })
  await renewAfter(CARD_LEAVES_MS, queries, single)
}

async function renewAfter(ms: number, queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  await renewQueries(queries, { queryKey })
}

const keys: Record<ChangedArea, () => readonly unknown[]> = {
  article: () => api.article.list.key(),
  // An open article is long, and its text has not changed.
  articleCounts: () => api.article.list.key(),
  annotation: () => api.annotation.key(),
  category: () => api.category.key(),
  entity: () => api.entity.key(),
  figure: () => api.figure.key(),
  suggestion: () => api.suggestion.key(),
  card: () => api.card.key(),
  deck: () => api.deck.key(),
  review: () => api.review.key(),
  settings: () => api.settings.key(),
  history: () => api.history.key(),
  backup: () => api.backup.key(),
  desktop: () => api.desktop.key(),
  watch: () => api.watch.key(),
  library: () => api.library.key(),
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
