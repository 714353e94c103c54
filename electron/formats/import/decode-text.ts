import { isUtf8 } from 'node:buffer'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import { guessEncoding } from './encoding/guess-encoding.ts'

/** Why bytes are not a text. EMPTY: nothing but white space. BINARY: a picture, a program, an archive ... */
export type DecodeFailure = 'EMPTY' | 'BINARY' | 'TOO_LARGE'

export type DecodeResult =
  | { readonly kind: 'decoded'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'failed'; readonly code: DecodeFailure }

/** How many bytes are looked at to tell UTF-16 without a mark. */
const SAMPLE_BYTES = 8192

/** Files whose first bytes are letters, so that counting control characters alone could let a text-heavy one through. */
const MAGIC_NUMBERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, epub
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0x1f, 0x8b, 0x08], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xd0, 0xcf, 0x11, 0xe0], // old Office files
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
]

const failed = (code: DecodeFailure): DecodeResult => ({ kind: 'failed', code })

/**
 * The text that `bytes` hold: UTF-8 or UTF-16, with or without a byte order mark, else the encoding that its letters
 * speak for (`encoding`, as the Encoding Standard names it). A leading mark is not part of the text; nothing else is
 * changed. Linear.
 */
export function decodeText(bytes: Uint8Array): DecodeResult {
  if (bytes.length > MAX_IMPORT_BYTES) return failed('TOO_LARGE')
  if (bytes.length === 0) return failed('EMPTY')
  if (MAGIC_NUMBERS.some((magic) => startsWith(bytes, magic))) return failed('BINARY')
  const encoding = utf16Of(bytes)
  const decoded = encoding === null ? decodeBytes(bytes) : { text: new TextDecoder(encoding).decode(bytes), encoding }
  if (!/[^\s\0\uFEFF\u200B]/.test(decoded.text)) return failed('EMPTY')
  return looksBinary(decoded.text) ? failed('BINARY') : { kind: 'decoded', ...decoded }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((value, index) => bytes[index] === value)
}

/** UTF-16 by its mark, or by the NULs that make up half of most Western text in it, or by its line ends and spaces. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2)
  if (pairs < 2) return null
  let evenNuls = 0
  let oddNuls = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    if (bytes[index] === 0) evenNuls += 1
    if (bytes[index + 1] === 0) oddNuls += 1
  }
  if (oddNuls > pairs * 0.4 && evenNuls < pairs * 0.05) return 'utf-16le'
  if (evenNuls > pairs * 0.4 && oddNuls < pairs * 0.05) return 'utf-16be'
  if (evenNuls + oddNuls === 0) return null
  if (isOneScript(bytes, 'utf-16le')) return 'utf-16le'
  return isOneScript(bytes, 'utf-16be') ? 'utf-16be' : null
}

/** Text that is not Western holds NULs only where its line ends and spaces are; read wrong, it is of many scripts. */
function isOneScript(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 2)))
  const chars = text.length
  const of = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / chars
  return (
    of(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\s]/gu) > 0.9 ||
    of(/[\p{Script=Hangul}\s\p{P}]/gu) > 0.9 ||
    [/\p{Script=Cyrillic}/gu, /\p{Script=Greek}/gu, /\p{Script=Arabic}/gu, /\p{Script=Hebrew}/gu].some(
      (script) => of(script) > 0.5,
    )
  )
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: string } {
  const text = new TextDecoder('utf-8').decode(bytes)
  // Bytes that are UTF-8 throughout may spell U+FFFD themselves, where something was lost before.
  const isWhole = isUtf8(bytes) && !text.includes('\u001b$B')
  if (isWhole || isMostlyUtf8(text)) return { text, encoding: 'utf-8' }
  const encoding = guessEncoding(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** One broken byte in a UTF-8 file must not turn every accent in it to nonsense: most of what is not ASCII was read. */
function isMostlyUtf8(text: string): boolean {
  let broken = 0
  let read = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) broken += 1
    else if (unit > 0x7f) read += 1
  }
  return broken * 4 < read
}

/** Whether more than one character in a hundred is a control character that no text holds. */
function looksBinary(text: string): boolean {
  let controls = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    // Tab to carriage return, escape (terminal logs) and next line (0x85) do occur in texts.
    const isControl = unit < 9 || (unit > 13 && unit < 32 && unit !== 27) || (unit > 126 && unit < 160 && unit !== 0x85)
    if (isControl) controls += 1
  }
  return controls > 1 + text.length / 100
}
