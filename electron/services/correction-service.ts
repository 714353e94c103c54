import type { ReadHandle } from '#electron/store/handle.ts'
import {
  type CorrectionRow,
  countCorrections,
  findBaseAt,
  findCorrection,
  insertCorrection,
  listAllCorrections,
  listCorrections,
  listEffects,
  withdrawCorrection,
} from '#electron/store/queries/corrections.ts'
import { listDoubtful, sampleFinds } from '#electron/store/queries/doubtful.ts'
import { listBases } from '#electron/store/queries/entity-links.ts'
import { cutPage, readCursor } from '#electron/store/queries/paging.ts'
import type { Correction } from '#shared/contract/correction.ts'
import { type CorrectionId, type EntityId, newId, stableId } from '#shared/domain/ids.ts'
import { type ActOnLog, createActOnLog } from './act-on-log.ts'
import { os, type ServiceContext } from './context.ts'
import { correctionLabel } from './correction-label.ts'
import { createCorrectionLogService, isHere } from './correction-log.ts'
import { toRecord } from './correction-record.ts'
import { findReferenced } from './find-place.ts'
import { foldJudgements } from './honesty.ts'
import { createSameFinder, isAfter } from './same-questions.ts'
import { tellSides } from './same-reasons.ts'

/** What the person says of people, groups, places and figures that were found. */
export function createCorrectionService(context: ServiceContext) {
  const { read } = context.library
  const act = createActOnLog(context)
  return {
    add: add(context, act),
    list: os.correction.list.handler(({ input }) => {
      const page = listCorrections(read, input)
      return { ...page, items: toCorrections(read, page.items) }
    }),
    undo: undo(context, act),
    ...createCorrectionLogService(context),
    same: same(context),
    doubtful: os.correction.doubtful.handler(({ input }) => listDoubtful(read, input)),
    sample: os.correction.sample.handler(({ input }) => ({ items: sampleFinds(read, input.limit) })),
    honesty: os.correction.honesty.handler(() => ({
      ...foldJudgements(listAllCorrections(read)),
      corrections: countCorrections(read),
    })),
  }
}

function toCorrections(db: ReadHandle, rows: readonly CorrectionRow[]): Correction[] {
  const effects = listEffects(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    label: correctionLabel(row.record),
    effect: effects.get(row.id) ?? null,
    isHere: isHere(db, row.record),
  }))
}

function add({ library, clock }: ServiceContext, act: ActOnLog) {
  return os.correction.add.handler(({ input, errors }) => {
    const nowMs = clock()
    const record = toRecord(library.read, input)
    if (typeof record === 'string') throw errors[record]()
    const row: CorrectionRow = { id: newId<CorrectionId>(nowMs), record, createdAtMs: nowMs }
    const label = correctionLabel(record)
    const effect = act('correction.add', label, [record], (db) => void insertCorrection(db, row), row.id)
    return {
      correction: { ...row, label, effect, isHere: true },
      effect,
      entityId: entityAfter(library.read, row),
    }
  })
}

/** The entity that a correction made or was about, as it is now. */
function entityAfter(db: ReadHandle, { id, record }: CorrectionRow): EntityId | null {
  const canonical = (one: EntityId | null) => (one && listBases(db, [one])[0]?.canonicalId) ?? null
  if (record.kind === 'split') return canonical(stableId<EntityId>('split', id))
  if (record.kind === 'mention') {
    if (record.own) return canonical(stableId<EntityId>('mention', id))
    const { articleId, start, end } = record.place
    return canonical(findBaseAt(db, articleId, start, end))
  }
  if ('entities' in record) return canonical(record.entities[0] ? findReferenced(db, record.entities[0]) : null)
  return 'entity' in record && record.entity ? canonical(findReferenced(db, record.entity)) : null
}

function same({ library }: ServiceContext) {
  const finder = createSameFinder(library)
  return os.correction.same.handler(async ({ input: { limit, cursor } }) => {
    const all = await finder.find()
    const after = readCursor(cursor, 3)
    const from = after
      ? all.findIndex((pair) => isAfter(pair, [Number(after[0]), String(after[1]), String(after[2])]))
      : 0
    const page = cutPage(from < 0 ? [] : all.slice(from, from + limit + 1), limit, ({ use, a, b }) => [use, a, b])
    const items = page.items.map((pair) => ({ ...pair, ...tellSides(library.read, pair) }))
    return { items, nextCursor: page.nextCursor, total: all.length }
  })
}

function undo({ library, clock }: ServiceContext, act: ActOnLog) {
  return os.correction.undo.handler(({ input, errors }) => {
    const row = findCorrection(library.read, input.correctionId)
    if (!row) throw errors.CORRECTION_MISSING()
    const label = `Taking back “${correctionLabel(row.record)}”`
    return {
      effect: act('correction.undo', label, [row.record], (db) => withdrawCorrection(db, row.id, clock())),
    }
  })
}
