import { plainLine } from '../card-line.ts'
import type { Fact } from './fact.ts'
import { type Random, shuffle } from './random.ts'

/** Facts to be matched with their answers. */
export interface Matching {
  readonly facts: readonly Fact[]
  /** For each fact the index of its answer in `right`. */
  readonly solution: readonly number[]
  readonly right: readonly string[]
}

const MOST_PAIRS = 5
const FEWEST_PAIRS = 3
const LONGEST_PROMPT_CHARS = 200

/**
 * Three to five facts of one sort whose answers can't be taken for one another; `isAlsoTrue` tells of two facts whether
 * the answer of the second answers the first too. Null when there are not three.
 */
export function arrangePairs(
  facts: readonly Fact[],
  isAlsoTrue: (fact: Fact, other: Fact) => boolean,
  random: Random,
): Matching | null {
  const short = shuffle(facts, random).filter((fact) => plainLine(fact.prompt).length <= LONGEST_PROMPT_CHARS)
  const groups = [...Map.groupBy(short, (fact) => fact.type).values()].sort((a, b) => b.length - a.length)
  for (const group of groups) {
    const chosen: Fact[] = []
    for (const fact of group) {
      const fits = chosen.every(
        (other) => fact.prompt !== other.prompt && !isAlsoTrue(fact, other) && !isAlsoTrue(other, fact),
      )
      if (fits && chosen.length < MOST_PAIRS) chosen.push(fact)
    }
    if (chosen.length < FEWEST_PAIRS) continue
    const order = shuffle(
      chosen.map((_, index) => index),
      random,
    )
    return {
      facts: chosen,
      right: order.map((index) => chosen[index]?.answer ?? ''),
      solution: chosen.map((_, index) => order.indexOf(index)),
    }
  }
  return null
}

/** Something with a place in an order. */
export interface Sortable {
  readonly label: string
  readonly value: number
}

const MOST_ITEMS = 5
const FEWEST_ITEMS = 3

/**
 * Three to five items to put in order from small to large, mixed; null when no three are far enough apart to be told.
 * `isApart` decides that for two values, the smaller first.
 */
export function arrangeOrder<Item extends Sortable>(
  items: readonly Item[],
  isApart: (smaller: number, larger: number) => boolean,
  random: Random,
): Item[] | null {
  const chosen: Item[] = []
  for (const item of shuffle(items, random)) {
    if (chosen.length === MOST_ITEMS) break
    const fits = chosen.every(
      (other) =>
        other.label !== item.label && isApart(Math.min(other.value, item.value), Math.max(other.value, item.value)),
    )
    if (fits) chosen.push(item)
  }
  if (chosen.length < FEWEST_ITEMS) return null
  const isSorted = chosen.every((item, index) => index === 0 || (chosen[index - 1]?.value ?? 0) < item.value)
  return isSorted ? [...chosen].reverse() : chosen
}
