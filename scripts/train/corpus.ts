import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  beginLabel,
  insideLabel,
  isInside,
  LABEL_COUNT,
  NAME_TYPES,
  type NameType,
} from '#electron/extraction/names/model-labels.ts'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { type Token, tokenize } from '#electron/extraction/tokenize.ts'

/** A labelled name in one of the data files. Offsets: UTF-16 code units of the record's text. */
export interface GoldName {
  start: number
  end: number
  type: 'PER' | 'ORG' | 'LOC' | 'MISC'
  sub?: string
}

/** One line of a data file: a sentence, or for Wikinews a whole article. */
export interface GoldRecord {
  readonly id: string
  readonly doc: string
  readonly text: string
  readonly tokens?: readonly string[]
  entities: GoldName[]
}

/** A document put together again from its records, a blank line between them. */
export interface GoldDocument {
  readonly id: string
  readonly source: string
  readonly text: string
  readonly names: readonly GoldName[]
}

/** A sentence to train on: its tokens, and for each the labels it may have, as bits. */
export interface LabelledSentence {
  readonly tokens: readonly Token[]
  readonly allowed: Uint16Array
}

/** Reads one JSON-lines file of labelled names. */
export function readRecords(file: string): GoldRecord[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldRecord)
}

/** Reads a file of the data folder as whole documents. */
export function readDocuments(folder: string, name: string): GoldDocument[] {
  return joinDocuments(readRecords(join(folder, `${name}.jsonl`)), name)
}

/** Puts records of one document together, in their order. */
export function joinDocuments(records: readonly GoldRecord[], source: string): GoldDocument[] {
  const parts = new Map<string, GoldRecord[]>()
  for (const record of records) {
    const known = parts.get(record.doc)
    if (known) known.push(record)
    else parts.set(record.doc, [record])
  }
  return [...parts].map(([id, group]) => joinDocument(id, source, group))
}

function joinDocument(id: string, source: string, records: readonly GoldRecord[]): GoldDocument {
  let text = ''
  const names: GoldName[] = []
  for (const record of records) {
    if (text !== '') text += '\n\n'
    for (const name of record.entities) {
      names.push({ ...name, start: name.start + text.length, end: name.end + text.length })
    }
    text += record.text
  }
  return { id, source, text, names }
}

export const ALL_LABELS = (1 << LABEL_COUNT) - 1
const bit = (label: number) => 1 << label
const OUTSIDE = bit(0)
const bits = (types: readonly NameType[], label: (type: NameType) => number) =>
  types.map((type) => bit(label(type))).reduce((all, one) => all | one, 0)

const OUTSIDE_OR_BEGIN = OUTSIDE | bits(NAME_TYPES, beginLabel)

/** What a source does not label, its trainer must not take for "outside". */
export interface LabelRules {
  /** MISC is not labelled: "outside" may be MISC or NORP. */
  readonly hasMisc: boolean
  /** NORP is told from MISC. */
  readonly hasNorp: boolean
  /** Ranges come from noun phrases: where one parts a row of capitalised words, its labels are not believed. */
  readonly isRough?: boolean
}

/** Cuts a document as the tagger does and gives each token the labels its names allow. */
export function labelDocument(document: GoldDocument, rules: LabelRules): LabelledSentence[] {
  const tokens = tokenize(document.text)
  const allowed = new Uint16Array(tokens.length)
  const outside = rules.hasMisc
    ? OUTSIDE
    : OUTSIDE | bits(['MISC', 'NORP'], beginLabel) | bits(['MISC', 'NORP'], insideLabel)
  allowed.fill(outside)
  for (const name of document.names) labelName(name, tokens, allowed, rules)
  return splitSentences(document.text, tokens, []).map(({ first, last }) => ({
    tokens: tokens.slice(first, last),
    allowed: possible(allowed.slice(first, last)),
  }))
}

/** Frees the labels of tokens that no sequence could reach: names cut by a sentence's end, and names within names. */
function possible(allowed: Uint16Array): Uint16Array {
  let reachable = OUTSIDE
  for (let at = 0; at < allowed.length; at++) {
    const mask = allowed[at] ?? 0
    let next = 0
    for (let label = 0; label < LABEL_COUNT; label++) {
      if (((mask >> label) & 1) !== 0 && (!isInside(label) || (reachable & (3 << (label - 1))) !== 0))
        next |= bit(label)
    }
    if (next === 0) allowed[at] = ALL_LABELS
    reachable = next === 0 ? OUTSIDE_OR_BEGIN : next
  }
  return allowed
}

function labelName(name: GoldName, tokens: readonly Token[], allowed: Uint16Array, rules: LabelRules): void {
  const first = firstTokenFrom(tokens, name.start)
  let end = first
  while ((tokens[end]?.start ?? Infinity) < name.end) end++
  const isCut = tokens[first]?.start !== name.start || tokens[end - 1]?.end !== name.end
  if (rules.isRough === true && partsRow(tokens, first, end)) {
    while (isCapital(tokens[end]) || (JOINS.has(tokens[end]?.text ?? '') && isCapital(tokens[end + 1]))) end++
    let start = first
    while (start > 0 && isCapital(tokens[start - 1])) start--
    allowed.fill(ALL_LABELS, start, end)
    return
  }
  const types = typesOf(name, rules)
  for (let at = first; at < end; at++) {
    allowed[at] = isCut ? ALL_LABELS : bits(types, at === first ? beginLabel : insideLabel)
  }
}

const JOINS = new Set(['of', 'and', 'for', '&', 'the'])
const isCapital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text)

function partsRow(tokens: readonly Token[], first: number, end: number): boolean {
  const next = tokens[end]
  if (isCapital(next) || (JOINS.has(next?.text ?? '') && isCapital(tokens[end + 1]))) return true
  const only = end - first === 1 ? tokens[first]?.text : undefined
  return isCapital(tokens[first - 1]) || (only !== undefined && (DOUBTFUL.test(only) || /^\p{Ll}/u.test(only)))
}

/** Words that this source takes for names of persons. */
const DOUBTFUL =
  /^(?:President|Minister|King|Queen|Pope|God|Lord|Judge|Court|Mayor|General|\p{Lu}\p{L}+(?:s|ans|ese|ish))$/u

function typesOf(name: GoldName, rules: LabelRules): NameType[] {
  if (name.sub === 'NORP') return ['NORP']
  if (name.type === 'MISC' && !rules.hasNorp) return ['MISC', 'NORP']
  return NAME_TYPES.filter((type) => type === name.type)
}

/** The first token that ends after `offset`. */
function firstTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
