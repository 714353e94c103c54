import type { Change, ChangedArea } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** Tells every open window what changed. Announcements only: nothing is steered by them. */
export interface ChangeFeed {
  announce(areas: readonly ChangedArea[], articleId?: ArticleId | null): void
  /** All changes from now on, begun by one with no areas, until `signal` aborts or the feed closes. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<Change, void, void>
  close(): void
}

type Watcher = (change: Change | null) => void

/** A feed with no history: who connects later asks for the present state anyway. */
export function createChangeFeed(): ChangeFeed {
  const watchers = new Set<Watcher>()
  let revision = 0
  let isClosed = false
  const tell = (change: Change | null) => {
    for (const watcher of watchers) watcher(change)
  }
  return {
    announce(areas, articleId = null) {
      revision += 1
      tell({ areas: [...areas], revision, articleId })
    },
    watch: (signal) =>
      watch(watchers, { areas: [], revision, articleId: null }, () => isClosed || signal?.aborted, signal),
    close() {
      isClosed = true
      tell(null)
    },
  }
}

async function* watch(
  watchers: Set<Watcher>,
  first: Change,
  isOver: () => boolean | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Change, void, void> {
  let pending: Change | null = first
  let wake = () => {}
  const watcher: Watcher = (change) => {
    if (change) pending = merge(pending, change)
    wake()
  }
  const stop = () => watcher(null)
  watchers.add(watcher)
  signal?.addEventListener('abort', stop)
  try {
    while (!isOver()) {
      const change: Change | null = pending
      pending = null
      if (change) yield change
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    watchers.delete(watcher)
    signal?.removeEventListener('abort', stop)
  }
}

/** Two changes as one: a window that is slow to read is told less often, and nothing piles up for it. */
function merge(earlier: Change | null, later: Change): Change {
  if (!earlier) return later
  const areas = [...new Set([...earlier.areas, ...later.areas])]
  const isOne = earlier.articleId === later.articleId || earlier.areas.length === 0
  return { areas, revision: later.revision, articleId: isOne ? later.articleId : null }
}
