import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import {
  type CorrectionRow,
  findBaseAt,
  findContentSha256,
  findCorrection,
  insertCorrection,
  listAllCorrections,
  listCorrections,
  listPlacesOf,
  restoreCorrection,
  withdrawCorrection,
} from '#electron/store/queries/corrections.ts'
import { findEntity } from '#electron/store/queries/entities.ts'
import { listBases, listMembers, listSameQuestions } from '#electron/store/queries/entity-links.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import {
  type Correction,
  type CorrectionEffect,
  type CorrectionPlace,
  type CorrectionRecord,
  correctionRecord,
  type EntityReference,
  type NewCorrection,
} from '#shared/contract/correction.ts'
import { correctionId, timeMs } from '#shared/contract/primitives.ts'
import { type ArticleId, type CorrectionId, type EntityId, newId, stableId } from '#shared/domain/ids.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { os, type ServiceContext } from './context.ts'
import { correctionLabel } from './correction-label.ts'
import { findReferenced } from './find-place.ts'
import { settleCorrections } from './settle-corrections.ts'

/** What the person says of people, groups, places and figures that were found. */
export function createCorrectionService(context: ServiceContext) {
  const { library } = context
  return {
    add: add(context),
    list: os.correction.list.handler(({ input }) => {
      const page = listCorrections(library.read, input)
      return { ...page, items: page.items.map(toCorrection) }
    }),
    undo: undo(context),
    export: os.correction.export.handler(() => {
      const all = listAllCorrections(library.read)
      return { text: all.map((row) => `${JSON.stringify(row)}\n`).join(''), count: all.length }
    }),
    import: importLog(context),
    same: os.correction.same.handler(({ input }) => ({ items: listSameQuestions(library.read, input.limit) })),
  }
}

const toCorrection = (row: CorrectionRow): Correction => ({ ...row, label: correctionLabel(row.record) })

type Refusal = 'ENTITY_MISSING' | 'ARTICLE_MISSING' | 'OUT_OF_RANGE' | 'FIGURE_MISSING' | 'KEPT_APART'

function add(context: ServiceContext) {
  const { library, clock } = context
  return os.correction.add.handler(({ input, errors }) => {
    const nowMs = clock()
    const record = toRecord(library.read, input)
    if (typeof record === 'string') throw errors[record]()
    const row: CorrectionRow = { id: newId<CorrectionId>(nowMs), record, createdAtMs: nowMs }
    const effect = act(context, 'correction.add', correctionLabel(record), [record], (db) => insertCorrection(db, row))
    return { correction: toCorrection(row), effect, entityId: entityAfter(library.read, row) }
  })
}

/** Writes the log as one action, and lets everything follow it. */
function act(
  { library, changes, clock }: ServiceContext,
  kind: string,
  label: string,
  records: readonly CorrectionRecord[],
  work: Parameters<typeof library.act<unknown>>[2],
): CorrectionEffect {
  let effect: CorrectionEffect = { mentions: 0, articles: 0, figures: 0 }
  const nowMs = clock()
  library.act({ kind, label, articleId: null }, nowMs, work, (db) => {
    effect = settleCorrections(db, records, nowMs)
  })
  changes.announce(['entity', 'figure', 'suggestion', 'article', 'card', 'history'])
  return effect
}

/** The entity that a correction made or was about, as it is now. */
function entityAfter(db: ReadHandle, { id, record }: CorrectionRow): EntityId | null {
  const canonical = (one: EntityId | null) => (one && listBases(db, [one])[0]?.canonicalId) ?? null
  if (record.kind === 'split') return canonical(stableId<EntityId>('split', id))
  if (record.kind === 'mention') {
    const { articleId, start, end } = record.place
    return canonical(findBaseAt(db, articleId, start, end))
  }
  if ('entities' in record) return canonical(record.entities[0] ? findReferenced(db, record.entities[0]) : null)
  return 'entity' in record && record.entity ? canonical(findReferenced(db, record.entity)) : null
}

function toRecord(db: ReadHandle, input: NewCorrection): CorrectionRecord | Refusal {
  switch (input.kind) {
    case 'merge': {
      const entities = referAll(db, [input.into, ...input.entityIds])
      if (entities.length < 2) return 'ENTITY_MISSING'
      return isKeptApart(db, entities) ? 'KEPT_APART' : { kind: 'merge', entities }
    }
    case 'keep-apart': {
      const entities = referAll(db, input.entityIds)
      return entities.length === 2 ? { kind: 'keep-apart', entities } : 'ENTITY_MISSING'
    }
    case 'not-entity': {
      const entity = findEntity(db, input.entityId)
      if (!entity) return 'ENTITY_MISSING'
      return { kind: 'not-entity', entities: listMembers(db, entity.id).flatMap((id) => refer(db, id) ?? []) }
    }
    case 'split':
    case 'rename':
    case 'retype':
    case 'alias':
    case 'confirm':
      return aboutEntity(db, input)
    default:
      return aboutPassage(db, input)
  }
}

