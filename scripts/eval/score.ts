/** Counts of one kind of name. */
export interface Counts {
  right: number
  found: number
  gold: number
}

export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** A typed range. */
export interface TypedRange {
  readonly start: number
  readonly end: number
  readonly type: string
}

/** Adds what one document contributes: a name is right when its range and type are. */
export function countNames(
  found: readonly TypedRange[],
  gold: readonly TypedRange[],
  types: readonly string[],
  counts: Counts,
): void {
  const key = (name: TypedRange) => `${name.start} ${name.end} ${name.type}`
  const wanted = new Set(gold.filter((name) => types.includes(name.type)).map(key))
  const got = new Set(found.filter((name) => types.includes(name.type)).map(key))
  counts.gold += wanted.size
  counts.found += got.size
  for (const name of got) if (wanted.has(name)) counts.right++
}

/** Precision, recall and F1 in per cent. Source: van Rijsbergen, Information Retrieval (1979), chapter 7. */
export function toScores({ right, found, gold }: Counts): Scores {
  const precision = found === 0 ? 0 : (100 * right) / found
  const recall = gold === 0 ? 0 : (100 * right) / gold
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
