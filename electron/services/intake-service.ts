import { randomUUID } from 'node:crypto'
import { readRows } from '#electron/formats/import/cards/card-table.ts'
import { TaskAbortedError } from '#electron/workers/text-worker.ts'
import type { IntakeReadEvent, IntakeStoreEvent } from '#shared/contract/intake.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import { os, type ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import { addToIntake, cardsRow } from './importing/compare-intake.ts'
import { fileSource } from './importing/import-source.ts'
import { IntakeSession } from './importing/intake-session.ts'
import { readSource } from './importing/read-source.ts'
import { readTableAgain } from './importing/read-table-again.ts'
import { storeIntake } from './importing/store-intake.ts'
import { inSlices } from './in-slices.ts'
import { asJob } from './jobs.ts'
import type { Printer } from './printer.ts'
import { MANY_FILES } from './safety.ts'

/** How many intakes are kept that nothing is done with: one a window, and some that were forgotten. */
const KEPT = 12
const SHOWN_ROWS = 8
const SHOWN_CHARS = 300

/** Bringing things in: read and compared first, stored when the person has seen what that would do. */
export function createIntakeService(
  context: ServiceContext,
  extractor: Extractor,
  printer: Printer,
  backups: BackupKeeper,
) {
  const sessions = new Map<string, IntakeSession>()
  return {
    open: os.intake.open.handler(() => {
      const idle = [...sessions].filter(([, { uses }]) => uses === 0)
      const oldest = idle.sort(([, a], [, b]) => a.usedAtMs - b.usedAtMs)
      for (const [id, session] of oldest.slice(0, Math.max(0, idle.length - KEPT + 1))) {
        session.close()
        sessions.delete(id)
      }
      const intakeId = randomUUID()
      sessions.set(intakeId, new IntakeSession(Date.now()))
      return { intakeId }
    }),
    read: os.intake.read.handler(({ input, errors, signal }) => {
      const session = sessions.get(input.intakeId)
      if (!session) throw errors.INTAKE_MISSING()
      const events = readFiles(context, printer, session, input.files, input.paths ?? [], signal)
      return asJob(context.jobs, inUse(session, events))
    }),
    table: os.intake.table.handler(({ input, errors }) => {
      const item = sessions.get(input.intakeId)?.item(input.rowId)
      if (item?.kind !== 'cards' || item.cards.table === null) throw errors.INTAKE_MISSING()
      const table = input.as ?? item.cards.table.as
      const rows = readRows(item.cards.table.sample, table.separator, SHOWN_ROWS + 1)
      return { table, rows: rows.map((row) => row.slice(0, 30).map((cell) => cell.slice(0, SHOWN_CHARS))) }
    }),
    setTable: os.intake.setTable.handler(async ({ input, errors }) => {
      const session = sessions.get(input.intakeId)
      const item = session?.item(input.rowId)
      const row = session?.rows.get(input.rowId)
      if (!session || !row || item?.kind !== 'cards') throw errors.INTAKE_MISSING()
      const other = await readTableAgain(context, session.folder, item, input.table)
      if (!other) throw errors.NO_CARDS()
      const changed = await inSlices(cardsRow(context.library.read, row.file, other.file, other.cards))
      const numbered = { ...changed, rowId: row.rowId }
      session.replace(numbered, other)
      return numbered
    }),
    store: os.intake.store.handler(({ input, errors, signal }) => {
      const session = sessions.get(input.intakeId)
      if (!session) throw errors.INTAKE_MISSING()
      return asJob(context.jobs, inUse(session, store(context, extractor, backups, session, input.rowIds, signal)))
    }),
    close: os.intake.close.handler(({ input }) => {
      sessions.get(input.intakeId)?.close()
      sessions.delete(input.intakeId)
      return {}
    }),
  }
}

/** Keeps an intake from being given up while it is read or stored. */
async function* inUse<Event>(session: IntakeSession, events: AsyncGenerator<Event, void, void>) {
  session.uses += 1
  try {
    yield* events
  } finally {
    session.uses -= 1
    session.usedAtMs = Date.now()
  }
}

async function* readFiles(
  context: ServiceContext,
  printer: Printer,
  session: IntakeSession,
  files: readonly File[],
  paths: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<IntakeReadEvent, void, void> {
  // Who leaves the stream gives up: what is being read is ended, not waited for.
  const ending = new AbortController()
  signal?.addEventListener('abort', () => ending.abort())
  try {
    await printer.caughtUp()
    for (const [done, file] of files.entries()) {
      const name = paths[done] || file.name
      yield { type: 'progress', done, total: files.length, name }
      if (signal?.aborted) return
      const read = await readSource(context, fileSource(file), session.folder, { signal: ending.signal })
      const rows = await inSlices(addToIntake(context.library.read, session, name, read), ending.signal)
      // A page of rows at a time: a table may hold thousands.
      for (let at = 0; at < rows.length; at += PAGE) yield { type: 'rows', rows: rows.slice(at, at + PAGE) }
      await new Promise((resolve) => setImmediate(resolve))
    }
    yield { type: 'progress', done: files.length, total: files.length, name: '' }
  } catch (error) {
    if (!(error instanceof TaskAbortedError || ending.signal.aborted)) throw error
  } finally {
    ending.abort()
  }
}

const PAGE = 200

async function* store(
  { changes, ...context }: ServiceContext,
  extractor: Extractor,
  backups: BackupKeeper,
  session: IntakeSession,
  rowIds: readonly number[],
  signal: AbortSignal | undefined,
): AsyncGenerator<IntakeStoreEvent, void, void> {
  if (rowIds.length >= MANY_FILES && backups.folder !== null) await backups.make('import')
  const result = yield* storeIntake({ changes, ...context }, session, rowIds, signal)
  if (!result) return
  const { articleIds } = result
  changes.announce(['article', 'annotation', 'card', 'deck', 'review', 'articleCounts', 'entity', 'history'])
  extractor.queue(articleIds)
  // Another text is searched anew.
  extractor.resume()
}
