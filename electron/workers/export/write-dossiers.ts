import { type DossierNotes, dossierToHtml } from '#electron/formats/export/dossier.ts'
import { safeStem } from '#electron/formats/export/file-name.ts'
import { listToJson } from '#electron/formats/export/json.ts'
import { type DossierName, dossierFiles, linkDossiers } from '#electron/formats/export/markdown-style.ts'
import { toPage } from '#electron/formats/export/page.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { findEntity, listEntities } from '#electron/store/queries/entities.ts'
import type { ExportFormat } from '#shared/contract/export.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import type { ExportOrder } from './export-order.ts'
import type { ExportSource } from './export-source.ts'
import { readDossier } from './read-dossier.ts'
import { eachOf } from './read-notes.ts'
import { writeText, writeZip } from './write-file.ts'
import { refuseTooMany } from './zip-limit.ts'

type DossierFormat = Extract<ExportFormat, `dossiers-${string}`>

export function isOfDossiers(format: ExportFormat): format is DossierFormat {
  return format.startsWith('dossiers-')
}

/** Writes the pages on those asked for; `manyStem`: the name of the file when they are many. */
export function writeDossiers(order: ExportOrder, format: DossierFormat, source: ExportSource, manyStem: string) {
  const { file, scope, nowMs } = order
  const names = namesOf(source.read, order)
  const [only] = names
  const stem = scope.entityId && only ? safeStem(only.name) : manyStem
  source.expect(names.length)
  const dossiers = () => readDossiers(source, names, scope.entityId !== undefined)
  switch (format) {
    case 'dossiers-json':
      writeText(file, withLineEnd(listToJson(dossiers())))
      return { name: `${stem}.json`, mediaType: 'application/json' }
    case 'dossiers-html':
      writeText(file, toPage(pageParts(dossiers()), { title: 'Dossiers', exportedAtMs: nowMs }))
      return { name: `${stem}.html`, mediaType: 'text/html' }
    case 'dossiers-markdown': {
      const files = dossierFiles(dossiers(), linkDossiers(names))
      if (names.length !== 1) {
        refuseTooMany(names.length)
        writeZip(file, files, nowMs)
        return { name: `${stem}.zip`, mediaType: 'application/zip' }
      }
      for (const { parts } of files) writeText(file, parts)
      return { name: `${stem}.md`, mediaType: 'text/markdown' }
    }
  }
}

function namesOf(read: ReadHandle, { scope: { articleIds, entityId } }: ExportOrder): DossierName[] {
  if (entityId) {
    const entity = findEntity(read, entityId)
    return entity ? [entity] : []
  }
  return listNames(read, articleIds ?? [undefined])
}

/** Who and what is named in some articles, or (undefined) in any, each once. */
export function listNames(read: ReadHandle, articleIds: Iterable<ArticleId | undefined>): DossierName[] {
  const names = new Map<string, DossierName>()
  for (const articleId of articleIds)
    for (const { id, name } of eachOf((cursor) =>
      listEntities(read, { articleId, sort: 'mentions', limit: 200, cursor }),
    ))
      if (!names.has(id)) names.set(id, { id, name })
  return [...names.values()]
}

/** The dossiers of some names, as they are asked for; each is a step. */
export function* readDossiers(
  { read, step }: ExportSource,
  names: readonly DossierName[],
  withNotes: boolean,
): Generator<DossierNotes, void, void> {
  for (const { id } of names) {
    const dossier = readDossier(read, id as EntityId, withNotes) // a name's id is its entity's
    if (dossier) yield dossier
    step()
  }
}

function* pageParts(dossiers: Iterable<DossierNotes>): Generator<string, void, void> {
  for (const one of dossiers) yield dossierToHtml(one)
}

function* withLineEnd(parts: Iterable<string>): Generator<string, void, void> {
  yield* parts
  yield '\n'
}
