import type { ReadHandle } from '#electron/store/handle.ts'
import { findCard } from '#electron/store/queries/cards.ts'
import { listCompany } from '#electron/store/queries/company.ts'
import {
  deleteConfusions,
  findContrast,
  listConfusionIds,
  listConfusions,
  putContrast,
} from '#electron/store/queries/confusions.ts'
import { listMentions, listRoles } from '#electron/store/queries/dossier.ts'
import { type EntityRow, findEntity } from '#electron/store/queries/entities.ts'
import { writeContrast } from '#shared/domain/contrast.ts'
import { toCard } from './card-view.ts'
import { writeCards } from './card-writing.ts'
import { os, type ServiceContext } from './context.ts'
import { stored } from './words.ts'

/** The tag of cards that ask how two entities differ. */
const CONTRAST_TAG = 'contrast'
const MOST_OF_CARD = 5
/** How many of the latest mentions are looked through for the passage of a role. */
const MENTIONS_LOOKED_AT = 50

/** Who is taken for whom, and what helps against it. */
export function createConfusionService(context: ServiceContext) {
  const { library, changes, clock } = context
  return {
    ofCard: os.confusion.ofCard.handler(({ input, errors }) => {
      const card = findCard(library.read, input.cardId)
      if (!card) throw errors.CARD_MISSING()
      const { entityId } = card.evidence
      const entity = entityId && findEntity(library.read, entityId)
      if (!entity) return []
      return listConfusions(library.read, entity.id, MOST_OF_CARD).map((pair) =>
        pair.entityId === entity.id
          ? pair
          : {
              ...pair,
              ...{ entityId: pair.otherId, name: pair.otherName, role: pair.otherRole },
              ...{ otherId: pair.entityId, otherName: pair.name, otherRole: pair.role },
            },
      )
    }),
    contrast: contrast(context),
    forget: os.confusion.forget.handler(({ input: { entityId, otherId } }) => {
      const ids = listConfusionIds(library.read, entityId, otherId)
      const names = [entityId, otherId].map((id) => findEntity(library.read, id)?.name ?? '')
      const label = `Confusion of ${names[0]} and ${names[1]} forgotten`
      library.act({ kind: 'confusion.forget', label, articleId: null }, clock(), (db) => deleteConfusions(db, ids))
      changes.announce(['card', 'history'])
      return { forgotten: ids.length }
    }),
  }
}

function contrast({ library, changes, clock }: ServiceContext) {
  return os.confusion.contrast.handler(({ input, errors }) => {
    const one = findEntity(library.read, input.entityId)
    const other = findEntity(library.read, input.otherId)
    if (!one || !other || one.id === other.id) throw errors.ENTITY_MISSING()
    const there = findContrast(library.read, one.id, other.id)
    if (there) return { card: toCard(stored(findCard(library.read, there))), isNew: false }
    const nowMs = clock()
    const { passage, ...known } = knownOf(library.read, one)
    const { front, back } = writeContrast({ ...known, passage }, knownOf(library.read, other))
    const evidence = {
      articleId: passage?.articleId ?? null,
      start: passage?.start ?? null,
      end: passage?.end ?? null,
      quote: passage?.words ?? '',
      entityId: one.id,
      figureId: null,
      annotationId: null,
    }
    const label = `Card “How does ${one.name} differ from ${other.name}?”`
    const [id] = library.act({ kind: 'card.create', label, articleId: null }, nowMs, (db) => {
      const written = { kind: 'basic', front, back, typed: false, tags: [CONTRAST_TAG], evidence } as const
      const ids = writeCards(db, written, [0], null, nowMs)
      for (const cardId of ids) putContrast(db, one.id, other.id, cardId, nowMs)
      return ids
    })
    changes.announce(['card', 'deck', 'review', 'articleCounts', 'entity', 'history'])
    return { card: toCard(stored(id ? findCard(library.read, id) : null)), isNew: true }
  })
}

/** What sets an entity apart: latest roles, the groups it is named with, and the passage of a role, or else the latest. */
function knownOf(read: ReadHandle, { id, name, kind }: EntityRow) {
  const roles = listRoles(read, id, null)
  const mentions = listMentions(read, { entityId: id, asOf: null, limit: MENTIONS_LOOKED_AT }).items
  const last = roles[0]?.last
  const passage =
    mentions.find((m) => last && m.articleId === last.articleId && isWithin(last.start, m)) ?? mentions[0] ?? null
  const groups = listCompany(read, id, null).appearsWith.filter((other) => other.kind === 'group')
  return {
    name,
    roles: roles.map(({ role, last: { publishedOn } }) => ({ role, publishedOn })),
    groups: kind === 'person' ? groups.map((group) => group.name) : [],
    passage: passage && {
      articleId: passage.articleId,
      start: passage.sentenceStart,
      end: passage.sentenceStart + passage.sentence.length,
      words: passage.sentence,
      source: passage.articleTitle,
    },
  }
}

function isWithin(at: number, { sentenceStart, sentence }: { sentenceStart: number; sentence: string }): boolean {
  return at >= sentenceStart && at < sentenceStart + sentence.length
}
