import { useEffect, useState } from 'react'
import { type NavigationType, useLocation, useNavigationType } from 'react-router'

/** Whether there is anywhere to go back or forward to within the app. */
export interface Trail {
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

/** Follows the router's own entries: the browser's history does not tell where in it one stands. */
export function useTrail(): Trail {
  const { key } = useLocation()
  const type = useNavigationType()
  const [trail, setTrail] = useState<Steps>({ entries: [key], at: 0 })
  useEffect(() => setTrail((steps) => walk(steps, key, type)), [key, type])
  return { canGoBack: trail.at > 0, canGoForward: trail.at < trail.entries.length - 1 }
}

/** The entries met so far, and which of them is shown. */
export interface Steps {
  readonly entries: readonly string[]
  readonly at: number
}

/** Where one stands after a navigation. Entries from before a reload are not known; going back to one starts anew. */
export function walk(steps: Steps, key: string, type: `${NavigationType}`): Steps {
  const { entries, at } = steps
  if (entries[at] === key) return steps
  // An address typed by hand has no key of its own; like a link, it goes on from here.
  if (type === 'POP' && key === 'default') return walk(steps, key, 'PUSH')
  if (type === 'REPLACE') return { entries: entries.with(at, key), at }
  if (type === 'PUSH') return { entries: [...entries.slice(0, at + 1), key], at: at + 1 }
  const known = entries.indexOf(key)
  return known >= 0 ? { entries, at: known } : { entries: [key, ...entries], at: 0 }
}
