import { randomInt, randomUUID } from 'node:crypto'
import { insertAcceptedAnswer } from '#electron/store/queries/answers.ts'
import { insertConfusion, listConfusions } from '#electron/store/queries/confusions.ts'
import { findEntityCalled } from '#electron/store/queries/practice.ts'
import type { PracticeGiven, PracticeOutcome } from '#shared/contract/practice.ts'
import { gradeAnswer } from '#shared/domain/grading/grade-answer.ts'
import type { Verdict } from '#shared/domain/grading/verdict.ts'
import { type AcceptedAnswerId, type ConfusionId, type EntityId, newId } from '#shared/domain/ids.ts'
import { createRandom } from '#shared/domain/practice/random.ts'
import { foldText } from '#shared/text/fold.ts'
import { os, type ServiceContext } from './context.ts'
import { type Askable, expectAnswer, isNameType } from './practice-pool.ts'
import { type Asked, QuestionMaker } from './practice-questions.ts'
import { shorten } from './words.ts'

/** How many rounds are remembered; the oldest are forgotten first. A round ends with the program. */
const MOST_ROUNDS = 50

type Rounds = Map<string, ReadonlyMap<string, Asked>>

/** Practice: asks and judges, and leaves the schedule alone. */
export function createPracticeService(context: ServiceContext) {
  const rounds: Rounds = new Map()
  const find = (practiceId: string, questionId: string) => rounds.get(practiceId)?.get(questionId)
  const { library, changes, clock } = context
  return {
    start: os.practice.start.handler(({ input }) => {
      const { kinds, count, seed, ...scope } = input
      const random = createRandom(seed ?? randomInt(2 ** 32))
      const asked = new QuestionMaker(library.read, scope, count, random).make(kinds, count)
      const practiceId = randomUUID()
      rounds.set(practiceId, new Map(asked.map((one) => [one.question.id, one])))
      for (const oldest of rounds.keys()) {
        if (rounds.size <= MOST_ROUNDS) break
        rounds.delete(oldest)
      }
      return { practiceId, questions: asked.map(({ question }) => question) }
    }),
    answer: os.practice.answer.handler(({ input, errors }) => {
      const asked = find(input.practiceId, input.questionId)
      if (!asked || asked.question.kind !== input.given.kind) throw errors.PRACTICE_MISSING()
      const judged = judge(context, asked, input.given)
      noteConfusions(context, asked, judged.mistaken)
      return outcomeOf(asked, judged)
    }),
    acceptAnswer: os.practice.acceptAnswer.handler(({ input: { practiceId, questionId, text }, errors }) => {
      const askable = find(practiceId, questionId)?.askable
      if (!askable) throw errors.PRACTICE_MISSING()
      const nowMs = clock()
      const entityId = isNameType(askable.fact.type) ? askable.row.entityId : null
      const cardId = entityId === null ? askable.row.cardId : null
      if (entityId === null && cardId === null) return {}
      const label = `“${shorten(text)}” counts as an answer`
      library.act({ kind: 'answer.accept', label, articleId: null }, nowMs, (db) =>
        insertAcceptedAnswer(db, { id: newId<AcceptedAnswerId>(nowMs), entityId, cardId, answer: text }, nowMs),
      )
      changes.announce(['card', 'history'])
      return {}
    }),
    key: os.practice.key.handler(({ input, errors }) => {
      const round = rounds.get(input.practiceId)
      if (!round) throw errors.PRACTICE_MISSING()
      return [...round.values()].map((asked) => ({ id: asked.question.id, expected: keyOf(asked) }))
    }),
    confusions: os.practice.confusions.handler(({ input }) =>
      listConfusions(library.read, input.entityId ?? null, input.limit),
    ),
  }
}

interface Judged {
  readonly parts: readonly boolean[]
  readonly verdict: Verdict | null
  /** Who was asked for and who was answered instead. */
  readonly mistaken: readonly (readonly [EntityId, EntityId])[]
}

