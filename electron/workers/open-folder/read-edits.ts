import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ARTICLE_FOLDER } from '#electron/formats/open-folder/manifest.ts'
import {
  type BrokenRegion,
  isSameNote,
  type NoteRegions,
  readRegions,
} from '#electron/formats/open-folder/note-regions.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { MAX_MARKDOWN_CHARS } from '#shared/contract/primitives.ts'
import { listNoteFiles, type NoteText, readNoteText } from './note-files.ts'

/** A note that reads otherwise in its Markdown file than it was written. */
export interface NoteEdit {
  readonly annotationId: string
  readonly before: string
  readonly after: string
}

/** Hears what of a file does not come in, and why. */
type Trouble = (file: string, why: string) => void

/** A mark as it was written. */
interface Written {
  readonly note: string
  readonly quote: string
}

const brokenWords: Readonly<Record<BrokenRegion, string>> = {
  NO_END: 'has lost the comment that ends',
  END_ALONE: 'ends twice, or without having begun,',
  NOT_ALONE: 'has something else on the line of a comment of',
}

/**
 * Notes that were changed in the Markdown files. What was changed so that it can't be said which note it is, or in two
 * ways, goes to `trouble` by the name of its file, and the note stays as it was.
 */
export function readEdits(db: ReadHandle, folder: string, trouble: Trouble): NoteEdit[] {
  const dir = join(folder, ARTICLE_FOLDER)
  if (!existsSync(dir)) return []
  const edits = new EditCollector(db, trouble)
  for (const file of listNoteFiles(dir)) edits.take(file, readNoteText(join(dir, file)))
  return edits.end()
}

class EditCollector {
  readonly #written: ReadonlyMap<string, Written>
  readonly #trouble: Trouble
  /** What each note reads otherwise, and where. */
  readonly #changed = new Map<string, { readonly file: string; readonly after: string }[]>()
  /** Notes that stand in a file with their comments, whole or not. */
  readonly #met = new Set<string>()
  /** The file that names a mark. */
  readonly #named = new Map<string, string>()

  constructor(db: ReadHandle, trouble: Trouble) {
    const rows = db.prepare('SELECT id, note, quote FROM annotation').all() as ({ id: string } & Written)[]
    this.#written = new Map(rows.map(({ id, ...written }) => [id, written]))
    this.#trouble = trouble
  }

  take(file: string, read: NoteText): void {
    if (read.kind === 'unread') this.#trouble(file, `${read.why}, so nothing in it was read`)
    else if (read.kind === 'sure') this.#takeRegions(file, readRegions(read.text))
    else this.#takeGuessed(file, read.texts)
  }

  #takeGuessed(file: string, texts: readonly string[]): void {
    const regions = texts.map(readRegions).find((one) => !this.#isMisread(one))
    if (regions) this.#takeRegions(file, regions)
    else this.#trouble(file, 'is in an encoding that can’t be told, so nothing in it was read. Save it as UTF-8')
  }

  end(): NoteEdit[] {
    const isLoose = (id: string) => this.#written.has(id) && !this.#met.has(id)
    for (const [id, file] of this.#named)
      if (isLoose(id)) this.#trouble(file, `has lost the comments round ${this.#nameOf(id)}, which stays as it was`)
    return [...this.#changed].flatMap(([annotationId, all]) => {
      const [first] = all
      if (!first || !this.#isClear(annotationId, all)) return []
      return [{ annotationId, before: this.#written.get(annotationId)?.note ?? '', after: trimLines(first.after) }]
    })
  }

  #takeRegions(file: string, { notes, broken, marks }: NoteRegions): void {
    for (const id of marks) this.#named.set(id, file)
    for (const [id, how] of broken) {
      if (!this.#written.has(id)) continue
      this.#met.add(id)
      this.#trouble(file, `${brokenWords[how]} ${this.#nameOf(id)}, which stays as it was`)
    }
    for (const [id, texts] of notes) {
      const written = this.#written.get(id)
      if (written && !broken.has(id)) for (const after of texts) this.#takeNote(file, id, written.note, after)
    }
    const strange = [...notes.keys()].filter((id) => !this.#written.has(id)).length
    if (strange > 0)
      this.#trouble(file, `holds ${strange === 1 ? '1 note' : `${strange} notes`} on no mark of this folder`)
  }

  #takeNote(file: string, id: string, before: string, after: string): void {
    this.#met.add(id)
    if (isSameNote(before, after)) return
    const others = this.#changed.get(id) ?? []
    this.#changed.set(id, [...others, { file, after }])
  }

  /** Whether an edit can come in as it is. */
  #isClear(id: string, all: readonly { readonly file: string; readonly after: string }[]): boolean {
    const after = all[0]?.after ?? ''
    const files = [...new Set(all.map(({ file }) => file))]
    const refuse = (why: string) => {
      this.#trouble(files.join(' and '), `${files.length === 1 ? 'holds' : 'hold'} ${why}, which stays as it was`)
      return false
    }
    const name = this.#nameOf(id)
    if (all.some((one) => !isSameNote(one.after, after))) return refuse(`different versions of ${name}`)
    if (after.length > MAX_MARKDOWN_CHARS) return refuse(`more than 100,000 characters in ${name}`)
    const isWhole = !after.includes('\ufffd') || this.#written.get(id)?.note.includes('\ufffd')
    return isWhole || refuse(`letters that can’t be read in ${name}`)
  }

  /** In a wrong encoding a note reads the same but for its letters beyond ASCII. */
  #isMisread({ notes }: NoteRegions): boolean {
    return [...notes].some(([id, texts]) => {
      const before = this.#written.get(id)?.note
      return (
        before !== undefined && texts.some((after) => !isSameNote(before, after) && isSameNote(...bare(before, after)))
      )
    })
  }

  #nameOf(id: string): string {
    const words = this.#written.get(id)?.quote.replace(/\s+/g, ' ').trim() ?? ''
    if (words === '') return 'the note on the whole article'
    return `the note on “${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words}”`
  }
}

/** Notes with what an encoding may change made alike. */
function bare(before: string, after: string): [string, string] {
  const plain = (note: string) => note.replace(/(?:\P{ASCII}|\?)+/gu, '?')
  return [plain(before), plain(after)]
}

/** Editors set empty lines round comments. */
function trimLines(note: string): string {
  return note.replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '')
}
