import { notesToJson } from '#electron/formats/export/json.ts'
import { notesToPage } from '#electron/formats/export/page.ts'
import { notesToText } from '#electron/formats/export/plain-text.ts'
import { notesToTables } from '#electron/formats/export/tables.ts'
import { notesToWebAnnotations } from '#electron/formats/export/web-annotation.ts'
import { notesToWord } from '#electron/formats/export/word.ts'
import { listEntities } from '#electron/store/queries/entities.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import type { ExportFormat } from '#shared/contract/export.ts'
import type { ExportOrder } from './export-order.ts'
import type { ExportSource } from './export-source.ts'
import { packAnki } from './pack-anki.ts'
import { readPageType } from './page-type.ts'
import { eachOf } from './read-notes.ts'
import { withFile, writeText, writeZip } from './write-file.ts'
import { writeMarkdown } from './write-markdown.ts'

type Writer = (
  order: ExportOrder,
  source: ExportSource,
  stem: string,
) => { readonly name: string; readonly mediaType: string }

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const writers = {
  markdown: writeMarkdown,
  html: (order, source, stem) => writePage(order, source, stem),
  // The page alone: who has a browser prints it.
  pdf: (order, source, stem) => writePage(order, source, stem, readType(order)),
  docx: (order, source, stem) => {
    source.expect(source.articleIds.length)
    const files = notesToWord(source.articles(), source.looseCards(), titleOf(source))
    writeZip(order.file, files, order.nowMs)
    return { name: `${stem}.docx`, mediaType: WORD_TYPE }
  },
  text: (order, source, stem) => {
    source.expect(source.articleIds.length)
    writeText(order.file, notesToText(source.articles(), source.looseCards()))
    return { name: `${stem}.txt`, mediaType: 'text/plain' }
  },
  json: (order, source, stem) => {
    source.expect(source.articleIds.length)
    writeText(order.file, notesToJson(source.articles(), source.looseCards(), order.nowMs))
    return { name: `${stem}.json`, mediaType: 'application/json' }
  },
  'json-ld': (order, source, stem) => {
    source.expect(source.articleIds.length)
    writeText(order.file, notesToWebAnnotations(source.articles(), order.nowMs))
    return { name: `${stem}.jsonld`, mediaType: 'application/ld+json' }
  },
  csv: writeTables,
  anki: (order, source, stem) => {
    const { read, scope, step } = source
    source.expect(scope.cardIds.size)
    const bytes = packAnki(read, [...scope.cardIds], order.nowMs, step)
    withFile(order.file, (write) => write(bytes))
    return { name: `${stem}.apkg`, mediaType: 'application/zip' }
  },
} as const satisfies Partial<Record<ExportFormat, Writer>>

/** A form that marks, notes and cards go out in. */
export type NotesFormat = keyof typeof writers

export function isOfNotes(format: ExportFormat): format is NotesFormat {
  return format in writers
}

/** Writes the marks, notes and cards asked for; `stem`: the name of the file, without its ending. */
export function writeNotes(order: ExportOrder, format: NotesFormat, source: ExportSource, stem: string) {
  return writers[format](order, source, stem)
}

function titleOf({ onlyTitle }: ExportSource): string {
  return onlyTitle ?? 'Notes and cards'
}

function readType({ typeDir }: ExportOrder): string | undefined {
  return typeDir === null ? undefined : readPageType(typeDir)
}

function writePage({ file, nowMs }: ExportOrder, source: ExportSource, stem: string, style?: string) {
  source.expect(source.articleIds.length)
  const facts = { title: titleOf(source), exportedAtMs: nowMs, style }
  writeText(file, notesToPage(source.articles(), source.looseCards(), facts))
  return { name: `${stem}.html`, mediaType: 'text/html' }
}

function writeTables({ file, nowMs, scope }: ExportOrder, source: ExportSource, stem: string) {
  // Once for the marks and once for the cards.
  source.expect(2 * source.articleIds.length)
  const articles = { [Symbol.iterator]: () => source.articles() }
  const tables = notesToTables({ articles, looseCards: source.looseCards(), ...readFound(source, scope.articleIds) })
  writeZip(file, tables, nowMs)
  return { name: `${stem} tables.zip`, mediaType: 'application/zip' }
}

/** Entities and figures of some articles, or of all. */
function readFound({ read }: ExportSource, articleIds: ExportOrder['scope']['articleIds']) {
  const perArticle = articleIds ?? [undefined]
  return {
    entities: (function* () {
      const seen = new Set<string>()
      for (const articleId of perArticle)
        for (const one of eachOf((cursor) => listEntities(read, { articleId, sort: 'mentions', limit: 200, cursor }))) {
          if (!seen.has(one.id)) yield one
          seen.add(one.id)
        }
    })(),
    figures: (function* () {
      for (const articleId of perArticle)
        yield* eachOf((cursor) => listFigures(read, { articleId, sort: 'article', limit: 200, cursor }))
    })(),
  }
}
