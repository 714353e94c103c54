import { guessEncoding } from '../encoding/guess-encoding.ts'

/** How far into a page its encoding is looked for, in bytes: browsers go on beyond the 1,024 they may be content with. */
const PRESCAN_BYTES = 65_536

/** The text of a page: by its byte order mark, by what it says of itself, as UTF-8 if it is that, else by its letters. */
export function decodePage(bytes: Uint8Array): string {
  const label = labelOf(bytes)
  if (label !== null) {
    try {
      return new TextDecoder(label).decode(bytes)
    } catch {
      // A label that no browser knows either: the bytes decide.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const broken = text.split('\uFFFD').length - 1
    return broken * 50 < text.length / 20 ? text : new TextDecoder(guessEncoding(bytes)).decode(bytes)
  }
}

function labelOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN_BYTES))
  const declared =
    /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head) ??
    /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)
  const label = declared?.[1]?.toLowerCase() ?? null
  // A page that could be read for this in bytes is in no UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label
}
