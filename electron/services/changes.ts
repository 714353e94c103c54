import type { Change, ChangedArea } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** Tells every open window what changed. Announcements only: nothing is steered by them. */
export interface ChangeFeed {
  announce(areas: readonly ChangedArea[], articleId?: ArticleId | null): void
  /** All changes from now on, begun by one with no areas, until `signal` aborts or the feed closes. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<Change, void, void>
  close(): void
}

/** A feed with no history: who connects later asks for the present state anyway. */
export function createChangeFeed(): ChangeFeed {
  const watchers = new Set<(change: Change | null) => void>()
  let revision = 0
  const tell = (change: Change | null) => {
    for (const watcher of watchers) watcher(change)
  }
  return {
    announce(areas, articleId = null) {
      revision += 1
      tell({ areas: [...areas], revision, articleId })
    },
    watch: (signal) => watch(watchers, { areas: [], revision, articleId: null }, signal),
    close: () => tell(null),
  }
}

async function* watch(
  watchers: Set<(change: Change | null) => void>,
  first: Change,
  signal: AbortSignal | undefined,
): AsyncGenerator<Change, void, void> {
  const queue: (Change | null)[] = [first]
  let wake = () => {}
  const watcher = (change: Change | null) => {
    queue.push(change)
    wake()
  }
  const stop = () => watcher(null)
  watchers.add(watcher)
  signal?.addEventListener('abort', stop)
  try {
    while (!signal?.aborted) {
      const change = queue.shift()
      if (change === null) return
      if (change) yield change
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    watchers.delete(watcher)
    signal?.removeEventListener('abort', stop)
  }
}
