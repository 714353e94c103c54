import { createHash } from 'node:crypto'
import { plainNote } from '#electron/formats/open-folder/note-regions.ts'
import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import { findSetting, putSetting, settingKeys } from '#electron/store/queries/settings.ts'

/** So many versions of one note are remembered. */
const MOST_VERSIONS = 8

/** Which versions of notes came in from open folders, so that none comes twice. Undo of an import forgets its own. */
export class TakenNotes {
  readonly #prints: Map<string, readonly string[]>

  constructor(db: ReadHandle) {
    // Written by this class alone.
    const stored = (findSetting(db, settingKeys.folderNotes) ?? {}) as Readonly<Record<string, readonly string[]>>
    this.#prints = new Map(Object.entries(stored))
  }

  has(annotationId: string, note: string): boolean {
    return this.#prints.get(annotationId)?.includes(printOf(note)) ?? false
  }

  add(annotationId: string, note: string): void {
    const known = this.#prints.get(annotationId) ?? []
    this.#prints.set(annotationId, [...known, printOf(note)].slice(-MOST_VERSIONS))
  }

  store(db: WriteHandle, nowMs: number): void {
    putSetting(db, settingKeys.folderNotes, Object.fromEntries(this.#prints), nowMs)
  }
}

/** Sixteen digits tell the few versions of one note apart. */
function printOf(note: string): string {
  return createHash('sha256').update(plainNote(note)).digest('hex').slice(0, 16)
}
