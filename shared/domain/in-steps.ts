/** How much of a list is gone through between two steps. */
const STEP = 512

/** A list sorted anew, in steps. */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  let runs: Item[][] = []
  for (let from = 0; from < items.length; from += STEP) {
    runs.push(items.slice(from, from + STEP).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const longer: Item[][] = []
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = longer
  }
  return runs[0] ?? []
}

/** Two sorted lists as one, in steps. Of equals those of the first list come first. */
export function* mergeInSteps<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  const merged: Item[] = []
  let [i, j] = [0, 0]
  while (i < first.length || j < second.length) {
    const [a, b] = [first[i], second[j]]
    const isFirst = b === undefined || (a !== undefined && compare(a, b) <= 0)
    const next = isFirst ? a : b
    if (isFirst) i++
    else j++
    if (next !== undefined) merged.push(next)
    if (merged.length % STEP === 0) yield
  }
  return merged
}

/** Those of a list that pass, in steps. */
export function* filterInSteps<Item>(items: readonly Item[], passes: (item: Item) => boolean): Generator<void, Item[]> {
  const passed: Item[] = []
  for (const [index, item] of items.entries()) {
    if (passes(item)) passed.push(item)
    if (index % STEP === STEP - 1) yield
  }
  return passed
}

/** What each of a few becomes, none or more, a step each. */
export function* mapInSteps<Item, Result>(
  items: readonly Item[],
  become: (item: Item) => readonly Result[],
): Generator<void, Result[]> {
  const results: Result[] = []
  for (const item of items) {
    results.push(...become(item))
    yield
  }
  return results
}

/** Does something to each of many, in steps. */
export function* eachInSteps<Item>(items: Iterable<Item>, work: (item: Item) => void): Generator<void> {
  let count = 0
  for (const item of items) {
    work(item)
    if (++count % STEP === 0) yield
  }
}
