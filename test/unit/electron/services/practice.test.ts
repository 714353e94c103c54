import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PracticeGiven, PracticeKind, PracticeQuestion } from '#shared/contract/practice.ts'
import { foldText } from '#shared/text/fold.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

let test: ReturnType<typeof openTestCore>
beforeEach(async () => {
  test = openTestCore(Date.UTC(2026, 0, 5))
  await test.client.library.addStarter()
  await test.core.settled()
})
afterEach(() => test.core.close())

const start = (kinds: PracticeKind[], count = 10, seed = 7) => test.client.practice.start({ kinds, count, seed })

/** The right answer, as one who has the key would give it. */
function rightAnswer(question: PracticeQuestion, expected: readonly string[]): PracticeGiven {
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', choice: question.choices.indexOf(expected[0] ?? '') }
    case 'typed':
      return { kind: 'typed', text: (expected[0] ?? '').toUpperCase() }
    case 'true-false':
      return { kind: 'true-false', isTrue: expected[0] === 'True' }
    case 'pairs':
      return { kind: 'pairs', pairs: expected.map((line) => question.right.indexOf(line.split('  →  ')[1] ?? '')) }
    case 'order':
      return { kind: 'order', order: expected.map((line) => question.items.findIndex((item) => line.startsWith(item))) }
  }
}

describe('practice', () => {
  it.each<PracticeKind>(['choice', 'typed', 'true-false', 'pairs', 'order'])(
    'asks by way of %s, and takes just what its own key says',
    async (kind) => {
      const { practiceId, questions } = await start([kind], 6)
      const key = await test.client.practice.key({ practiceId })
      expect(questions.length).toBeGreaterThan(0)
      for (const [index, question] of questions.entries()) {
        const given = rightAnswer(question, key[index]?.expected ?? [])
        const outcome = await test.client.practice.answer({ practiceId, questionId: question.id, given })
        expect({ prompt: question.prompt, correct: outcome.correct, score: outcome.score }).toEqual({
          prompt: question.prompt,
          correct: true,
          score: 1,
        })
      }
    },
  )

  it('offers wrong choices of the same kind, none of them in the question, none another name of the answer', async () => {
    const { practiceId, questions } = await start(['choice'], 40)
    const key = await test.client.practice.key({ practiceId })
    const { items } = await test.client.entity.list({ limit: 200 })
    const kindOf = new Map(items.map((entity) => [entity.name, entity.kind]))
    for (const [index, question] of questions.entries()) {
      if (question.kind !== 'choice') throw new Error('another kind was asked')
      const [right = ''] = key[index]?.expected ?? []
      expect(new Set(question.choices).size).toBe(question.choices.length)
      expect(question.choices).toContain(right)
      const kinds = new Set(question.choices.map((words) => kindOf.get(words)))
      expect(kinds.size).toBe(1)
      if (!kindOf.has(right)) continue
      const names = items.find(({ name }) => name === right)?.aliases ?? []
      for (const wrong of question.choices.filter((words) => words !== right)) {
        expect(foldText(question.prompt)).not.toContain(foldText(wrong))
        expect(names).not.toContain(wrong)
      }
    }
  })

  it('leaves the schedule and the history alone, whatever is answered', async () => {
    const { items } = await test.client.suggestion.list({ limit: 50 })
    for (const suggestion of items.slice(0, 10)) await test.client.suggestion.accept({ suggestionId: suggestion.id })
    const before = [await test.client.card.list({ limit: 50 }), await test.client.history.state()]
    const { practiceId, questions } = await start(['choice', 'typed', 'true-false', 'pairs', 'order'], 20)
    for (const question of questions) {
      const given: PracticeGiven =
        question.kind === 'typed'
          ? { kind: 'typed', text: 'Saddam Hussein' }
          : question.kind === 'choice'
            ? { kind: 'choice', choice: 0 }
            : question.kind === 'true-false'
              ? { kind: 'true-false', isTrue: true }
              : question.kind === 'pairs'
                ? { kind: 'pairs', pairs: [0] }
                : { kind: 'order', order: [] }
      await test.client.practice.answer({ practiceId, questionId: question.id, given })
    }
    expect([await test.client.card.list({ limit: 50 }), await test.client.history.state()]).toEqual(before)
  })

  it('remembers who was taken for whom, and prefers that one as a wrong choice from then on', async () => {
    const person = await askedFor('Salim al-Jabouri')
    const wrong = 'Petro Poroshenko'
    const { practiceId, questions } = await test.client.practice.start({
      kinds: ['typed'],
      count: 1,
      entityId: person.id,
    })
    const [question] = questions
    const questionId = question?.id ?? ''
    const outcome = await test.client.practice.answer({ practiceId, questionId, given: { kind: 'typed', text: wrong } })
    expect(outcome).toMatchObject({ correct: false, canAccept: true })
    expect(await test.client.practice.confusions({ entityId: person.id })).toMatchObject([{ count: 1 }])
    for (const seed of [1, 2, 3, 4]) {
      const round = await test.client.practice.start({ kinds: ['choice'], count: 1, entityId: person.id, seed })
      const [asked] = round.questions
      expect(asked?.kind === 'choice' && asked.choices).toContain(wrong)
    }
  })

  it('counts another answer from the moment the person says so, as one step that undo takes back', async () => {
    const card = await test.client.card.create({ front: 'What is the capital of the delta?', back: 'Port Alma' })
    const ask = async () => {
      const { practiceId, questions } = await test.client.practice.start({ kinds: ['typed'], count: 50 })
      const question = questions.find(({ prompt }) => prompt === card.front)
      const questionId = question?.id ?? ''
      const given = { kind: 'typed', text: 'The harbour city' } as const
      return { practiceId, questionId, outcome: await test.client.practice.answer({ practiceId, questionId, given }) }
    }
    const first = await ask()
    expect(first.outcome).toMatchObject({ correct: false, reason: 'different', canAccept: true, cardId: card.id })
    await test.client.practice.acceptAnswer({ ...first, text: 'The harbour city' })
    expect((await ask()).outcome).toMatchObject({ correct: true, reason: 'alias' })
    const { step } = await test.client.history.undo()
    expect(step?.label).toBe('“The harbour city” counts as an answer')
    expect((await ask()).outcome.correct).toBe(false)
  })

  it('asks nothing of an empty library, and knows no round that is over', async () => {
    const empty = openTestCore(Date.UTC(2026, 0, 5))
    const round = await empty.client.practice.start({ kinds: ['choice', 'pairs'] })
    expect(round.questions).toEqual([])
    const given = { kind: 'choice', choice: 0 } as const
    const lost = { practiceId: crypto.randomUUID(), questionId: 'q1', given }
    await expect(empty.client.practice.answer(lost)).rejects.toMatchObject({ code: 'PRACTICE_MISSING' })
    await empty.core.close()
  })
})

/** A card whose answer is a person of the starter articles. */
async function askedFor(name: string) {
  const { items } = await test.client.entity.list({ kind: 'person', query: name, limit: 5 })
  const [person] = items
  if (!person) throw new Error(`${name} is not in the starter articles`)
  await test.client.card.create({ front: 'Who became speaker of the parliament?', back: name, entityId: person.id })
  return person
}