function aboutEntity(
  db: ReadHandle,
  input: Extract<NewCorrection, { kind: 'split' | 'rename' | 'retype' | 'alias' | 'confirm' }>,
): CorrectionRecord | Refusal {
  const shown = findEntity(db, input.entityId)
  const entity = shown && refer(db, shown.id)
  if (!entity) return 'ENTITY_MISSING'
  if (input.kind === 'retype') return { kind: 'retype', entity, to: input.to }
  if (input.kind === 'confirm') return { kind: 'confirm', entity }
  if (input.kind !== 'split') return { kind: input.kind, entity, name: input.name }
  const places = input.places.map((range) => placeOf(db, range))
  const refused = places.find((place) => typeof place === 'string')
  if (refused) return refused
  return { kind: 'split', entity, places: places.filter((place) => typeof place !== 'string'), name: input.name }
}

function aboutPassage(
  db: ReadHandle,
  input: Extract<NewCorrection, { kind: 'mention' | 'not-mention' | 'measure' }>,
): CorrectionRecord | Refusal {
  const place = placeOf(db, input)
  if (typeof place === 'string') return place
  if (input.kind === 'not-mention') return { kind: 'not-mention', place }
  if (input.kind === 'measure') {
    const { items } = listFigures(db, { articleId: input.articleId, sort: 'article', limit: 5000 })
    const isThere = items.some((one) => one.start < input.end && one.end > input.start)
    return isThere ? { kind: 'measure', place, measures: input.measures } : 'FIGURE_MISSING'
  }
  const shown = input.entityId === null ? null : findEntity(db, input.entityId)
  if (input.entityId !== null && !shown) return 'ENTITY_MISSING'
  const entity = shown && refer(db, shown.id)
  const name = place.quote.replace(/\s+/g, ' ').trim()
  return name === '' ? 'OUT_OF_RANGE' : { kind: 'mention', place, entity, as: input.as, name }
}

/** The entities as the log refers to them, each once. */
function referAll(db: ReadHandle, ids: readonly EntityId[]): EntityReference[] {
  const shown = ids.flatMap((id) => findEntity(db, id)?.id ?? [])
  return [...new Set(shown)].flatMap((id) => refer(db, id) ?? [])
}

const PLACES_KEPT = 3

function refer(db: ReadHandle, id: EntityId): EntityReference | null {
  const [base] = listBases(db, [id])
  if (!base) return null
  const places = listPlacesOf(db, id, PLACES_KEPT).flatMap((range) => {
    const place = placeOf(db, range)
    return typeof place === 'string' ? [] : [place]
  })
  return { id, kind: base.kind, name: base.name, places }
}

const QUOTE_CHARS = 2000

function placeOf(
  db: ReadHandle,
  { articleId, start, end }: { articleId: ArticleId; start: number; end: number },
): CorrectionPlace | 'ARTICLE_MISSING' | 'OUT_OF_RANGE' {
  const [text, contentSha256] = [findArticleText(db, articleId), findContentSha256(db, articleId)]
  if (text === null || contentSha256 === null) return 'ARTICLE_MISSING'
  if (start >= end || end > text.length || end - start > QUOTE_CHARS) return 'OUT_OF_RANGE'
  return { articleId, contentSha256, start, end, ...describeQuote(text, start, end) }
}

function isKeptApart(db: ReadHandle, entities: readonly EntityReference[]): boolean {
  const ids = new Set(entities.map((one) => one.id))
  const canonical = (one: EntityReference | undefined) => {
    const base = one && findReferenced(db, one)
    return base ? listBases(db, [base])[0]?.canonicalId : undefined
  }
  return listAllCorrections(db).some(({ record }) => {
    if (record.kind !== 'keep-apart') return false
    const [a, b] = record.entities.map(canonical)
    return a !== undefined && b !== undefined && a !== b && ids.has(a) && ids.has(b)
  })
}

function undo(context: ServiceContext) {
  return os.correction.undo.handler(({ input, errors }) => {
    const row = findCorrection(context.library.read, input.correctionId)
    if (!row) throw errors.CORRECTION_MISSING()
    const label = `Taking back “${correctionLabel(row.record)}”`
    const effect = act(context, 'correction.undo', label, [row.record], (db) =>
      withdrawCorrection(db, row.id, context.clock()),
    )
    return { effect }
  })
}

function importLog(context: ServiceContext) {
  return os.correction.import.handler(({ input: { text } }) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const rows = lines.flatMap((line) => readLine(line) ?? [])
    const isKnown = ({ id }: CorrectionRow) => findCorrection(context.library.read, id) !== null
    const fresh = rows.filter((row) => !isKnown(row))
    const records = fresh.map((row) => row.record)
    const label = `Import of ${fresh.length} corrections`
    act(context, 'correction.import', label, records, (db) => {
      for (const row of fresh) if (!restoreCorrection(db, row.id, context.clock())) insertCorrection(db, row)
    })
    return { added: fresh.length, known: rows.length - fresh.length, unreadable: lines.length - rows.length }
  })
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
