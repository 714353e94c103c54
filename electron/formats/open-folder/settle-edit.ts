import { MAX_MARKDOWN_CHARS } from '#shared/contract/primitives.ts'
import { isSameNote } from './note-regions.ts'

/** What stands between two versions of a note of which both are kept. */
const RULE = '\n\n---\n\n'

/** A note as it was written to a folder, and as it reads there now. */
interface EditedNote {
  readonly before: string
  readonly after: string
}

/**
 * What becomes of a note here. NONE: it says so already, or came in before. CHANGED: it reads as in the folder. BOTH: it
 * was changed here too, and keeps both. TOO_LONG: for that it is too long, and stays.
 */
export type SettledEdit =
  | { readonly kind: 'NONE' | 'TOO_LONG' }
  | { readonly kind: 'CHANGED' | 'BOTH'; readonly note: string }

/** `here`: the note of the library. `isTaken`: whether a version came in by an earlier import. */
export function settleEdit(
  here: string,
  { before, after }: EditedNote,
  isTaken: (note: string) => boolean,
): SettledEdit {
  const versions = here.split(RULE)
  if (isSameNote(here, after) || isTaken(after)) return { kind: 'NONE' }
  if (isSameNote(here, before)) return { kind: 'CHANGED', note: after }
  if (versions.some((version) => isSameNote(version, after)) || here.endsWith(RULE + after)) return { kind: 'NONE' }
  // A second edit takes the place of the first, which nobody has touched here since.
  const earlier = versions.findLastIndex(isTaken)
  const note = earlier < 0 ? here + RULE + after : versions.with(earlier, after).join(RULE)
  if (note.length > MAX_MARKDOWN_CHARS) return { kind: 'TOO_LONG' }
  return { kind: earlier < 0 ? 'BOTH' : 'CHANGED', note }
}
