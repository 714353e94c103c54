/** A comment that begins or ends a note, alone on its line. Editors indent lines and leave white space at their ends. */
const COMMENT = '<!--[ \\t]*(end of )?note ([0-9a-f-]{36})[ \\t]*-->[ \\t]*$'
const MARKER = new RegExp(`^([ \\t]*)${COMMENT}`, 'i')
/** A line of a note that looks like one of these comments, or like one that was escaped before. */
const LOOKALIKE = new RegExp(`^([ \\t]*)(\\\\*${COMMENT})`, 'gim')
const ESCAPED = new RegExp(`^([ \\t]*)\\\\(\\\\*${COMMENT})`, 'i')
/** Such a comment with something else on its line; what is escaped is text of the article. */
const STRAY = /(?<!\\)<!--\s*(?:end of )?note\s+([0-9a-f-]{36})/gi
/** What names a mark, at the end of the line of its category. */
const MARK = /\^([0-9a-f-]{36})[ \t]*$/i

/** What became of the comments round a note. END_ALONE: it ends where none has begun. */
export type BrokenRegion = 'NO_END' | 'END_ALONE' | 'NOT_ALONE'

/** The notes that a file holds. */
export interface NoteRegions {
  /** What a note reads, each time it stands there, by the id of what it is on. */
  readonly notes: ReadonlyMap<string, readonly string[]>
  /** Notes of which it can't be said where they begin and end. */
  readonly broken: ReadonlyMap<string, BrokenRegion>
  /** Marks that the file names, with their comments or without. */
  readonly marks: ReadonlySet<string>
}

/** A note to the letter between two comments that name it; programs that show Markdown do not show these. */
export function writeRegion(id: string, note: string): string {
  const lines = toLines(note).replace(LOOKALIKE, '$1\\$2')
  return `<!-- note ${id} -->\n${lines === '' ? '' : `${lines}\n`}<!-- end of note ${id} -->`
}

/** Reads what `writeRegion` wrote, whatever an editor has made of it. Linear. */
export function readRegions(markdown: string): NoteRegions {
  const reader = new RegionReader()
  for (const line of toLines(markdown).split('\n')) reader.take(line)
  return reader.end()
}

interface OpenRegion {
  readonly id: string
  readonly indent: string
  readonly lines: string[]
  isBroken: boolean
}

class RegionReader {
  readonly #notes = new Map<string, string[]>()
  readonly #broken = new Map<string, BrokenRegion>()
  readonly #marks = new Set<string>()
  #open: OpenRegion | null = null

  take(line: string): void {
    const [, indent = '', end, name] = MARKER.exec(line) ?? []
    if (name === undefined) this.#takeText(line)
    else if (end === undefined) this.#begin(name.toLowerCase(), indent)
    else this.#finish(name.toLowerCase())
  }

  end(): NoteRegions {
    if (this.#open) this.#broken.set(this.#open.id, 'NO_END')
    return { notes: this.#notes, broken: this.#broken, marks: this.#marks }
  }

  #takeText(line: string): void {
    if (this.#open) {
      this.#open.lines.push(line)
      return
    }
    for (const [, id = ''] of line.matchAll(STRAY)) this.#broken.set(id.toLowerCase(), 'NOT_ALONE')
    const mark = MARK.exec(line)?.[1]
    if (mark !== undefined) this.#marks.add(mark.toLowerCase())
  }

  #begin(id: string, indent: string): void {
    if (this.#open) this.#broken.set(this.#open.id, 'NO_END')
    this.#open = { id, indent, lines: [], isBroken: false }
  }

  #finish(id: string): void {
    const open = this.#open
    if (open?.id !== id) {
      this.#broken.set(id, 'END_ALONE')
      // Whose line that was nobody can say.
      if (open) open.isBroken = true
      return
    }
    this.#open = null
    if (open.isBroken) this.#broken.set(id, 'END_ALONE')
    else this.#notes.set(id, [...(this.#notes.get(id) ?? []), noteOf(open)])
  }
}

/** An indentation that the comments have too is the editor's. */
function noteOf({ lines, indent }: OpenRegion): string {
  const isIndented = indent !== '' && lines.every((line) => line.trim() === '' || line.startsWith(indent))
  return lines.map((line) => (isIndented ? line.slice(indent.length) : line).replace(ESCAPED, '$1$2')).join('\n')
}

/** Whether two notes say the same, as far as editors leave white space alone. */
export function isSameNote(a: string, b: string): boolean {
  return plainNote(a) === plainNote(b)
}

/** A note without what editors do to white space: line ends, and what stands at the ends of lines and of the note. */
export function plainNote(note: string): string {
  return toLines(note)
    .replace(/[ \t]+$/gm, '')
    .trim()
}

function toLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
