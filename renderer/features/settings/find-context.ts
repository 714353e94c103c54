import { createContext, useContext } from 'react'

/** What the person types to find a setting; an empty string shows all. */
export const FindContext = createContext('')

/** Whether a setting described by `words` is looked for: it holds every word typed, in any order and case. */
export function isLookedFor(find: string, words: string): boolean {
  const haystack = words.toLowerCase()
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

/** Whether a setting described by `words` is to be shown now. */
export function useIsLookedFor(words: string): boolean {
  return isLookedFor(useContext(FindContext), words)
}
