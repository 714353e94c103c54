import { firstIndexWhere } from '#shared/text/first-index.ts'
import type { NameSpan } from './name-span.ts'

/** The names that begin among tokens `first` to `last` (excluded). `names` by start; found by halving. */
export function namesIn<Name extends NameSpan>(names: readonly Name[], first: number, last: number): Name[] {
  return indicesIn(names, first, last).flatMap((index) => names[index] ?? [])
}

/** Where in `names` those stand that begin among tokens `first` to `last` (excluded). */
export function indicesIn(names: readonly NameSpan[], first: number, last: number): number[] {
  const found: number[] = []
  for (let index = firstNameFrom(names, first); (names[index]?.first ?? Infinity) < last; index++) found.push(index)
  return found
}

/** Index of the first name that begins at or after a token; the number of names when there is none. */
export function firstNameFrom(names: readonly NameSpan[], token: number): number {
  return firstIndexWhere(names, ({ first }) => first >= token)
}