function judge({ library: { read } }: ServiceContext, asked: Asked, given: PracticeGiven): Judged {
  switch (given.kind) {
    case 'typed': {
      if (!asked.askable) return { parts: [false], verdict: null, mistaken: [] }
      const { verdict, mistaken } = judgeTyped(read, asked.askable, given.text)
      return { parts: [verdict.accepted], verdict, mistaken }
    }
    case 'choice':
      return {
        parts: [given.choice === asked.solution[0]],
        verdict: null,
        mistaken: pairOf(asked.entityIds[asked.solution[0] ?? -1], asked.entityIds[given.choice]),
      }
    case 'true-false': {
      const isRight = given.isTrue === asked.isTrue
      const wrong = isRight || asked.isTrue ? null : asked.entityIds[0]
      return { parts: [isRight], verdict: null, mistaken: pairOf(asked.askable?.row.entityId, wrong) }
    }
    case 'pairs':
      return {
        parts: asked.solution.map((right, index) => given.pairs[index] === right),
        verdict: null,
        mistaken: asked.solution.flatMap((_, index) =>
          pairOf(asked.entityIds[index], asked.entityIds[asked.solution.indexOf(given.pairs[index] ?? -1)]),
        ),
      }
    case 'order':
      return { parts: asked.solution.map((item, place) => given.order[place] === item), verdict: null, mistaken: [] }
  }
}

function pairOf(right: EntityId | null | undefined, other: EntityId | null | undefined): Judged['mistaken'] {
  return right && other && right !== other ? [[right, other]] : []
}

/** What a typed answer is worth, and who was named instead of whom. */
export function judgeTyped(read: ServiceContext['library']['read'], askable: Askable, text: string) {
  const verdict = gradeAnswer(text, expectAnswer(read, askable, text))
  const { entityId } = askable.row
  const kind = askable.fact.type
  const isMistaken = !verdict.accepted && entityId !== null && isNameType(kind)
  const other = isMistaken
    ? (findEntityCalled(read, entityId, kind, foldText(text)) ??
      (verdict.detail === null ? null : findEntityCalled(read, entityId, kind, foldText(verdict.detail))))
    : null
  return { verdict, mistaken: pairOf(entityId, other) }
}

function noteConfusions({ library, changes, clock }: ServiceContext, asked: Asked, mistaken: Judged['mistaken']): void {
  if (mistaken.length === 0) return
  const nowMs = clock()
  library.write((db) => {
    for (const [entityId, otherId] of mistaken) {
      const cardId = asked.askable?.row.cardId ?? null
      insertConfusion(db, { id: newId<ConfusionId>(nowMs), entityId, otherId, cardId }, nowMs)
    }
  })
  changes.announce(['card'])
}

function outcomeOf(asked: Asked, { parts, verdict }: Judged): PracticeOutcome {
  const { askable, expected } = asked
  const right = parts.filter(Boolean).length
  const canAccept =
    verdict !== null && !verdict.accepted && verdict.reason !== 'empty' && askable !== null && isKept(askable)
  return {
    correct: parts.length > 0 && right === parts.length,
    score: parts.length === 0 ? 0 : right / parts.length,
    reason: verdict?.reason ?? null,
    detail: verdict?.detail ?? null,
    expected: [...expected],
    parts: [...parts],
    canAccept,
    cardId: askable?.row.cardId ?? null,
    passage: askable && passageOf(askable.row),
  }
}

/** Whether there is something that another answer can be stored with: an entity or a card. */
function isKept({ fact, row }: NonNullable<Asked['askable']>): boolean {
  return row.cardId !== null || (isNameType(fact.type) && row.entityId !== null)
}

function passageOf({ articleId, articleTitle, start, end, quote }: NonNullable<Asked['askable']>['row']) {
  return { articleId, articleTitle, start, end, quote }
}

/** What a printed key says. */
function keyOf({ question, expected, isTrue }: Asked): string[] {
  if (question.kind !== 'true-false') return [...expected]
  return [isTrue ? 'True' : `False: ${expected[0] ?? ''}`]
}
