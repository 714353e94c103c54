import type { DossierNotes, DossierPassage } from '#electron/formats/export/dossier.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { listCompany } from '#electron/store/queries/company.ts'
import { listMentions, listQuotations, listRoles } from '#electron/store/queries/dossier.ts'
import { listCardsOn } from '#electron/store/queries/dossier-cards.ts'
import { listNotesOn } from '#electron/store/queries/dossier-notes.ts'
import { findEntity } from '#electron/store/queries/entities.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { allOf } from './read-notes.ts'

/** The dossier of an entity, or null when nothing names it. `withNotes`: looking for notes that name it walks them all. */
export function readDossier(db: ReadHandle, id: EntityId, withNotes: boolean): DossierNotes | null {
  const entity = findEntity(db, id)
  if (!entity) return null
  const part = { entityId: entity.id, asOf: null, limit: 200 }
  const { kind, name, aliases, mentionCount, articleCount } = entity
  return {
    id: entity.id,
    kind,
    name,
    aliases,
    mentionCount,
    articleCount,
    roles: listRoles(db, entity.id, null).map(({ role, publishedOn, last }) => ({
      role,
      first: publishedOn,
      last: last.publishedOn,
    })),
    appearsWith: listCompany(db, entity.id, null).appearsWith.map((one) => ({ name: one.name, shared: one.shared })),
    quotations: allOf((cursor) => listQuotations(db, { ...part, cursor })).map(toPassage),
    figures: allOf((cursor) => listFigures(db, { entityId: entity.id, sort: 'article', limit: 200, cursor })).map(
      (one) => ({ ...toPassage(one), surface: one.surface, measures: one.measures }),
    ),
    notes: withNotes
      ? allOf((cursor) => listNotesOn(db, { ...part, cursor })).map(({ articleTitle, quote, note }) => ({
          articleTitle,
          quote,
          note,
        }))
      : [],
    cards: allOf((cursor) => listCardsOn(db, { ...part, cursor })).map(({ front, back }) => ({ front, back })),
    mentions: allOf((cursor) => listMentions(db, { ...part, cursor })).map(toPassage),
  }
}

function toPassage({ articleTitle, source, publishedOn, sentence }: DossierPassage): DossierPassage {
  return { articleTitle, source, publishedOn, sentence }
}
