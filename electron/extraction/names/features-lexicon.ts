/** Word clusters and name lists, by hash of the lower-case word. */
export interface Lexicon {
  /** Coarse cluster in the low 8 bits (1 to 64), fine one above (1 to 512); 0 when the word has none. */
  clusterOf(hash: number): number
  /** Bits of the lists that hold the word or phrase whose hash this is. */
  listsOf(hash: number): number
}

/** Name lists, one bit each. */
export const LISTS = [
  'given-names',
  'surnames',
  'countries',
  'peoples',
  'cities',
  'regions',
  'organisation-words',
  'titles',
  'roles',
  'calendar',
  'organisations',
  'place-words',
] as const

/** A lexicon over plain maps, for training and tests. */
export class MapLexicon implements Lexicon {
  readonly clusters: ReadonlyMap<number, number>
  readonly lists: ReadonlyMap<number, number>

  constructor(clusters: ReadonlyMap<number, number>, lists: ReadonlyMap<number, number>) {
    this.clusters = clusters
    this.lists = lists
  }

  clusterOf(hash: number): number {
    return this.clusters.get(hash) ?? 0
  }

  listsOf(hash: number): number {
    return this.lists.get(hash) ?? 0
  }
}
