import type { ReadHandle } from '#electron/store/handle.ts'
import {
  countDeckCards,
  type DeckRow,
  deleteDeck,
  findDeck,
  findRuleName,
  insertDeck,
  listDecks,
  orderDecks,
  REST_DECK,
  readSearch,
  updateDeck,
} from '#electron/store/queries/decks.ts'
import { type Deck, savedSearch } from '#shared/contract/deck.ts'
import { ownStudyOptions } from '#shared/contract/study-options.ts'
import { type DeckId, newId } from '#shared/domain/ids.ts'
import { os, type ServiceContext } from './context.ts'
import { forgetPlans } from './deadline-plans.ts'
import { readStudyPlan } from './study-plan.ts'
import { StudyQueue } from './study-queue.ts'
import { shorten, stored } from './words.ts'

/** Decks: which cards are studied alike, and how. */
export function createDeckService(context: ServiceContext) {
  const { library, clock } = context
  return {
    list: os.deck.list.handler(({ input }) => ({ items: showDecks(library.read, input.now ?? clock()) })),
    create: create(context),
    update: update(context),
    setDeadline: setDeadline(context),
    move: move(context),
    remove: remove(context),
  }
}

function showDecks(db: ReadHandle, nowMs: number): Deck[] {
  const plan = readStudyPlan(db, nowMs)
  const cards = countDeckCards(db)
  return listDecks(db).map((deck) => {
    const { due, new: fresh, learning } = new StudyQueue(db, plan, nowMs, deck.id).counts()
    const options = ownStudyOptions.safeParse(deck.options)
    return {
      id: deck.id,
      name: deck.name,
      rule: deck.rule,
      ruleLabel: findRuleName(db, deck.rule) ?? 'gone',
      options: options.success ? options.data : {},
      deadline: deck.deadline,
      plan: plan.deckOf(deck.id).deadline,
      cardCount: cards.get(deck.id) ?? 0,
      dueCount: due + learning,
      newCount: fresh,
      createdAtMs: deck.createdAtMs,
    }
  })
}

function showDeck({ library, clock }: ServiceContext, id: DeckId): Deck {
  return stored(showDecks(library.read, clock()).find((deck) => deck.id === id) ?? null)
}

function create(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.deck.create.handler(({ input: { name, rule, options, deadline }, errors }) => {
    const nowMs = clock()
    const named = nameOfRule(library.read, rule)
    if (named === null) throw errors.RULE_UNKNOWN()
    const id = newId<DeckId>(nowMs)
    const deck = { id, name: name ?? shorten(named), rule, options, deadline, plan: null }
    library.act({ kind: 'deck.create', label: `Deck “${shorten(deck.name)}”`, articleId: null }, nowMs, (db) =>
      insertDeck(db, deck, nowMs),
    )
    forgetPlans(library.read)
    changes.announce(['deck', 'card', 'review', 'history'])
    return showDeck(context, id)
  })
}

/** What a rule of a deck that can be made names; null for one that names nothing. */
function nameOfRule(db: ReadHandle, rule: Deck['rule']): string | null {
  if (rule.kind === 'rest' || rule.value === '') return null
  const isFilter = rule.kind === 'search' && rule.value.startsWith('{"')
  if (isFilter && !savedSearch.safeParse(readSearch(rule.value)).success) return null
  return findRuleName(db, rule)
}

function setDeadline(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.deck.setDeadline.handler(({ input: { rule, deadline }, errors }) => {
    const nowMs = clock()
    const named = nameOfRule(library.read, rule)
    if (named === null) throw errors.RULE_UNKNOWN()
    const decks = listDecks(library.read)
    const before = decks.find((deck) => deck.rule.kind === rule.kind && deck.rule.value === rule.value)
    if (!before && deadline === null) return null
    const name = before?.name ?? shorten(named)
    const label = deadline
      ? `“${shorten(name)}” to be known by ${deadline.on}`
      : `Deadline of “${shorten(name)}” taken away`
    const isIdle = before !== undefined && deadline === null && hasNothingElse(before, shorten(named))
    const id = library.act({ kind: 'deck.deadline', label, articleId: null }, nowMs, (db) => {
      if (!before) {
        const id = newId<DeckId>(nowMs)
        insertDeck(db, { id, name, rule, options: {}, deadline, plan: null }, nowMs)
        return id
      }
      if (isIdle) deleteDeck(db, before.id, nowMs)
      else updateDeck(db, { ...before, deadline }, nowMs)
      // All that is to be known by then: no other deck may take cards away.
      if (deadline)
        orderDecks(db, [before.id, ...decks.map((deck) => deck.id).filter((other) => other !== before.id)], nowMs)
      return before.id
    })
    forgetPlans(library.read)
    changes.announce(['deck', 'card', 'review', 'history'])
    return isIdle ? null : showDeck(context, id)
  })
}

/** A deck made for its deadline alone. */
function hasNothingElse({ name, options }: DeckRow, named: string): boolean {
  return name === named && Object.values(options).every((value) => value === undefined)
}

function update(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.deck.update.handler(({ input: { deckId, name, options, deadline }, errors }) => {
    const nowMs = clock()
    const before = findDeck(library.read, deckId)
    if (!before) throw errors.DECK_MISSING()
    const deck: DeckRow = {
      ...before,
      name: name ?? before.name,
      options: options ?? before.options,
      deadline: deadline === undefined ? before.deadline : deadline,
    }
    const label = `Change of deck “${shorten(before.name)}”`
    library.act({ kind: 'deck.update', label, articleId: null }, nowMs, (db) => updateDeck(db, deck, nowMs))
    forgetPlans(library.read)
    changes.announce(['deck', 'review', 'history'])
    return showDeck(context, deckId)
  })
}

function move({ library, changes, clock }: ServiceContext) {
  return os.deck.move.handler(({ input: { deckId, beforeId }, errors }) => {
    const nowMs = clock()
    const decks = listDecks(library.read)
    const deck = decks.find(({ id }) => id === deckId)
    if (!deck || !decks.some(({ id }) => id === beforeId)) throw errors.DECK_MISSING()
    const others = decks.map(({ id }) => id).filter((id) => id !== deckId)
    others.splice(others.indexOf(beforeId), 0, deckId)
    const label = `Place of deck “${shorten(deck.name)}”`
    library.act({ kind: 'deck.move', label, articleId: null }, nowMs, (db) => orderDecks(db, others, nowMs))
    changes.announce(['deck', 'card', 'review', 'history'])
    return {}
  })
}

function remove({ library, changes, clock }: ServiceContext) {
  return os.deck.remove.handler(({ input: { deckId }, errors }) => {
    const nowMs = clock()
    const deck = findDeck(library.read, deckId)
    if (!deck || deckId === REST_DECK) throw errors.DECK_MISSING()
    const label = `Removal of deck “${shorten(deck.name)}”`
    library.act({ kind: 'deck.remove', label, articleId: null }, nowMs, (db) => deleteDeck(db, deckId, nowMs))
    changes.announce(['deck', 'card', 'review', 'history'])
    return {}
  })
}
