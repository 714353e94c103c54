import { featureKey } from './features-hash.ts'
import type { Lexicon } from './features-lexicon.ts'
import type { WordFacts } from './features-word.ts'

/** What holds for every token of a sentence, worked out once. */
export interface SentenceFacts {
  readonly words: readonly WordFacts[]
  readonly isHeadline: number
  /** For each token: first and last (excluded) token of its row of capitalised words. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** The same, carried on over "of", "and", "the" ... between capitalised words. */
  readonly wideStart: Int32Array
  readonly wideEnd: Int32Array
  /** Bits of the lists whose phrases cover the token, and how: position and length. */
  readonly phraseLists: Int32Array
  readonly phrasePlace: Int32Array
  readonly insideQuotes: Uint8Array
}

const LONGEST_PHRASE = 6

export function describeSentence(words: readonly WordFacts[], lexicon: Lexicon): SentenceFacts {
  const size = words.length
  const facts = {
    words,
    isHeadline: isHeadline(words) ? 1 : 0,
    runStart: new Int32Array(size),
    runEnd: new Int32Array(size),
    wideStart: new Int32Array(size),
    wideEnd: new Int32Array(size),
    phraseLists: new Int32Array(size),
    phrasePlace: new Int32Array(size),
    insideQuotes: new Uint8Array(size),
  }
  markRuns(words, facts.runStart, facts.runEnd, 0)
  markRuns(words, facts.wideStart, facts.wideEnd, 2)
  markPhrases(words, lexicon, facts.phraseLists, facts.phrasePlace)
  markQuotes(words, facts.insideQuotes)
  return facts
}

function isHeadline(words: readonly WordFacts[]): boolean {
  let letters = 0
  let capitals = 0
  for (const word of words) {
    if (word.isCapital) capitals++
    if (word.isCapital || word.isLower) letters++
  }
  return letters > 4 && capitals > 0.7 * letters
}

/** `gap`: how many connecting words may stand between two capitalised ones of a row. Hyphens always may. */
function markRuns(words: readonly WordFacts[], starts: Int32Array, ends: Int32Array, gap: number): void {
  let start = 0
  while (start < words.length) {
    let end = start + 1
    if (words[start]?.isCapital === true) {
      for (let next = nextCapital(words, end, gap); next > 0; next = nextCapital(words, end, gap)) end = next
    }
    starts.fill(start, start, end)
    ends.fill(end, start, end)
    start = end
  }
}

/** The end of the row if it goes on at `at`, else 0. */
function nextCapital(words: readonly WordFacts[], at: number, gap: number): number {
  let look = at
  for (let skipped = 0; skipped <= gap + 1; skipped++, look++) {
    const word = words[look]
    if (word === undefined) return 0
    if (word.isCapital) return look + 1
    if (word.isHyphen ? skipped > 0 : skipped >= gap || !word.isConnector) return 0
  }
  return 0
}

function markPhrases(words: readonly WordFacts[], lexicon: Lexicon, lists: Int32Array, place: Int32Array): void {
  for (let start = 0; start < words.length; start++) {
    const first = words[start]
    if (first === undefined || !first.isCapital) continue
    let hash = first.lower
    let found = 0
    let bits = 0
    for (let end = start + 1; end < words.length && end < start + LONGEST_PHRASE; end++) {
      hash = phraseHash(hash, words[end]?.lower ?? 0)
      const here = lexicon.listsOf(hash)
      if (here !== 0) {
        found = end + 1
        bits = here
      }
    }
    if (found === 0) continue
    for (let at = start; at < found; at++) {
      lists[at] = bits
      place[at] = at === start ? 1 : at === found - 1 ? 3 : 2
    }
    start = found - 1
  }
}

/** The hash of a phrase from that of its beginning and its next word. */
export function phraseHash(before: number, word: number): number {
  return featureKey(255, before, word)
}

function markQuotes(words: readonly WordFacts[], inside: Uint8Array): void {
  let open = 0
  for (const [index, word] of words.entries()) {
    if (word.text === '"') open = 1 - open
    else inside[index] = open
  }
}
