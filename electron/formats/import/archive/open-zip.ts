import { type UnzipFileInfo, unzipSync } from 'fflate'

/** Why an archive can't be read. */
export type ZipFailure = 'UNREADABLE' | 'TOO_LARGE' | 'ENCRYPTED'

export type ZipResult =
  | { readonly kind: 'opened'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'failed'; readonly code: ZipFailure }

/** Bounds on what comes out of an archive, so that a small file can't fill the memory. */
const MAX_TOTAL_BYTES = 192 * 1024 * 1024
const MAX_FILES = 5000

class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/** Whether bytes begin as a zip archive does (an EPUB, a DOCX, an Anki package ...). */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  )
}

/**
 * Unpacks those files of an archive that `wanted` names, in memory: a path in it is a name and never leads to a disk.
 * Refuses what would unpack to more than 192 MB or 5,000 files, before unpacking it. Source: APPNOTE.TXT 4.4.4 (bit 0
 * of the flags: encrypted).
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean): ZipResult {
  if (isEncrypted(bytes)) return { kind: 'failed', code: 'ENCRYPTED' }
  let total = 0
  let count = 0
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (name.endsWith('/') || !wanted(name)) return false
    total += originalSize
    count += 1
    if (total > MAX_TOTAL_BYTES || count > MAX_FILES) throw new TooLargeError('The archive unpacks to too much.')
    return true
  }
  try {
    return { kind: 'opened', files: new Map(Object.entries(unzipSync(bytes, { filter }))) }
  } catch (error) {
    return { kind: 'failed', code: error instanceof TooLargeError ? 'TOO_LARGE' : 'UNREADABLE' }
  }
}

/** The first file decides: archives are encrypted as a whole. */
function isEncrypted(bytes: Uint8Array): boolean {
  return isZip(bytes) && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1
}
