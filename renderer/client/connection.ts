/** Whether the host answers. `refused`: it does not know this tab's token; `gone`: it does not answer at all. */
export type ConnectionState = 'open' | 'missing' | 'refused' | 'gone'

type Listener = () => void

const listeners = new Set<Listener>()
let state: ConnectionState = 'open'

/** The state of the connection, as last seen by any call. */
export function getConnection(): ConnectionState {
  return state
}

/** Notes how the last call went. */
export function setConnection(next: ConnectionState): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

/** Calls `listener` after each change until the returned function is called. */
export function watchConnection(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What a failed call says about the connection, or null when it says nothing (a declared error, an abort). */
export function connectionOfError(error: unknown): ConnectionState | null {
  if (typeof error === 'object' && error !== null && 'status' in error && error.status === 401) return 'refused'
  // fetch rejects with a TypeError exactly when no answer came.
  return error instanceof TypeError ? 'gone' : null
}
