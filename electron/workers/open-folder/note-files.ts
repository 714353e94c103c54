import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '#electron/formats/import/decode-text.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

/** What is taken for a file of notes; what begins with a dot is some program's own. */
const NOTE_FILE = /\.(?:md|markdown|txt)$/i

/** What a file reads, in one way or in several where its bytes do not say which letters they are; or why it does not. */
export type NoteText =
  | { readonly kind: 'sure'; readonly text: string }
  | { readonly kind: 'guessed'; readonly texts: readonly string[] }
  | { readonly kind: 'unread'; readonly why: string }

/** The files of a folder and of those in it that may hold notes, by their paths in it, in order. Links are not followed. */
export function listNoteFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      if (entry.isDirectory()) return listNoteFiles(join(dir, entry.name)).map((name) => `${entry.name}/${name}`)
      return NOTE_FILE.test(entry.name) ? [entry.name] : []
    })
    .sort()
}

/** Reads a file in whatever encoding it was saved. */
export function readNoteText(path: string): NoteText {
  const stat = lstatSync(path)
  if (!stat.isFile()) return { kind: 'unread', why: 'is a link to another file' }
  if (stat.size > MAX_IMPORT_BYTES) return { kind: 'unread', why: 'is too large' }
  const bytes = readFileSync(path)
  if (isUtf8(bytes) && !bytes.includes(0)) return { kind: 'sure', text: new TextDecoder().decode(bytes) }
  const decoded = decodeText(bytes)
  if (decoded.kind === 'failed') return { kind: 'unread', why: 'holds no text' }
  const { text, encoding } = decoded
  if (encoding.startsWith('utf-')) return { kind: 'sure', text }
  return { kind: 'guessed', texts: [text, new TextDecoder('windows-1252').decode(bytes)] }
}
