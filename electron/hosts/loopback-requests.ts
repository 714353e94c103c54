import type { ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** How long a call may take to finish once the host is to close. */
const GRACE_MS = 1_000

/** The requests that are being answered. */
export interface RequestBook {
  add(response: ServerResponse, answered: Promise<void>): void
  /** Ends event streams at once, the rest after a grace time, and resolves within two of them whatever runs on. */
  drain(): Promise<void>
}

/** An empty book. A host that closes reads it, so that no call is cut off halfway and none holds the host up. */
export function createRequestBook(): RequestBook {
  const open = new Map<ServerResponse, Promise<void>>()
  const endWhere = (isOver: (response: ServerResponse) => boolean) => {
    for (const response of open.keys()) if (isOver(response)) response.destroy()
  }
  return {
    add(response, answered) {
      open.set(
        response,
        answered.finally(() => open.delete(response)),
      )
    },
    async drain() {
      endWhere(isEventStream)
      await settledWithin(GRACE_MS, open.values())
      endWhere(() => true)
      await settledWithin(GRACE_MS, open.values())
    },
  }
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream')
}

async function settledWithin(limitMs: number, promises: Iterable<Promise<void>>): Promise<void> {
  const limit = new AbortController()
  const timeout = setTimeout(limitMs, undefined, { signal: limit.signal }).catch(() => {}) // rejects when called off
  await Promise.race([Promise.allSettled(promises), timeout])
  limit.abort()
}
