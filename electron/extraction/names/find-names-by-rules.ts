import { type ReadText, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { findAcronyms } from './acronyms.ts'
import { type CapitalRun, findCapitalRuns, isCapital } from './capitals.ts'
import { GIVEN_NAMES } from './lists/given-names.ts'
import { findKnownName } from './name-lists.ts'
import type { FindNames, NameSpan } from './name-span.ts'
import { readRun } from './read-run.ts'
import { settleNames } from './settle.ts'

/** Below this a guess is more often wrong than right, and is kept back. */
const LEAST_CONFIDENCE = 0.5

/** Finds names by lists, titles and cue words, then by what the whole article says of them. No model needed. */
export const findNamesByRules: FindNames = (document) => {
  const names: NameSpan[] = []
  const open: CapitalRun[] = []
  for (const sentence of document.sentences) {
    const runs = isLoud(document, sentence) ? loudRuns(document, sentence) : findCapitalRuns(document, sentence)
    for (const run of runs) {
      const read = readRun(document, run, sentence)
      names.push(...read.names)
      open.push(...read.open)
    }
  }
  const spelledOut = withAcronyms(document, names)
  const settled = settleNames(
    document,
    spelledOut,
    open.filter((run) => !isCovered(run, spelledOut)),
  )
  return withoutOverlap(settled.filter((name) => name.confidence >= LEAST_CONFIDENCE))
}

/** Whether capitals say nothing in a sentence, since (nearly) all its words have one, as in headlines. */
function isLoud(document: ReadText, sentence: Sentence): boolean {
  let words = 0
  let capitals = 0
  for (let at = sentence.first; at < sentence.last; at++) {
    const word = wordAt(document, at)
    if (!/^\p{L}{4,}/u.test(word)) continue
    words++
    if (isCapital(word)) capitals++
  }
  const prose = wordAt(document, sentence.last - 1) === '.'
  return words >= 5 && (prose ? capitals === words : capitals / words > 0.8)
}

/** In a loud sentence only names known by heart count, and people who stand alone between signs. */
function loudRuns(document: ReadText, sentence: Sentence): CapitalRun[] {
  const runs: CapitalRun[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    const known = findKnownName(document, at, sentence.last)
    if (known === null) continue
    runs.push({ first: at, last: at + known.length })
    at += known.length - 1
  }
  const people = findCapitalRuns(document, sentence).filter((run) => isFullName(document, run))
  return [...runs.filter((run) => !isCovered(run, people)), ...people].sort((a, b) => a.first - b.first)
}

/** Two or three words alone between signs, a given name first: a byline or the speaker of a caption. */
function isFullName(document: ReadText, { first, last }: CapitalRun): boolean {
  return last - first >= 2 && last - first <= 3 && GIVEN_NAMES.has(wordAt(document, first))
}

/** Long names that brackets shorten are groups as far as they go, and so is each mention of their short form. */
function withAcronyms(document: ReadText, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = []
  for (const { longFirst, longLast, short } of findAcronyms(document)) {
    const known = names.find((name) => name.first === longFirst && name.last === longLast)
    const kind = known?.kind ?? 'group'
    if (kind === 'person') continue
    const detail = known?.detail ?? 'organisation'
    found.push({ first: longFirst, last: longLast, kind, detail, confidence: 0.93 })
    found.push({ first: short, last: short + 1, kind, detail, confidence: 0.94 })
  }
  const kept = names.filter((name) => !isCovered(name, found))
  return [...kept, ...found].sort((a, b) => a.first - b.first)
}

/** Whether a run touches one of `names`. Linear in their number: only ever asked with the few of an article's brackets. */
function isCovered(run: CapitalRun, names: readonly CapitalRun[]): boolean {
  return names.some((name) => name.first < run.last && run.first < name.last)
}

/** Of overlapping names the surer one stays. */
function withoutOverlap(names: readonly NameSpan[]): NameSpan[] {
  const kept: NameSpan[] = []
  for (const name of [...names].sort((a, b) => a.first - b.first || b.last - a.last)) {
    const before = kept.at(-1)
    if (before === undefined || before.last <= name.first) kept.push(name)
    else if (before.confidence < name.confidence) kept[kept.length - 1] = name
  }
  return kept
}
