import { createHash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { PbfReader } from 'pbf'
import type { ZipArchive } from '#electron/formats/import/archive/open-zip.ts'
import { collectionToNotes, soundsOf } from '#electron/formats/import/cards/anki-notes.ts'
import type { DocumentsResult, FailedPart } from '#electron/formats/import/import-result.ts'
import { titleFromName } from '#electron/formats/import/title.ts'
import { DamagedCollectionError, readAnkiCollection } from '#electron/store/anki/read-collection.ts'
import type { ImportedPicture } from '#shared/domain/imported.ts'
import { MOST_PICTURE_BYTES, mediaTypeOf } from '#shared/domain/pictures.ts'

/** What a collection may unpack to. */
const MAX_COLLECTION_BYTES = 160 * 1024 * 1024
const MAX_MEDIA_BYTES = 96 * 1024 * 1024
const MAX_MAP_BYTES = 16 * 1024 * 1024
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd]

/**
 * The cards of a package of Anki, `.apkg` or `.colpkg`: the newest form in it counts, for beside it stands a collection
 * that only asks for a newer Anki. Pictures that fields show come along; sound has no place on our cards. Throws ZipError.
 * Source: Anki's import_export/package: meta, collection.anki21b and media with zstd and protobuf; before, JSON.
 */
export function readAnkiPackage(archive: ZipArchive, name: string): DocumentsResult {
  const entry = ['collection.anki21b', 'collection.anki21', 'collection.anki2'].find((one) =>
    archive.entries.some((stored) => stored.name === one),
  )
  if (entry === undefined) return { kind: 'failed', code: 'UNSUPPORTED' }
  try {
    const collection = readAnkiCollection(unpack(archive.read(entry), MAX_COLLECTION_BYTES))
    const media = createMedia(archive)
    const { notes, leftOut } = collectionToNotes(collection, media.find)
    if (notes.length === 0) return { kind: 'failed', code: leftOut.length === 0 ? 'EMPTY' : 'NO_CARD' }
    const set = { title: titleFromName(name), notes, pictures: media.used() }
    const failed = [...partOf(leftOut, 'NO_CARD'), ...partOf(soundsOf(collection), 'SOUND')]
    return { kind: 'documents', format: 'anki', documents: [], cardSets: [set], failed }
  } catch (error) {
    if (error instanceof DamagedCollectionError) return { kind: 'failed', code: 'UNREADABLE' }
    if (error instanceof RangeError) return { kind: 'failed', code: 'TOO_LARGE' }
    throw error
  }
}

function partOf([first, ...others]: readonly string[], code: FailedPart['code']): FailedPart[] {
  if (first === undefined) return []
  return [{ name: others.length === 0 ? first : `${first} and ${others.length} more`, code }]
}

function isZstd(bytes: Uint8Array): boolean {
  return ZSTD.every((byte, at) => bytes[at] === byte)
}

/** Throws RangeError for what unpacks to more, DamagedCollectionError for what does not unpack. */
function unpack(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (!isZstd(bytes)) return bytes
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    if (isTooLarge) throw new RangeError('It unpacks to too much.', { cause })
    throw new DamagedCollectionError('It can’t be unpacked.', { cause })
  }
}

function createMedia(archive: ZipArchive) {
  const files = readMediaMap(archive)
  const pictures = new Map<string, ImportedPicture>()
  const found = new Map<string, string | null>()
  let left = MAX_MEDIA_BYTES
  const load = (source: string): string | null => {
    const stored = files.get(source) ?? files.get(safeDecode(source))
    const entry = stored === undefined ? undefined : archive.entries.find((one) => one.name === stored)
    if (!entry || left <= 0) return null
    const bytes = unpack(archive.read(entry.name), MOST_PICTURE_BYTES + 1)
    const mediaType = mediaTypeOf(bytes)
    if (mediaType === null || bytes.length > MOST_PICTURE_BYTES) return null
    left -= bytes.length
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    // A copy: the bytes may be a view of the whole archive, which must not be kept for it.
    pictures.set(sha256, { sha256, mediaType, bytes: new Uint8Array(bytes) })
    return `picture:${sha256}`
  }
  return {
    find(source: string): string | null {
      const known = found.get(source)
      if (known !== undefined) return known
      const picture = tryLoad(() => load(source))
      found.set(source, picture)
      return picture
    },
    used: () => [...pictures.values()],
  }
}

/** A picture that can't be unpacked is missing; the cards are not. */
function tryLoad(load: () => string | null): string | null {
  try {
    return load()
  } catch {
    return null
  }
}

/** Names of media to the names they are stored by. */
function readMediaMap(archive: ZipArchive): Map<string, string> {
  if (!archive.entries.some(({ name }) => name === 'media')) return new Map()
  const bytes = unpack(archive.read('media'), MAX_MAP_BYTES)
  const start = bytes[0]
  return start === 0x7b ? readJsonMap(bytes) : readMessageMap(bytes)
}

function readJsonMap(bytes: Uint8Array): Map<string, string> {
  try {
    const map: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const entries = Object.entries(typeof map === 'object' && map !== null ? map : {})
    return new Map(entries.map(([stored, name]) => [String(name), stored]))
  } catch {
    return new Map() // the cards are there all the same
  }
}

/** Source: import_export.proto, MediaEntries: entries = 1, each with its name = 1; stored by place. */
function readMessageMap(bytes: Uint8Array): Map<string, string> {
  const names: string[] = []
  try {
    new PbfReader(bytes).readFields<null>((tag, _, reader) => {
      if (tag !== 1) return
      const end = reader.readVarint() + reader.pos
      const entry = reader.readFields<{ name: string }>(
        (inner, found, nested) => {
          if (inner === 1) found.name = nested.readString()
        },
        { name: '' },
        end,
      )
      names.push(entry.name)
    }, null)
  } catch {
    return new Map() // as above
  }
  return new Map(names.map((name, at) => [name, String(at)]))
}

function safeDecode(source: string): string {
  try {
    return decodeURIComponent(source)
  } catch {
    return source // a stray per cent sign
  }
}
