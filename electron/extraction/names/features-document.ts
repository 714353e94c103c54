import type { WordFacts } from './features-word.ts'

/** A row of capitalised words somewhere in the document. */
export interface CapitalRun {
  readonly words: readonly WordFacts[]
  readonly before: WordFacts | null
  readonly after: WordFacts | null
}

/** Where a word stands in the longest row of capitalised words of the document that holds it. */
export interface FullerForm {
  readonly run: CapitalRun
  readonly position: number
}

/** What the whole document says about its words. Keys: the words as written. */
export interface DocumentFacts {
  readonly fullest: ReadonlyMap<string, FullerForm>
  /** Words that also stand in lower case. */
  readonly lowerCase: ReadonlySet<string>
  /** Words capitalised elsewhere than at the start of a sentence. */
  readonly capitalInside: ReadonlySet<string>
  /** Rows whose initials make the word: "United Nations" for "UN". */
  readonly longForms: ReadonlyMap<string, CapitalRun>
  /** The same, but only where brackets say so: "United Nations (UN)" or "UN (United Nations)". */
  readonly definitions: ReadonlyMap<string, CapitalRun>
}

/** Longer rows are headlines, or lists without commas. */
const LONGEST_ROW = 5
/** The long form of an acronym has no more tokens than this. */
const LONGEST_FORM = 9

/** Gathers the evidence of a document. Linear in the number of its words. */
export function describeDocument(sentences: readonly (readonly WordFacts[])[]): DocumentFacts {
  const lowerCase = new Set<string>()
  const capitalInside = new Set<string>()
  const acronyms = new Set<string>()
  for (const words of sentences) {
    for (const [index, word] of words.entries()) {
      if (word.isLower) lowerCase.add(word.text)
      else if (word.isCapital && index > 0) capitalInside.add(word.text)
      if (word.isAcronym) acronyms.add(word.text)
    }
  }
  const fullest = findFullest(sentences, lowerCase)
  return { fullest, lowerCase, capitalInside, ...findLongForms(sentences, acronyms) }
}

function findFullest(
  sentences: readonly (readonly WordFacts[])[],
  lowerCase: ReadonlySet<string>,
): Map<string, FullerForm> {
  const fullest = new Map<string, FullerForm>()
  for (const words of sentences) {
    for (let start = 0, end = 1; start < words.length; start = end++) {
      if (words[start]?.isCapital !== true) continue
      while (words[end]?.isCapital === true) end++
      // The first word of a sentence is capitalised anyhow.
      const isOrdinary = start === 0 && end > 1 && lowerCase.has(words[0]?.text.toLowerCase() ?? '')
      addRow(words, isOrdinary ? 1 : start, end, fullest)
    }
  }
  return fullest
}

function addRow(words: readonly WordFacts[], start: number, end: number, fullest: Map<string, FullerForm>): void {
  if (end - start > LONGEST_ROW) return
  const run = { words: words.slice(start, end), before: words[start - 1] ?? null, after: words[end] ?? null }
  for (const [position, word] of run.words.entries()) {
    const known = fullest.get(word.text)
    if (known === undefined || run.words.length > known.run.words.length) fullest.set(word.text, { run, position })
  }
}

interface LongForms {
  readonly longForms: Map<string, CapitalRun>
  readonly definitions: Map<string, CapitalRun>
}

function findLongForms(sentences: readonly (readonly WordFacts[])[], acronyms: ReadonlySet<string>): LongForms {
  const found: LongForms = { longForms: new Map(), definitions: new Map() }
  if (acronyms.size === 0) return found
  for (const words of sentences) {
    for (const [start, word] of words.entries()) if (word.isCapital) addLongForms(words, start, acronyms, found)
  }
  return found
}

/** Initials with and without the small words between: "Department of Defense" gives DD and DOD. */
function addLongForms(
  words: readonly WordFacts[],
  start: number,
  acronyms: ReadonlySet<string>,
  { longForms, definitions }: LongForms,
): void {
  let capitals = ''
  let all = ''
  for (let at = start; at < start + LONGEST_FORM; at++) {
    const word = words[at]
    if (word === undefined || !(word.isCapital || word.isConnector || word.isHyphen)) return
    if (!word.isHyphen) all += word.initial
    if (!word.isCapital) continue
    capitals += word.initial
    for (const initials of new Set([capitals, all])) {
      if (initials.length < 2 || !acronyms.has(initials)) continue
      const run = { words: words.slice(start, at + 1), before: words[start - 1] ?? null, after: words[at + 1] ?? null }
      if (!longForms.has(initials)) longForms.set(initials, run)
      if (isDefinition(words, start, at + 1, initials) && !definitions.has(initials)) definitions.set(initials, run)
    }
  }
}

function isDefinition(words: readonly WordFacts[], start: number, end: number, initials: string): boolean {
  const shortAfter = words[end]?.text === '(' && words[end + 1]?.text === initials
  return shortAfter || (words[start - 1]?.text === '(' && words[start - 2]?.text === initials)
}
