import type { WriteHandle } from '#electron/store/handle.ts'
import { listArticlesOf } from '#electron/store/queries/corrections.ts'
import { listBases, listByKey, listPlacesInArticle } from '#electron/store/queries/entity-links.ts'
import type { CorrectionEffect, CorrectionRecord, EntityReference } from '#shared/contract/correction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { articlesOfPlace, findReferenced, placesIn } from './find-place.ts'
import { linkEntities } from './link-entities.ts'
import { projectAgain } from './store-found.ts'

/** Brings what is stored into line with the log after these corrections were added to it or taken from it. */
export function settleCorrections(
  db: WriteHandle,
  records: readonly CorrectionRecord[],
  nowMs: number,
): CorrectionEffect {
  if (records.length === 0) return { mentions: 0, articles: 0, figures: 0 }
  const named = new Set<EntityId>(records.flatMap((record) => referencesOf(db, record)))
  const touched = new Set(named)
  const again = new Set(records.flatMap((record) => articlesToProject(db, record)))
  const articles = new Set<ArticleId>()
  let mentions = 0
  for (const articleId of again) {
    const before = new Set(listPlacesInArticle(db, articleId))
    for (const id of projectAgain(db, articleId, nowMs)) touched.add(id)
    const after = new Set(listPlacesInArticle(db, articleId))
    const changed = Math.max(countOnlyIn(before, after), countOnlyIn(after, before))
    mentions += changed
    if (changed > 0) articles.add(articleId)
  }
  const linked = linkEntities(db, touched, nowMs, named)
  for (const id of listArticlesOf(db, linked.moved)) articles.add(id)
  const figures = records.filter((record) => record.kind === 'measure').length
  return { mentions: mentions + linked.mentions, articles: articles.size, figures }
}

const RECORDS_AT_ONCE = 4
/** The more often an entity is named, the longer it takes to count its mentions. */
const ENTITIES_AT_ONCE = 8

/** The same for many corrections, in parts that each leave what is stored whole. */
export function* settleInParts(
  records: readonly CorrectionRecord[],
  nowMs: number,
): Generator<(db: WriteHandle) => void, void, void> {
  const named = new Set<EntityId>()
  const touched = new Set<EntityId>()
  const again = new Set<ArticleId>()
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE)
    yield (db) => {
      for (const record of records.slice(from, from + RECORDS_AT_ONCE)) {
        for (const id of referencesOf(db, record)) named.add(id)
        for (const articleId of articlesToProject(db, record)) again.add(articleId)
      }
    }
  for (const articleId of again)
    yield (db) => {
      for (const id of projectAgain(db, articleId, nowMs)) touched.add(id)
    }
  const ids = [...new Set([...named, ...touched])]
  for (let from = 0; from < ids.length; from += ENTITIES_AT_ONCE)
    yield (db) => void linkEntities(db, new Set(ids.slice(from, from + ENTITIES_AT_ONCE)), nowMs, named)
}

const countOnlyIn = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((one) => !b.has(one)).length

function referencesOf(db: WriteHandle, record: CorrectionRecord): EntityId[] {
  const references = 'entities' in record ? record.entities : 'entity' in record && record.entity ? [record.entity] : []
  return references.flatMap((one) => findReferenced(db, one) ?? [])
}

function articlesToProject(db: WriteHandle, record: CorrectionRecord): ArticleId[] {
  // It changes nothing that was found, only what is made of it.
  if (record.kind === 'no-disagreement') return []
  const ofPlaces = placesIn(record).flatMap((place) => articlesOfPlace(db, place))
  if (record.kind !== 'not-entity') return ofPlaces
  const bases = record.entities.flatMap((one) => [one.id, ...(record.isOnlyOne === false ? [] : namesakes(db, one))])
  return listArticlesOf(db, [...new Set(bases)])
}

/** All entities of the same full name. */
function namesakes(db: WriteHandle, { id }: EntityReference): EntityId[] {
  return listBases(db, [id]).flatMap((row) => (row.isFull === 1 ? listByKey(db, row.nameKey, row.kind) : []))
}
