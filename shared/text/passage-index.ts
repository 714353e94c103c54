import search from 'approx-string-match'

/** A place where words stand that are like those looked for. Units of the text searched, end excluded. */
export interface LikePassage {
  readonly start: number
  readonly end: number
  /** Units to insert, delete or replace to make one of the other. */
  readonly errors: number
}

/** Units that are looked up together: short enough that a passage with a typo in every other word still has some. */
const GRAM = 5

/** A gram that stands in more places than this tells nothing. */
const COMMON = 400

const BUCKET_BITS = 17

/** How many regions of the text are looked at closely for one passage. */
const MAX_REGIONS = 6

/** The longest part of a passage that is compared letter by letter: the cost grows with it. */
const MAX_PATTERN = 1000

/** Finds passages in one text, many times over. */
export interface PassageIndex {
  readonly text: string
  /** Every place of `words`, letter for letter, nearest to `near` first; at most `limit`. */
  exact(words: string, near: number, limit: number): LikePassage[]
  /** Places like `words` with at most `maxErrors`, first within `window` units around `near`. */
  nearby(words: string, near: number, window: number, maxErrors: number): LikePassage[]
  /** Places like `words` with at most `maxErrors` anywhere in the text. */
  anywhere(words: string, maxErrors: number): LikePassage[]
}

/** An index of the plain `text`. Cost: it is made by the first search of the whole text, 20 ms for 600,000 units. */
export function createPassageIndex(text: string): PassageIndex {
  let grams: Grams | null = null
  const within = (from: number, to: number, words: string, maxErrors: number) => {
    const start = Math.max(0, from)
    return likeIn(text.slice(start, to), words, maxErrors).map((match) => ({
      ...match,
      start: match.start + start,
      end: match.end + start,
    }))
  }
  return {
    text,
    exact: (words, near, limit) => exactPlaces(text, words, near, limit),
    nearby: (words, near, window, maxErrors) => within(near - window, near + words.length + window, words, maxErrors),
    anywhere(words, maxErrors) {
      if (words.length < GRAM * 2) return []
      grams ??= indexGrams(text)
      const slack = Math.max(32, words.length >> 2)
      return likelyRegions(grams, words).flatMap((at) =>
        within(at - slack, at + words.length + slack, words, maxErrors),
      )
    },
  }
}

function exactPlaces(text: string, words: string, near: number, limit: number): LikePassage[] {
  if (words === '') return []
  const places: number[] = []
  // Outward from where it stood: of a word that stands everywhere, the nearest places are enough.
  let [back, on] = [text.lastIndexOf(words, near), text.indexOf(words, near + 1)]
  while (places.length < limit && (back >= 0 || on >= 0)) {
    const isBackNearer = on < 0 || (back >= 0 && near - back <= on - near)
    if (isBackNearer) {
      places.push(back)
      back = back === 0 ? -1 : text.lastIndexOf(words, back - 1)
    } else {
      places.push(on)
      on = text.indexOf(words, on + 1)
    }
  }
  return places.map((start) => ({ start, end: start + words.length, errors: 0 }))
}

/**
 * The best places of `words` in a short text. Of a long passage its two ends are looked for and joined: comparing all of
 * it would take long and say no more.
 */
function likeIn(text: string, words: string, maxErrors: number): LikePassage[] {
  if (words.length <= MAX_PATTERN) return search(text, words, maxErrors)
  const part = MAX_PATTERN >> 1
  const share = Math.ceil((maxErrors * part) / words.length)
  const heads = search(text, words.slice(0, part), share)
  const tails = search(text, words.slice(-part), share)
  return heads.flatMap((head) => {
    const tail = tails.find(({ end }) => Math.abs(end - head.start - words.length) < words.length >> 1)
    if (!tail) return []
    return [
      {
        start: head.start,
        end: tail.end,
        errors: Math.round(((head.errors + tail.errors) * words.length) / MAX_PATTERN),
      },
    ]
  })
}

/** Where each gram of a text stands: the places of bucket b are `places[offsets[b]]` up to `places[offsets[b + 1]]`. */
interface Grams {
  readonly offsets: Int32Array
  readonly places: Int32Array
}

function hashAt(text: string, at: number): number {
  let hash = 0
  for (let unit = 0; unit < GRAM; unit++) hash = Math.imul(hash ^ text.charCodeAt(at + unit), 0x9e3779b1)
  return hash >>> (32 - BUCKET_BITS)
}

function indexGrams(text: string): Grams {
  const count = Math.max(0, text.length - GRAM + 1)
  const offsets = new Int32Array((1 << BUCKET_BITS) + 1)
  const hashes = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const hash = hashAt(text, at)
    hashes[at] = hash
    offsets[hash + 1] = (offsets[hash + 1] ?? 0) + 1
  }
  for (let bucket = 0; bucket < 1 << BUCKET_BITS; bucket++)
    offsets[bucket + 1] = (offsets[bucket + 1] ?? 0) + (offsets[bucket] ?? 0)
  const next = offsets.slice()
  const places = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0
    places[next[hash] ?? 0] = at
    next[hash] = (next[hash] ?? 0) + 1
  }
  return { offsets, places }
}

/** Where passages like `words` would begin: the diagonals on which most of their grams lie. */
function likelyRegions({ offsets, places }: Grams, words: string): number[] {
  const width = Math.max(16, words.length >> 3)
  const votes = new Map<number, number>()
  for (let at = 0; at + GRAM <= words.length; at++) {
    const bucket = hashAt(words, at)
    const [from, to] = [offsets[bucket] ?? 0, offsets[bucket + 1] ?? 0]
    if (to - from > COMMON) continue
    for (let index = from; index < to; index++) {
      const region = Math.floor(((places[index] ?? 0) - at) / width)
      votes.set(region, (votes.get(region) ?? 0) + 1)
    }
  }
  const best = [...votes].sort((a, b) => b[1] - a[1]).slice(0, MAX_REGIONS * 2)
  const apart: number[] = []
  for (const [region] of best)
    if (apart.length < MAX_REGIONS && apart.every((other) => Math.abs(other - region) > 1)) apart.push(region)
  return apart.map((region) => Math.max(0, region * width + (width >> 1)))
}
