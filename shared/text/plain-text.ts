import { firstIndexWhere } from './first-index.ts'

/**
 * A text as it is compared: white space single, soft hyphens and other invisible signs left out, quotes and dashes made
 * plain, letters composed. Each unit of `text` knows the units of the source it stands for, so that a place found here
 * is a place there.
 */
export interface PlainText {
  readonly text: string
  /** Where the source of each unit begins; one more entry than there are units, the last the length of the source. */
  readonly starts: Int32Array
  /** Where the source of each unit ends. */
  readonly ends: Int32Array
  /** How long the source is, in UTF-16 code units. */
  readonly sourceLength: number
}

const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
}

/** White space, what can't be seen, a letter with its accents, or any other character. Source: UAX 29, simplified. */
const PART = /[\s\u0085]+|[\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]+|\P{M}\p{M}*|\p{M}+/gsu
const INVISIBLE = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u

/** Reads a text for comparing. Cost: about 60 ms for a million characters. */
export function toPlainText(source: string): PlainText {
  const capacity = source.length * 3 + 1
  const starts = new Int32Array(capacity)
  const ends = new Int32Array(capacity)
  const pieces: string[] = []
  let length = 0
  for (const { 0: part, index } of source.matchAll(PART)) {
    const plain = plainPart(part)
    for (let unit = 0; unit < plain.length; unit++) {
      // A character of two units keeps one place for each; a composed one stands for all it was made of.
      const isSame = plain.length === part.length
      starts[length] = isSame ? index + unit : index
      ends[length] = isSame ? index + unit + 1 : index + part.length
      length++
    }
    pieces.push(plain)
  }
  starts[length] = source.length
  return {
    text: pieces.join(''),
    starts: starts.slice(0, length + 1),
    ends: ends.slice(0, length),
    sourceLength: source.length,
  }
}

function plainPart(part: string): string {
  if (part.length === 1) {
    const code = part.charCodeAt(0)
    if (code > 32 && code < 127) return part
  }
  if (INVISIBLE.test(part)) return ''
  if (/^[\s\u0085]/u.test(part)) return ' '
  return signs[part] ?? part.normalize('NFC')
}

/** The unit of `plain` at or after an offset of the source. */
export function toPlainOffset(plain: PlainText, offset: number): number {
  return firstIndexWhere(plain.ends, (end) => end > offset)
}

/** The range of the source that a range of `plain` stands for, without white space at its ends. */
export function toSourceRange(plain: PlainText, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end]
  while (from < to && plain.text[from] === ' ') from++
  while (to > from && plain.text[to - 1] === ' ') to--
  return { start: plain.starts[from] ?? plain.sourceLength, end: plain.ends[to - 1] ?? plain.sourceLength }
}
