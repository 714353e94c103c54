import type { WriteHandle } from '#electron/store/handle.ts'
import { findAnnotation } from '#electron/store/queries/annotations.ts'
import { findArticle, findArticleText } from '#electron/store/queries/articles.ts'
import {
  type CardEvidence,
  type CardRow,
  deleteCards,
  findCard,
  insertCard,
  listFamily,
  putPart,
  putTyped,
  updateCardText,
} from '#electron/store/queries/cards.ts'
import { hasEntity } from '#electron/store/queries/entities.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { putTags } from '#electron/store/queries/tags.ts'
import { clozeNumbers, hasCloze } from '#shared/domain/cloze.ts'
import { type Branded, type CardId, newId } from '#shared/domain/ids.ts'
import { toCard } from './card-view.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** What all cards of a family have in common. */
interface Written {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly typed: boolean
  readonly tags: readonly string[]
  readonly evidence: CardEvidence
}

/** Writing cards and changing what is written on them, with their families. */
export function createCardWriting(context: ServiceContext) {
  return { create: create(context), update: update(context) }
}

/** Whether a card of that kind asks and answers something. */
export function isComplete(kind: CardRow['kind'], front: string, back: string): boolean {
  return kind === 'cloze' ? hasCloze(front) : back.trim() !== ''
}

/** Which parts are asked by cards of their own: 0 is a card alone. */
function partsOf(kind: 'basic' | 'reversed' | 'cloze', front: string): number[] {
  if (kind === 'basic') return [0]
  if (kind === 'reversed') return [0, 1]
  const numbers = clozeNumbers(front)
  return numbers.length > 1 ? numbers : [0]
}

/** Stores one card for each of `parts`, tagged and to be found by search; gives the ids. Call inside an action. */
export function writeCards(
  db: WriteHandle,
  written: Written,
  parts: readonly number[],
  familyId: string | null,
  nowMs: number,
): CardId[] {
  return parts.map((part, index) => {
    // Ids are of their time, and the cards of a family are asked in the order of their parts.
    const id = newId<CardId>(nowMs)
    const { kind, front, back, typed, evidence } = written
    insertCard(db, { id, kind, part, typed, familyId, front, back, ...evidence }, nowMs + index)
    putTags(db, 'card', id, written.tags, nowMs)
    indexEntry(db, 'card', id)
    return id
  })
}

function create({ library, changes, clock }: ServiceContext) {
  return os.card.create.handler(({ input, errors }) => {
    const nowMs = clock()
    const { articleId = null, start = null, end = null } = input
    const article = articleId === null ? null : findArticle(library.read, articleId)
    if (articleId !== null && !article) throw errors.ARTICLE_MISSING()
    if (input.annotationId && !findAnnotation(library.read, input.annotationId)) throw errors.ANNOTATION_MISSING()
    if (input.entityId && !hasEntity(library.read, input.entityId)) throw errors.ENTITY_MISSING()
    const text = article && findArticleText(library.read, article.id)
    const hasPassage = text !== null && start !== null && end !== null
    if (hasPassage && (start >= end || end > text.length)) throw errors.OUT_OF_RANGE()
    const { front, back, typed, tags } = input
    const evidence = {
      articleId,
      start: hasPassage ? start : null,
      end: hasPassage ? end : null,
      quote: hasPassage ? text.slice(start, end) : '',
      entityId: input.entityId ?? null,
      figureId: input.figureId ?? null,
      annotationId: input.annotationId ?? null,
    }
    const kind = input.kind === 'reversed' ? 'basic' : input.kind
    const parts = partsOf(input.kind, front)
    const familyId = parts.length > 1 ? newId<Branded<'FamilyId'>>(nowMs) : null
    const label = `Card “${shorten(front)}”`
    const [id] = library.act({ kind: 'card.create', label, articleId }, nowMs, (db) =>
      writeCards(db, { kind, front, back, typed, tags, evidence }, parts, familyId, nowMs),
    )
    changes.announce(['card', 'deck', 'review', 'articleCounts', 'entity', 'history'], articleId)
    return toCard(stored(id ? findCard(library.read, id) : null))
  })
}

function update({ library, changes, clock }: ServiceContext) {
  return os.card.update.handler(({ input, errors }) => {
    const nowMs = clock()
    const before = findCard(library.read, input.cardId)
    if (!before) throw errors.CARD_MISSING()
    const [front, back] = [input.front ?? before.front, input.back ?? before.back]
    const complete = isComplete(before.kind, front, back) && (!isTwoWay(before) || back.trim() !== '')
    if (!complete) throw errors.CARD_INCOMPLETE()
    const label = `Change of card “${shorten(front)}”`
    const shownId = library.act({ kind: 'card.update', label, articleId: null }, nowMs, (db) => {
      const family = before.familyId === null ? [before] : listFamily(db, before.familyId)
      for (const { id } of family) {
        updateCardText(db, id, front, back, nowMs)
        if (input.tags) putTags(db, 'card', id, input.tags, nowMs)
        if (input.typed !== undefined) putTyped(db, id, input.typed, nowMs)
      }
      const kept =
        before.kind === 'cloze' ? followGaps(db, before, family, { ...input, front, back }, nowMs) : before.id
      for (const { id } of family) indexEntry(db, 'card', id)
      return kept
    })
    changes.announce(['card', 'deck', 'review', 'articleCounts', 'history'], before.evidence.articleId)
    return toCard(stored(findCard(library.read, shownId)))
  })
}

function isTwoWay(card: CardRow): boolean {
  return card.kind === 'basic' && card.familyId !== null
}

/**
 * Lets a family follow the numbers of its gaps: a number without a card gets one, first of all the card that was
 * changed if its own number is gone; a card without a number goes. Gives the card to show.
 */
function followGaps(
  db: WriteHandle,
  changed: CardRow,
  family: readonly CardRow[],
  {
    front,
    back,
    tags,
    typed,
  }: { front: string; back: string; tags?: string[] | undefined; typed?: boolean | undefined },
  nowMs: number,
): CardId {
  const numbers = clozeNumbers(front)
  // A card alone asks all its gaps together, and goes on to when it did so with several.
  const isAlone = changed.familyId === null
  if (isAlone && (numbers.length < 2 || clozeNumbers(changed.front).length > 1)) return changed.id
  const familyId = changed.familyId ?? newId<Branded<'FamilyId'>>(nowMs)
  const taken = new Set(family.map(({ part }) => part))
  const free = numbers.filter((number) => !taken.has(number))
  const homeless = family.filter(({ part }) => !numbers.includes(part))
  const inTurn = [...homeless].sort((a, b) => Number(b.id === changed.id) - Number(a.id === changed.id))
  const moved = inTurn.splice(0, free.length)
  for (const card of moved) putPart(db, card.id, familyId, free.shift() ?? 0, nowMs)
  deleteCards(
    db,
    inTurn.map(({ id }) => id),
    nowMs,
  )
  const written = {
    kind: 'cloze' as const,
    front,
    back,
    typed: typed ?? changed.typed,
    tags: tags ?? changed.tags,
    evidence: changed.evidence,
  }
  writeCards(db, written, free, familyId, nowMs)
  const isGone = inTurn.some(({ id }) => id === changed.id)
  return isGone ? (family.find(({ part }) => numbers.includes(part))?.id ?? changed.id) : changed.id
}
