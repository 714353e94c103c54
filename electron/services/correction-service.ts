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
import { listBases, listSameQuestions } from '#electron/store/queries/entity-links.ts'
import type { Correction } from '#shared/contract/correction.ts'
import { type CorrectionId, type EntityId, newId, stableId } from '#shared/domain/ids.ts'
import { type ActOnLog, createActOnLog } from './act-on-log.ts'
import { os, type ServiceContext } from './context.ts'
import { correctionLabel } from './correction-label.ts'
import { createCorrectionLogService, isHere } from './correction-log.ts'
import { toRecord } from './correction-record.ts'
import { findReferenced, partedBy } from './find-place.ts'
import { foldJudgements } from './honesty.ts'

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
    ...createCorrectionLogService(context, act),
    same: os.correction.same.handler(({ input }) => ({ items: askable(read, listSameQuestions(read, input.limit)) })),
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

/** Whom the person has split from whom is not asked about once more. */
function askable<Question extends { a: EntityId; b: EntityId }>(db: ReadHandle, questions: Question[]): Question[] {
  const canonical = (id: EntityId | null) => (id ? listBases(db, [id])[0]?.canonicalId : undefined)
  const apart = new Set<string>()
  for (const { id, record } of listAllCorrections(db)) {
    const parted = partedBy(id, record)
    if (!parted) continue
    const [a, b] = [canonical(findReferenced(db, parted.from)), canonical(parted.own)]
    if (a && b) apart.add(`${a} ${b}`).add(`${b} ${a}`)
  }
  return questions.filter(({ a, b }) => !apart.has(`${a} ${b}`))
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
