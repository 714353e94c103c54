import type { ReadHandle } from '#electron/store/handle.ts'
import { listAcceptedAnswers } from '#electron/store/queries/answers.ts'
import {
  findAmount,
  listEntityChoices,
  listLikeAmounts,
  listLikeEntities,
  listNamesLike,
  listPracticeCards,
  listPracticeSuggestions,
  type PracticeRow,
  type PracticeScope,
} from '#electron/store/queries/practice.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import { type ExpectedAmount, readExpectedAmount } from '#shared/domain/grading/grade-amount.ts'
import { type ExpectedAnswer, expectText, gradeAnswer } from '#shared/domain/grading/grade-answer.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { chooseAmounts, writeAmount } from '#shared/domain/practice/choose-amounts.ts'
import { chooseEntities, type EntityChoice, isSameRole } from '#shared/domain/practice/choose-entities.ts'
import { type Fact, readFact } from '#shared/domain/practice/fact.ts'
import { type Random, shuffle } from '#shared/domain/practice/random.ts'
import { foldText } from '#shared/text/fold.ts'

/** Something to be asked, and where it comes from. */
export interface Askable {
  readonly fact: Fact
  readonly row: PracticeRow
  readonly entity: EntityChoice | null
}

/** One choice: its words, and the entity it is, where it is one. */
export interface Choice {
  readonly words: string
  readonly entityId: EntityId | null
}

/** The right choice and wrong ones. */
export interface Choices {
  readonly right: Choice
  readonly wrong: readonly Choice[]
}

const MOST_FACTS = 400

/** What can be asked within a scope, cards first, suggestions where there are fewer than `count` of those. */
export function loadAskables(db: ReadHandle, scope: PracticeScope, count: number, random: Random): Askable[] {
  const cards = shuffle(listPracticeCards(db, scope, MOST_FACTS, random), random).slice(0, MOST_FACTS)
  const missing = count - cards.length
  const suggestions = missing > 0 ? shuffle(listPracticeSuggestions(db, scope, missing * 3), random) : []
  const rows = [...cards, ...suggestions]
  const ids = [...new Set(rows.flatMap((row) => row.entityId ?? []))]
  const entities = new Map(listEntityChoices(db, ids, null).map((entity) => [entity.id, entity]))
  return rows.flatMap((row) => {
    const entity = (row.entityId && entities.get(row.entityId)) || null
    const fact = readFact({ ...row, entity })
    return fact ? [{ fact, row, entity }] : []
  })
}

/** One card as something to be asked; null when its answer is too long, or hidden in several gaps. */
export function askableOf(db: ReadHandle, row: PracticeRow): Askable | null {
  const entity = row.entityId === null ? null : (listEntityChoices(db, [row.entityId], null)[0] ?? null)
  const fact = readFact({ ...row, entity })
  return fact && { fact, row, entity }
}

/** What a typed answer is held against. */
export function expectAnswer(db: ReadHandle, { fact, row, entity }: Askable, typed: string): ExpectedAnswer {
  const also = listAcceptedAnswers(db, null, row.cardId)
  if (isNameType(fact.type) && entity) {
    const near = [...entity.names, typed].map(foldText)
    const others = listNamesLike(db, entity.id as EntityId, fact.type, near)
    return { type: 'name', kind: fact.type, names: entity.names, others, also }
  }
  const amount = fact.type === 'amount' ? amountOf(db, { fact, row }) : null
  if (amount) return { type: 'amount', text: fact.answer, also, ...amount }
  return { type: 'words', answers: [fact.answer], also }
}

/** Whether a fact's answer is the name of its entity. */
export function isNameType(type: Fact['type']): type is EntityKind {
  return type === 'person' || type === 'group' || type === 'place'
}

function amountOf(db: ReadHandle, { fact, row }: Pick<Askable, 'fact' | 'row'>): ExpectedAmount | null {
  const figure = row.figureId && findAmount(db, row.figureId)
  // A figure whose text was searched again may be another one now.
  return figure && fact.answer.includes(figure.surface) ? figure : readExpectedAmount(fact.answer)
}

/** The answer among up to `count` wrong choices; null when there are not two. */
export function findChoices(db: ReadHandle, askable: Askable, count: number, random: Random): Choices | null {
  const { fact, entity } = askable
  const choices = isNameType(fact.type)
    ? entity && nameChoices(db, askable, entity, count, random)
    : fact.type === 'amount'
      ? amountChoices(db, askable, count, random)
      : fact.type === 'role' && entity
        ? roleChoices(db, fact, entity, count, random)
        : null
  return choices && choices.wrong.length >= Math.min(2, count) ? choices : null
}

function nameChoices(
  db: ReadHandle,
  { fact, row }: Askable,
  entity: EntityChoice,
  count: number,
  random: Random,
): Choices {
  const id = entity.id as EntityId
  const candidates = listEntityChoices(db, listLikeEntities(db, entity), id)
  const role = entity.roles.find((held) => foldText(fact.prompt).includes(foldText(held))) ?? null
  const context = `${fact.context} ${row.articleTitle ?? ''}`
  const wrong = chooseEntities({ answer: entity, context, role }, candidates, count, random)
  const choice = ({ names, id: entityId }: EntityChoice) => ({ words: names[0] ?? '', entityId: entityId as EntityId })
  return { right: choice(entity), wrong: wrong.map(choice) }
}

function roleChoices(db: ReadHandle, fact: Fact, entity: EntityChoice, count: number, random: Random): Choices {
  const candidates = listEntityChoices(db, listLikeEntities(db, entity), entity.id as EntityId)
  const wrong: Choice[] = []
  for (const { id, roles } of chooseEntities({ answer: entity, context: '', role: null }, candidates, 60, random)) {
    const role = roles.find(
      (held) => ![fact.answer, ...entity.roles, ...wrong.map((w) => w.words)].some((other) => isSameRole(held, other)),
    )
    if (role && /\s/.test(role) && wrong.length < count)
      wrong.push({ words: capitalise(role), entityId: id as EntityId })
  }
  return { right: { words: capitalise(fact.answer), entityId: entity.id as EntityId }, wrong }
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function amountChoices(db: ReadHandle, askable: Askable, count: number, random: Random): Choices | null {
  const answer = amountOf(db, askable)
  const size = answer && (answer.low ?? answer.high)
  if (!answer || size === null) return null
  const figures = listLikeAmounts(db, answer.unit, Math.abs(size))
  const isOfSame = (measures: string | null) =>
    measures !== null && answer.measures !== null && foldText(measures) === foldText(answer.measures)
  // Another source may state another number of the same thing: it can't be called wrong.
  const alsoTrue = figures.filter(({ measures }) => isOfSame(measures)).map(writeAmount)
  const others = figures.filter(({ measures }) => !isOfSame(measures))
  const wrong = chooseAmounts(answer, others, alsoTrue, count, random)
  return {
    right: { words: writeAmount(answer), entityId: null },
    wrong: wrong.map((words) => ({ words, entityId: null })),
  }
}

/** Whether the answer of `other` answers `fact` too, as far as the library knows. */
export function isAlsoTrue(askables: ReadonlyMap<string, Askable>, fact: Fact, other: Fact): boolean {
  if (gradeAnswer(other.answer, expectText(fact.answer)).accepted) return true
  const entity = askables.get(fact.id)?.entity
  if (!entity) return false
  if (fact.type === 'role') return [fact.answer, ...entity.roles].some((role) => isSameRole(role, other.answer))
  const same = askables.get(other.id)?.entity
  return isNameType(fact.type) && (same?.id === entity.id || foldText(fact.context).includes(foldText(other.answer)))
}
