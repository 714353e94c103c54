import { inflateRawSync } from 'node:zlib'

/** Why an archive can't be read. */
export type ZipFailure = 'UNREADABLE' | 'TOO_LARGE' | 'ENCRYPTED'

/** A file in an archive; its name is a name and never leads to a disk. */
export interface ZipEntry {
  readonly name: string
  /** As the archive says; it may lie. */
  readonly sizeBytes: number
}

/** An archive that is read entry by entry, so that no more of it is unpacked than is looked at. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[]
  /**
   * The bytes of an entry, or of the last of that name. Throws ZipError: UNREADABLE, ENCRYPTED, TOO_LARGE once it passes
   * `maxBytes` or all that was unpacked passes the bound of the archive.
   */
  read(entry: string | ZipEntry, maxBytes?: number): Uint8Array
}

export type ZipResult =
  | { readonly kind: 'opened'; readonly archive: ZipArchive }
  | { readonly kind: 'failed'; readonly code: ZipFailure }

/** An entry can't be unpacked. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly code: ZipFailure

  constructor(code: ZipFailure, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** Bounds on what comes out of an archive, so that a small file can't fill the memory. */
const MAX_TOTAL_BYTES = 192 * 1024 * 1024
const MAX_ENTRIES = 20_000

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535

/** Whether bytes begin as a zip archive does (an EPUB, a DOCX, an Anki package ...). */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  )
}

interface Stored extends ZipEntry {
  readonly method: number
  readonly packedBytes: number
  readonly at: number
  readonly isEncrypted: boolean
}

/**
 * Opens an archive in memory. What is unpacked of it is counted as it comes out, whatever the archive says of itself,
 * and ends at `maxBytes` in all. Never throws. Source: APPNOTE.TXT 4.3 (the first bit of the flags: encrypted).
 */
export function openZip(bytes: Uint8Array, maxBytes = MAX_TOTAL_BYTES): ZipResult {
  const stored = readDirectory(bytes)
  if (stored === null) return { kind: 'failed', code: 'UNREADABLE' }
  if (stored.length > MAX_ENTRIES) return { kind: 'failed', code: 'TOO_LARGE' }
  const files = stored.filter(({ name }) => !name.endsWith('/'))
  if (files.length > 0 && files.every(({ isEncrypted }) => isEncrypted)) return { kind: 'failed', code: 'ENCRYPTED' }
  const byName = new Map(stored.map((entry) => [entry.name, entry]))
  let left = maxBytes
  return {
    kind: 'opened',
    archive: {
      entries: files,
      read(wanted, most = maxBytes) {
        // Two entries may have one name: each is read by itself where it is given itself.
        const entry = typeof wanted === 'string' ? byName.get(wanted) : files.find((one) => one === wanted)
        if (!entry) throw new ZipError('UNREADABLE')
        const bound = Math.min(left, most)
        try {
          const data = unpack(bytes, entry, bound)
          left -= data.length
          return data
        } catch (error) {
          // What was unpacked in vain counts too, or a thousand such entries would take for ever.
          if (error instanceof ZipError && error.code === 'TOO_LARGE') left -= Math.max(0, bound)
          throw error
        }
      },
    },
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readDirectory(bytes: Uint8Array): Stored[] | null {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Stored[] = []
  // The count has two bytes, and starts over past 65,535: the directory is as long as it is.
  const isMore = () => at + 4 <= end && view.getUint32(at, true) === DIRECTORY_ENTRY
  while (entries.length < count || (isMore() && entries.length <= MAX_ENTRIES)) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = bytes.subarray(at + 46, at + 46 + (nameBytes ?? 0))
    const local = view.getUint32(at + 42, true)
    const flags = view.getUint16(at + 8, true) | (local + 8 <= bytes.length ? view.getUint16(local + 6, true) : 0)
    entries.push({
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      sizeBytes: view.getUint32(at + 24, true),
      at: local,
      isEncrypted: (flags & 1) === 1,
    })
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0)
  }
  return entries
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return null
}

function unpack(bytes: Uint8Array, entry: Stored, left: number): Uint8Array {
  if (entry.isEncrypted) throw new ZipError('ENCRYPTED')
  const view = viewOf(bytes)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL_ENTRY) throw new ZipError('UNREADABLE')
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  if (packed.length < entry.packedBytes) throw new ZipError('UNREADABLE')
  if (entry.method === 0) {
    if (packed.length > left) throw new ZipError('TOO_LARGE')
    return packed
  }
  if (entry.method !== 8) throw new ZipError('UNREADABLE')
  if (left <= 0) throw new ZipError('TOO_LARGE')
  try {
    return inflateRawSync(packed, { maxOutputLength: left })
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipError(isTooLarge ? 'TOO_LARGE' : 'UNREADABLE', cause)
  }
}
