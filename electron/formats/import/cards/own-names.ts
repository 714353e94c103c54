import type { ImportedNote } from '#shared/domain/imported.ts'

/** Notes of one file that share a name are not one note: all but the first are known by their words alone. */
export function withOwnNames(notes: readonly ImportedNote[]): ImportedNote[] {
  const seen = new Set<string>()
  return notes.map((note) => {
    if (note.guid === null || !seen.has(note.guid)) {
      if (note.guid !== null) seen.add(note.guid)
      return note
    }
    return { ...note, guid: null }
  })
}
