import { featureKey, hashText } from './features-hash.ts'
import type { Lexicon } from './features-lexicon.ts'

/** What is known of a word by itself, whatever stands around it. Hashes are 32-bit. */
export interface WordFacts {
  readonly lower: number
  readonly cased: number
  readonly shape: number
  readonly suffix: number
  /** 0 is no cluster. */
  readonly coarse: number
  readonly fine: number
  /** Bits of the name lists the word stands in. */
  readonly lists: number
  readonly isCapital: boolean
  readonly isLower: boolean
  readonly isAcronym: boolean
  readonly isConnector: boolean
  readonly isHyphen: boolean
  readonly form: number
  readonly initial: string
  readonly text: string
  /** Features of the word seen from itself, and from the words one before, one after, two before and two after it. */
  readonly seenFrom: readonly Uint32Array[]
  /** Sums of weights of `seenFrom` under one model, filled by the tagger. */
  readonly scores: Int32Array | null
}

/** Words that join the parts of one name. */
const CONNECTORS = new Set('of for and the & de in la del der van von al el di du to on'.split(' '))
const FORMS = new Map(
  [
    ['of'],
    ['and', '&'],
    ['the', 'The'],
    ['for', 'in', 'on', 'to', 'at'],
    ['de', 'la', 'del', 'der', 'van', 'von', 'al', 'el', 'di', 'du', 'bin', 'ibn', 'da', 'dos'],
    ['-', '/'],
    ["'s", "'"],
    ['.', '!', '?', ':', ';'],
    [','],
    ['(', ')', '[', ']'],
    ['"'],
  ].flatMap((words, index) => words.map((word): [string, number] => [word, index])),
)
/** How many kinds of token the transitions tell apart. */
export const FORM_COUNT = 16
const CANONICAL: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '--': '-',
  '’s': "'s",
  "'S": "'s",
}

/** Where the words stand that `seenFrom` is about, in its order. */
export const SEEN_OFFSETS = [0, -1, 1, -2, 2]

/** Looks a token up once per distinct text. */
export function describeWord(token: string, lexicon: Lexicon): WordFacts {
  const text = CANONICAL[token] ?? token.replaceAll('’', "'")
  const lowerText = text.toLowerCase()
  const plain = lowerText.replace(/\p{N}/gu, '0')
  const shapeText = shapeOf(text)
  const isCapital = /^\p{Lu}|^\p{Lt}/u.test(text)
  const lower = hashText(plain)
  const cluster = lexicon.clusterOf(hashText(lowerText))
  const lists = lexicon.listsOf(hashText(lowerText))
  const base = {
    lower,
    cased: hashText(text),
    shape: hashText(shapeText),
    suffix: hashText(plain.slice(-3)),
    coarse: cluster & 0xff,
    fine: cluster >>> 8,
    lists,
    isCapital,
    isLower: /^\p{Ll}/u.test(text),
    isAcronym: /^\p{Lu}{2,7}$/u.test(text),
    isConnector: CONNECTORS.has(text),
    isHyphen: text === '-',
    form: formOf(text, shapeText, isCapital),
    initial: text.charAt(0).toUpperCase(),
    text,
  }
  return { ...base, seenFrom: seenFrom(base, plain), scores: null }
}

function formOf(text: string, shape: string, isCapital: boolean): number {
  const listed = FORMS.get(text)
  if (listed !== undefined) return listed
  if (isCapital) return /^X+$/.test(shape) ? 12 : 11
  if (/^\p{Ll}/u.test(text)) return 13
  return /^\p{N}/u.test(text) ? 14 : 15
}

type Facts = Omit<WordFacts, 'seenFrom' | 'scores'>

function seenFrom(word: Facts, plain: string): Uint32Array[] {
  const sets: Uint32Array[] = []
  for (let distance = 0; distance < SEEN_OFFSETS.length; distance++) {
    const keys = distance === 0 ? ownKeys(word, plain) : neighbourKeys(word, distance)
    sets.push(Uint32Array.from(keys))
  }
  return sets
}

function ownKeys(word: Facts, plain: string): number[] {
  const keys = [
    featureKey(1, 0),
    featureKey(2, word.lower),
    featureKey(3, word.cased),
    featureKey(4, word.shape),
    featureKey(5, word.suffix, word.shape),
    featureKey(6, word.coarse),
    featureKey(7, word.coarse, word.shape),
    featureKey(8, word.fine),
    featureKey(9, word.fine, word.shape),
    featureKey(10, word.lists, word.shape),
    featureKey(11, word.lists, word.coarse),
  ]
  for (let length = 1; length <= 5 && length < plain.length; length++) {
    keys.push(featureKey(11 + length, hashText(plain.slice(0, length))))
    keys.push(featureKey(17 + length, hashText(plain.slice(-length))))
  }
  for (let bits = word.lists; bits !== 0; bits &= bits - 1)
    keys.push(featureKey(23, bits & -bits, word.isCapital ? 1 : 0))
  return keys
}

function neighbourKeys(word: Facts, distance: number): number[] {
  const t = 25 + distance * 10
  const keys = [featureKey(t, word.lower), featureKey(t + 1, word.coarse), featureKey(t + 2, word.fine)]
  if (distance > 2) return keys
  keys.push(featureKey(t + 3, word.shape), featureKey(t + 4, word.lists), featureKey(t + 5, word.suffix))
  return keys
}

/** "McKenna" gives XxXx, "B-52" X-d: one character a kind, runs of more than two shortened. */
export function shapeOf(text: string): string {
  let shape = ''
  let last = ''
  for (const character of text.slice(0, 24)) {
    const kind = kindOf(character)
    if (kind !== last || shape.length < 2) shape += kind
    last = kind
  }
  return shape.slice(0, 8)
}

function kindOf(character: string): string {
  if (/\p{Lu}/u.test(character)) return 'X'
  if (/\p{Ll}/u.test(character)) return 'x'
  if (/\p{N}/u.test(character)) return 'd'
  return /\p{L}/u.test(character) ? 'c' : character
}
