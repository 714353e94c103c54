import { safeStem } from '#electron/formats/export/file-name.ts'
import { openSnapshot } from '#electron/store/open-read-only.ts'
import { TemplateError } from '#shared/text/template.ts'
import type { ExportOrder, ExportResult } from './export-order.ts'
import { openSource } from './export-source.ts'
import { isOfDossiers, writeDossiers } from './write-dossiers.ts'
import { isOfNotes, writeNotes } from './write-notes.ts'
import { TooManyFilesError } from './zip-limit.ts'

/** Writes what is asked for, out of a library as it is at this moment, into a file. */
export function writeExport(order: ExportOrder): ExportResult {
  const snapshot = openSnapshot(order.libraryDir)
  try {
    return { kind: 'written', ...writeOne(order, openSource(snapshot.read, order)) }
  } catch (error) {
    if (error instanceof TemplateError) return { kind: 'template-broken', line: error.line, message: error.message }
    if (error instanceof TooManyFilesError) return { kind: 'too-many-files' }
    throw error
  } finally {
    snapshot.close()
  }
}

function writeOne(order: ExportOrder, source: ReturnType<typeof openSource>) {
  const day = new Date(order.nowMs).toISOString().slice(0, 10)
  const { format } = order
  if (isOfDossiers(format)) return writeDossiers(order, format, source, `Dossiers ${day}`)
  if (!isOfNotes(format)) throw new Error(`No such format: ${format}`)
  const isOne = order.scope.articleIds !== undefined && source.onlyTitle !== null
  const stem = isOne ? safeStem(source.onlyTitle ?? '') : `Dossier notes ${day}`
  return writeNotes(order, format, source, stem)
}
