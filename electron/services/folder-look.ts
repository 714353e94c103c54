import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ARTICLE_FOLDER } from '#electron/formats/open-folder/manifest.ts'
import { settleEdit } from '#electron/formats/open-folder/settle-edit.ts'
import type { TriedMark, TriedMerge } from '#electron/store/open-folder/try-merge.ts'
import type { NoteEdit } from '#electron/workers/open-folder/read-edits.ts'
import type { FolderLook } from '#shared/contract/open-folder.ts'
import type { ServiceContext } from './context.ts'
import { changedTables, type Look } from './folder-import.ts'
import { TakenNotes } from './taken-notes.ts'

const MOST_EDITS = 50
const MOST_SHOWN_CHARS = 1000

/** What an import would do. It is done to a copy, for on the library itself it would hold everyone up. */
export async function describeLook(context: ServiceContext, look: Look, bringBack: boolean): Promise<FolderLook> {
  const { manifest, edits, troubles, troubleCount } = look.content
  const { tables, marks } = await tryMerge(context, look, bringBack)
  const notes = describeEdits(edits, marks, new TakenNotes(context.library.read))
  return {
    lookId: look.id,
    path: look.folder,
    exportedAtMs: manifest.exportedAtMs,
    version: manifest.version,
    articleCount: manifest.tables['article'] ?? 0,
    tables: changedTables(tables),
    deletedCount: tables.reduce((sum, { returned, left }) => sum + returned + left, 0),
    edits: notes.edits.slice(0, MOST_EDITS),
    editCount: notes.edits.length,
    conflictCount: notes.edits.filter(({ isBoth }) => isBoth).length,
    troubles: [...notes.troubles.slice(0, MOST_EDITS), ...troubles],
    troubleCount: troubleCount + notes.troubles.length,
  }
}

async function tryMerge(
  { library, clock, startWorker }: ServiceContext,
  { dir, content }: Look,
  bringBack: boolean,
): Promise<TriedMerge> {
  const isInMemory = library.dir === ':memory:'
  const libraryFile = isInMemory ? join(dir, 'memory.db') : join(library.dir, 'library.db')
  if (isInMemory) await library.copyTo(libraryFile)
  const worker = startWorker()
  const copyFile = join(dir, 'tried.db')
  const tried = await worker
    .run('tryMerge', {
      libraryFile,
      folderFile: join(dir, 'library.db'),
      copyFile,
      bringBack,
      nowMs: clock(),
      annotationIds: content.edits.map(({ annotationId }) => annotationId),
    })
    .finally(() => worker.close())
  await rm(copyFile, { force: true })
  return tried
}

/** What would become of the notes that were changed outside; one that came in before is not among them. */
function describeEdits(all: readonly NoteEdit[], marks: readonly TriedMark[], taken: TakenNotes) {
  const edits: FolderLook['edits'] = []
  const troubles: FolderLook['troubles'] = []
  for (const [index, edit] of all.entries()) {
    const { title, note } = marks[index] ?? { title: '', note: null }
    const settled = note === null ? null : settleEdit(note, edit, (one) => taken.has(edit.annotationId, one))
    const leave = (why: string) =>
      troubles.push({ table: ARTICLE_FOLDER, row: `“${title}”`, why: `holds a changed note ${why}` })
    if (note === null || settled === null) leave('on a mark that was deleted here')
    else if (settled.kind === 'TOO_LONG') leave('that was changed here too and would be too long with both versions')
    else if ('note' in settled)
      edits.push({
        articleTitle: title,
        before: note.slice(0, MOST_SHOWN_CHARS),
        after: (settled.kind === 'BOTH' ? edit.after : settled.note).slice(0, MOST_SHOWN_CHARS),
        isBoth: settled.kind === 'BOTH',
      })
  }
  return { edits, troubles }
}
