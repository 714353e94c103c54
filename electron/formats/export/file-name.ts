/** Names that Windows keeps for devices, with any ending. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i

/** Well under the 255 bytes of most file systems, to leave room in the 260 characters of a Windows path. */
const MAX_NAME_BYTES = 120

const FALLBACK = 'Untitled'

const CHARACTERS = new Intl.Segmenter()
const UTF_8 = new TextEncoder()

/** Gives each title a file name of its own; the same titles in the same order get the same names. */
export type FileNamer = (title: string, extension: string) => string

/**
 * Makes a `FileNamer` for one folder. Names differ from each other whatever the file system makes of case and accents;
 * the second of a name gets " 2", and so on. `taken`: names that the folder already holds.
 */
export function createFileNamer(taken: readonly string[] = []): FileNamer {
  const used = new Set(taken.map(foldName))
  const nextNumbers = new Map<string, number>()
  return (title, extension) => {
    const stem = safeStem(title)
    const key = foldName(`${stem}.${extension}`)
    let number = nextNumbers.get(key) ?? 1
    let name = numbered(stem, number, extension)
    while (used.has(foldName(name))) {
      number += 1
      name = numbered(stem, number, extension)
    }
    nextNumbers.set(key, number + 1)
    used.add(foldName(name))
    return name
  }
}

/** A name without ending that Windows, macOS and Linux all take: no separators, controls, device names; never empty. */
export function safeStem(title: string): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, ' ')
    .replace(/[/\\|]/g, '-')
    .replace(/:(?=\s|$)/g, ' -')
    .replace(/[<>:"?*]/g, '')
    .replace(/\s+/g, ' ')
  const stem = trimEnds(cutBytes(trimEnds(plain), MAX_NAME_BYTES))
  if (stem === '') return FALLBACK
  return RESERVED.test(stem) ? `${stem.replace(/\..*$/, '')}_` : stem
}

function numbered(stem: string, number: number, extension: string): string {
  return number === 1 ? `${stem}.${extension}` : `${stem} ${number}.${extension}`
}

/** Leading dots hide a file, and Windows drops dots and spaces at the end. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.~-]+/, '').replace(/[\s.-]+$/, '')
}

/** The longest beginning of whole characters, as a reader sees them, within `maxBytes` of UTF-8. */
function cutBytes(name: string, maxBytes: number): string {
  let bytes = 0
  let end = 0
  for (const { segment, index } of CHARACTERS.segment(name.slice(0, maxBytes + 1))) {
    bytes += UTF_8.encode(segment).length
    if (bytes > maxBytes) break
    end = index + segment.length
  }
  return name.slice(0, end)
}

function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')
}
