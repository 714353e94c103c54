import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import {
  type CorrectionRow,
  findCorrection,
  insertCorrection,
  listAllCorrections,
  restoreCorrection,
} from '#electron/store/queries/corrections.ts'
import {
  type CorrectionPlace,
  type CorrectionRecord,
  correctionRecord,
  type EntityReference,
} from '#shared/contract/correction.ts'
import { correctionId, timeMs } from '#shared/contract/primitives.ts'
import { mapInSteps } from '#shared/domain/in-steps.ts'
import { os, type ServiceContext } from './context.ts'
import { articlesOfPlace, findInText, findReferenced, placesIn } from './find-place.ts'
import { turnFollower } from './follow-turn.ts'
import { inSlices } from './in-slices.ts'
import { asJob } from './jobs.ts'
import { settleInParts } from './settle-corrections.ts'

/** The log as a text that one can keep, and what another library makes of it. */
export function createCorrectionLogService(context: ServiceContext) {
  const { read } = context.library
  return {
    export: os.correction.export.handler(() => {
      const all = listAllCorrections(read)
      return { text: all.map((row) => `${JSON.stringify(row)}\n`).join(''), count: all.length }
    }),
    import: os.correction.import.handler(async ({ input: { text } }) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      const rows = await inSlices(mapInSteps(lines, readLine))
      const fresh = await inSlices(mapInSteps(rows, (row) => (findCorrection(read, row.id) === null ? [row] : [])))
      if (fresh.length > 0) await addAll(context, fresh)
      const absent = await inSlices(mapInSteps(fresh, (row) => (isHere(read, row.record) ? [] : [row])))
      return {
        added: fresh.length,
        known: rows.length - fresh.length,
        unreadable: lines.length - rows.length,
        absent: absent.length,
      }
    }),
  }
}

/** Adds corrections to the log as one action, and lets everything follow, while other things go on. */
async function addAll({ library, changes, clock, jobs }: ServiceContext, rows: readonly CorrectionRow[]) {
  const nowMs = clock()
  const label = `Import of ${rows.length} ${rows.length === 1 ? 'correction' : 'corrections'}`
  const step = { kind: 'correction.import', label, articleId: null }
  const parts = rows.map((row) => (db: WriteHandle) => {
    if (!restoreCorrection(db, row.id, nowMs)) insertCorrection(db, row)
  })
  const records = rows.map(({ record }) => record)
  const all = library.actInParts(step, nowMs, parts, turnFollower(clock), settleInParts(records, nowMs))
  try {
    for await (const _ of asJob(jobs, all));
  } finally {
    changes.announce(['entity', 'figure', 'suggestion', 'article', 'card', 'history'])
  }
}

function readLine(line: string): CorrectionRow[] {
  try {
    const { id, record, createdAtMs } = JSON.parse(line) as Record<string, unknown>
    const [ids, records, times] = [
      correctionId.safeParse(id),
      correctionRecord.safeParse(record),
      timeMs.safeParse(createdAtMs),
    ]
    return ids.success && records.success && times.success
      ? [{ id: ids.data, record: records.data, createdAtMs: times.data }]
      : []
  } catch {
    return [] // counted as unreadable
  }
}

/** Whether what a correction speaks of is in this library: its passages, or else the names it is about. */
export function isHere(db: ReadHandle, record: CorrectionRecord): boolean {
  const places = placesIn(record)
  if (places.length > 0) return places.some((place) => isPlaceHere(db, place))
  if ('entities' in record) {
    const known = record.entities.filter((one) => isNameHere(db, one)).length
    return record.kind === 'not-entity' ? known > 0 : known > 1
  }
  return 'entity' in record && record.entity !== null && isNameHere(db, record.entity)
}

function isNameHere(db: ReadHandle, entity: EntityReference): boolean {
  return findReferenced(db, entity) !== null
}

function isPlaceHere(db: ReadHandle, place: CorrectionPlace): boolean {
  return articlesOfPlace(db, place).some((articleId) => {
    const text = findArticleText(db, articleId)
    return text !== null && findInText(text, place) !== null
  })
}
