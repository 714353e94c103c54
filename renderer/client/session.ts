const STORAGE_KEY = 'dossier.token'

/** What an address hands over: the token itself, or a code that is good for one trade. */
export type Access = { readonly kind: 'token' | 'code'; readonly value: string }

/** How the loopback host was met. `refused`: the code was used before; `gone`: nobody answered. */
export type SessionResult = 'open' | 'missing' | 'refused' | 'gone'

/** The parts of the page that a session is made of. */
export interface SessionPage {
  readonly location: Pick<Location, 'hash' | 'origin' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** The access in a URL fragment such as `#token=abc`, or null. A route such as `#/library?token=abc` holds none. */
export function parseAccess(hash: string): Access | null {
  const match = /^#(token|code)=([\w.~-]{8,200})(?:&|$)/.exec(hash)
  if (!match?.[2]) return null
  return { kind: match[1] === 'token' ? 'token' : 'code', value: match[2] }
}

/** The token of this tab, or null. */
export function readToken(storage: Pick<Storage, 'getItem'>): string | null {
  return storage.getItem(STORAGE_KEY)
}

/**
 * Takes the token from the address into this tab's storage and wipes it from the address and the history entry, so
 * that neither a bookmark nor a screenshot holds it. Keeps an earlier token of the tab when the address has none.
 */
export async function openSession(page: SessionPage): Promise<SessionResult> {
  const access = parseAccess(page.location.hash)
  if (access) page.history.replaceState(null, '', page.location.pathname + page.location.search)
  if (access?.kind === 'token') {
    page.storage.setItem(STORAGE_KEY, access.value)
    return 'open'
  }
  if (access?.kind === 'code') return tradeCode(page, access.value)
  return readToken(page.storage) === null ? 'missing' : 'open'
}

async function tradeCode(page: SessionPage, code: string): Promise<SessionResult> {
  const answer = await page
    .fetch(`${page.location.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    // Only the network fails here; the host's own refusals are answers.
    .catch(() => null)
  if (!answer) return 'gone'
  const body: unknown = answer.ok ? await answer.json() : null
  if (typeof body !== 'object' || body === null || !('token' in body) || typeof body.token !== 'string')
    return 'refused'
  page.storage.setItem(STORAGE_KEY, body.token)
  return 'open'
}
