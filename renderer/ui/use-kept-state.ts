import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** How many pieces are kept; the oldest go first. */
const MOST_KEPT = 1000
const kept = new Map<string, unknown>()

function keep(key: string, value: unknown): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
}

// With the path, since the first place of a window and every address typed by hand have one key, "default".
function useKey(name: string): string {
  const { key, pathname } = useLocation()
  return `${key}:${pathname}:${name}`
}

/**
 * `useState` that stays with the place in the history: going back to a screen finds its filter and cursor as they
 * were, a fresh visit begins with `initial`. `name` tells the pieces of one screen apart.
 */
export function useKeptState<Value>(name: string, initial: Value): [Value, Dispatch<SetStateAction<Value>>] {
  const key = useKey(name)
  // What is kept under this name was put there by this hook, with the same type.
  const [value, setValue] = useState<Value>(() => (kept.has(key) ? (kept.get(key) as Value) : initial))
  useEffect(() => keep(key, value), [key, value])
  return [value, setValue]
}

/** Keeps how far `scroller` is scrolled with the place in the history; `isReady` once its content stands in it. */
export function useKeptScroll(scroller: HTMLElement | null, isReady: boolean): void {
  const key = useKey('scroll')
  useEffect(() => {
    if (!scroller || !isReady) return
    const top = kept.get(key)
    if (typeof top === 'number') scroller.scrollTop = top
    const onScroll = () => keep(key, scroller.scrollTop)
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [scroller, isReady, key])
}
