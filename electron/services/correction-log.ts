import type { ReadHandle } from '#electron/store/handle.ts'
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
import type { ActOnLog } from './act-on-log.ts'
import { os, type ServiceContext } from './context.ts'
import { articlesOfPlace, findInText, findReferenced, placesIn } from './find-place.ts'

/** The log as a text that one can keep, and what another library makes of it. */
export function createCorrectionLogService(context: ServiceContext, act: ActOnLog) {
  const { read } = context.library
  return {
    export: os.correction.export.handler(() => {
      const all = listAllCorrections(read)
      return { text: all.map((row) => `${JSON.stringify(row)}\n`).join(''), count: all.length }
    }),
    import: os.correction.import.handler(({ input: { text } }) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      const rows = lines.flatMap((line) => readLine(line) ?? [])
      const fresh = rows.filter(({ id }) => findCorrection(read, id) === null)
      if (fresh.length > 0) {
        const records = fresh.map((row) => row.record)
        act('correction.import', `Import of ${fresh.length} corrections`, records, (db) => {
          for (const row of fresh) if (!restoreCorrection(db, row.id, context.clock())) insertCorrection(db, row)
        })
      }
      return {
        added: fresh.length,
        known: rows.length - fresh.length,
        unreadable: lines.length - rows.length,
        absent: fresh.filter(({ record }) => !isHere(read, record)).length,
      }
    }),
  }
}

function readLine(line: string): CorrectionRow | null {
  try {
    const { id, record, createdAtMs } = JSON.parse(line) as Record<string, unknown>
    const [ids, records, times] = [
      correctionId.safeParse(id),
      correctionRecord.safeParse(record),
      timeMs.safeParse(createdAtMs),
    ]
    return ids.success && records.success && times.success
      ? { id: ids.data, record: records.data, createdAtMs: times.data }
      : null
  } catch {
    return null // counted as unreadable
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
