/** How many were right, how many were found, and how many there were to find. */
export interface Tally {
  readonly right: number
  readonly found: number
  readonly gold: number
}

/** Precision, recall and F1 in per cent; 0 where nothing was found or nothing was to be found. */
export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** The tally of several documents. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  return { right: sum((tally) => tally.right), found: sum((tally) => tally.found), gold: sum((tally) => tally.gold) }
}

/** Source: van Rijsbergen, Information Retrieval (1979), chapter 7. */
export function toScores({ right, found, gold }: Tally): Scores {
  const precision = found === 0 ? 0 : (100 * right) / found
  const recall = gold === 0 ? 0 : (100 * right) / gold
  return { precision, recall, f1: harmonicMean(precision, recall) }
}

/** The F1 of two shares; 0 when both are. */
export function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}
