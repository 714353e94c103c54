import { ALPHABETS, type Alphabet, SCRIPTS } from './alphabets.ts'

/** How many bytes are looked at; a language is plain after fewer. */
const SAMPLE_BYTES = 16_384
/** A guess has to fit so much better than Windows-1252, which is meant where nothing says otherwise. */
const MARGIN = 0.1

/**
 * The encoding of a text that is neither UTF-8 nor UTF-16, as the Encoding Standard names it: told by the letters that
 * its language uses. `windows-1252` where nothing fits better. Looks at the first 16,384 bytes.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (isIso2022(sample)) return 'iso-2022-jp'
  return guessScript(sample) ?? guessAlphabet(sample)
}

/** Only ASCII, with the escapes that switch to another set of characters. */
function isIso2022(sample: Uint8Array): boolean {
  if (sample.some((byte) => byte > 0x7f)) return false
  return Buffer.from(sample).toString('latin1').includes('\u001b$B')
}

/** What is written in two bytes a character fits nothing else, if it fits at all. */
function guessScript(sample: Uint8Array): string | null {
  let best: { encoding: string; fit: number } | null = null
  for (const { encodings, telling, least } of SCRIPTS)
    for (const encoding of encodings) {
      const text = new TextDecoder(encoding).decode(sample)
      const wide = text.match(/[^\0-\x7f]/g)?.length ?? 0
      const broken = text.split('\ufffd').length - 1
      // The sample may end within a character.
      if (wide < 4 || broken > 1 + wide / 200) continue
      const fit = (text.match(telling)?.length ?? 0) / wide
      if (fit >= least && fit > (best?.fit ?? 0)) best = { encoding, fit }
    }
  return best?.encoding ?? null
}

function guessAlphabet(sample: Uint8Array): string {
  let best = { encoding: 'windows-1252', fit: hasMarksOnly(sample) ? 1 : 0 }
  for (const alphabet of ALPHABETS)
    for (const encoding of alphabet.encodings) {
      const fit = fitOf(new TextDecoder(encoding).decode(sample), alphabet)
      const isUsual = best.encoding === 'windows-1252'
      if (fit > best.fit + (isUsual && encoding !== 'windows-1252' ? MARGIN : 0)) best = { encoding, fit }
    }
  return best.encoding
}

/** English holds no letters beyond ASCII, but quotation marks, dashes and signs. */
function hasMarksOnly(sample: Uint8Array): boolean {
  return !/[^\P{L}A-Za-zªº]|[\x80-\x9f]|\w[^\P{S}\0-\x7f°]\w/u.test(new TextDecoder('windows-1252').decode(sample))
}

/** How much of what is not ASCII is a letter of the language in a place where it may stand (0..1). */
function fitOf(text: string, { letters, isLatin }: Alphabet): number {
  const known = new Set(letters)
  let fitting = 0
  let all = 0
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index)
    if (char <= '\x7f') continue
    const before = text.charAt(index - 1)
    const after = text.charAt(index + 1)
    const isLetter = /[\p{L}\p{M}]/u.test(char)
    // Marks between words fit every language; within a word they are a letter that was read wrong.
    if (!isLetter && !(isWord(before) && isWord(after) && !/[’‘·\u00ad]/.test(char)) && !isControl(char)) continue
    all += 1
    if (isLetter && known.has(char.toLowerCase()) && isPlaced(char, before, after, isLatin)) fitting += 1
  }
  return all === 0 ? 0 : fitting / all
}

function isWord(char: string): boolean {
  return /[\p{L}\p{M}]/u.test(char)
}

function isControl(char: string): boolean {
  return (char >= '\x80' && char <= '\x9f') || char === '\ufffd'
}

/** No capital stands within a word, and no word mixes two writings. */
function isPlaced(char: string, before: string, after: string, isLatin: boolean): boolean {
  const isCapital = char !== char.toLowerCase()
  if (isCapital && (isLatin ? before !== before.toUpperCase() : isWord(before))) return false
  return isLatin || !(/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after))
}
