import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { countScope } from '#electron/workers/export/count-scope.ts'
import type { ExportResult } from '#electron/workers/export/export-order.ts'
import type { ExportEvent, ExportFormat, ExportScope } from '#shared/contract/export.ts'
import { os, type ServiceContext } from './context.ts'
import { previewTemplate } from './export-preview.ts'
import { createFileShelf, type FileShelf } from './file-shelf.ts'
import { inWorker } from './in-worker.ts'
import { asJob } from './jobs.ts'
import { readSettings } from './settings-service.ts'

/** How many finished exports wait to be fetched: a window fetches its own at once. */
const KEPT_FILES = 4

interface Order extends ExportScope {
  readonly format: ExportFormat
  readonly wikiLinks: boolean
}

/** Notes, cards and dossiers as files. */
export function createExportService(context: ServiceContext) {
  const { library } = context
  const shelf = createFileShelf(KEPT_FILES, context.ending)
  return {
    run: os.export.run.handler(async function* ({ input, errors, signal }) {
      if (input.format === 'pdf' && !context.printPdf) throw errors.NO_PDF()
      const result = yield* asJob(context.jobs, runExport(context, shelf, input, signal))
      if (result === 'too-many-files') throw errors.TOO_MANY_FILES()
      if (result) throw errors.TEMPLATE_BROKEN({ data: result })
    }),
    count: os.export.count.handler(({ input }) => countInThread(context, input)),
    file: os.export.file.handler(({ input, errors }) => {
      const file = shelf.find(input.fileId)
      if (!file) throw errors.FILE_MISSING()
      return file
    }),
    preview: os.export.preview.handler(({ input }) => previewTemplate(library.read, input.template)),
  }
}

/** In a thread too: the marks and cards of a large library are many to walk through. */
async function countInThread({ library, startWorker, clock }: ServiceContext, scope: ExportScope) {
  const nowMs = clock()
  if (library.dir === ':memory:') return countScope(library.read, scope, nowMs)
  const worker = startWorker()
  return worker.run('countExport', { libraryDir: library.dir, scope, nowMs }).finally(() => worker.close())
}

/** Why nothing was written, or null when a file was. */
type Trouble = 'too-many-files' | { readonly line: number; readonly message: string } | null

async function* runExport(
  context: ServiceContext,
  shelf: FileShelf,
  order: Order,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, Trouble, void> {
  const dir = await shelf.makeDir()
  let isKept = false
  try {
    const written = join(dir, 'written')
    const made = yield* writeInThread(context, dir, written, order, signal)
    if (made.kind === 'too-many-files') return made.kind
    if (made.kind === 'template-broken') return { line: made.line, message: made.message }
    const { path, ...facts } =
      order.format === 'pdf' ? await print(context, dir, written, made.name, signal) : { ...made, path: written }
    const fileId = await shelf.put(dir, path, facts)
    isKept = true
    yield {
      type: 'file',
      fileId,
      name: facts.name,
      mediaType: facts.mediaType,
      sizeBytes: shelf.find(fileId)?.size ?? 0,
    }
    return null
  } finally {
    // A thread that was ended cleans up nothing.
    if (!isKept) await shelf.drop(dir)
  }
}

async function* writeInThread(
  context: ServiceContext,
  dir: string,
  file: string,
  { format, wikiLinks, ...scope }: Order,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, ExportResult, void> {
  const { library, typeDir, clock } = context
  const isInMemory = library.dir === ':memory:'
  // Another thread reads files alone.
  if (isInMemory) await library.copyTo(join(dir, 'library.db'))
  const libraryDir = isInMemory ? dir : library.dir
  const template = readSettings(library.read).markdownTemplate
  const order = { libraryDir, file, format, scope, wikiLinks, template, typeDir, nowMs: clock() }
  return yield* inWorker(context, signal, (worker, progress) => worker.run('writeExport', { ...order, progress }))
}

/** Makes a PDF of a page that was written. */
async function print(
  { printPdf }: ServiceContext,
  dir: string,
  written: string,
  pageName: string,
  signal: AbortSignal | undefined,
) {
  // A browser tells a page by its ending.
  const [page, path] = [join(dir, 'page.html'), join(dir, 'page.pdf')]
  await rename(written, page)
  await printPdf?.(page, path, signal)
  return { path, name: pageName.replace(/\.html$/, '.pdf'), mediaType: 'application/pdf' }
}
