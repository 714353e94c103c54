import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultParameters, foldLog, type LogEntry } from '#shared/domain/scheduling.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(START)
})
afterEach(() => test.core.close())

const addCard = (front: string, tags: string[] = []) => test.client.card.create({ front, back: 'a', tags })
const decks = async () => {
  const { items } = await test.client.deck.list({ now: START })
  return Object.fromEntries(items.map((deck) => [deck.name, deck.cardCount]))
}

describe('decks', () => {
  it('take the cards that fit their rule, the first that fits, and follow every change and its undoing', async () => {
    const law = await addCard('law one', ['Law'])
    await addCard('treaty of law', ['treaty'])
    await addCard('other')
    await test.client.deck.create({ name: 'Words', rule: { kind: 'search', value: 'LAW' } })
    expect(await decks()).toEqual({ Words: 2, 'Everything else': 1 })
    const tagged = await test.client.deck.create({ rule: { kind: 'tag', value: 'law' } })
    expect(await decks()).toEqual({ law: 1, Words: 1, 'Everything else': 1 })
    await test.client.card.update({ cardId: law.id, tags: [] })
    expect(await decks()).toEqual({ law: 0, Words: 2, 'Everything else': 1 })
    await test.client.history.undo()
    expect(await decks()).toEqual({ law: 1, Words: 1, 'Everything else': 1 })
    await test.client.deck.remove({ deckId: tagged.id })
    expect(await decks()).toEqual({ Words: 2, 'Everything else': 1 })
    await test.client.history.undo()
    expect(await decks()).toEqual({ law: 1, Words: 1, 'Everything else': 1 })
  })

  it('keep to a limit and a retention of their own; the others share those of the settings', async () => {
    await test.client.settings.set({ newCardsPerDay: 3 })
    for (let n = 0; n < 4; n++) await addCard(`t${n}`, ['t'])
    for (let n = 0; n < 4; n++) await addCard(`o${n}`)
    const deck = await test.client.deck.create({ rule: { kind: 'tag', value: 't' }, options: { newCardsPerDay: 1 } })
    expect((await test.client.review.counts({ now: START })).new).toBe(4)
    expect((await test.client.review.counts({ now: START, deckId: deck.id })).new).toBe(1)
    const seen: string[] = []
    for (
      let next = await test.client.review.next({ now: START });
      next;
      next = await test.client.review.next({ now: START })
    ) {
      seen.push(next.front)
      await test.client.review.answer({ cardId: next.id, grade: 4, now: START })
    }
    expect(seen).toEqual(['t0', 'o0', 'o1', 'o2'])
    expect(await test.client.review.next({ now: START, deckId: deck.id })).toBeNull()
  })

  it('about somebody hold the cards of every name that was joined with theirs, and let them go again', async () => {
    const words = 'Prime Minister Ana Sorel met fishermen in Port Alma.\n\nLater Vera Kolund thanked the fishermen.'
    await test.client.article.importText({ text: words, title: 'Delta' })
    await test.core.settled()
    const find = async (query: string) => (await test.client.entity.list({ kind: 'person', query, limit: 1 })).items[0]
    const [one, other] = [await find('Sorel'), await find('Kolund')]
    if (!one || !other) throw new Error('the names were not found')
    await test.client.card.create({ front: 'one', back: 'a', entityId: one.id })
    await test.client.card.create({ front: 'two', back: 'a', entityId: other.id })
    await test.client.deck.create({ name: 'Sorel', rule: { kind: 'entity', value: one.id } })
    expect(await decks()).toEqual({ Sorel: 1, 'Everything else': 1 })
    await test.client.correction.add({ kind: 'merge', into: one.id, entityIds: [other.id] })
    expect(await decks()).toEqual({ Sorel: 2, 'Everything else': 0 })
    const { questions } = await test.client.practice.start({ kinds: ['typed'], count: 9, entityId: one.id })
    expect(questions.filter(({ prompt }) => ['one', 'two'].includes(prompt))).toHaveLength(2)
    await test.client.history.undo()
    expect(await decks()).toEqual({ Sorel: 1, 'Everything else': 1 })
  })

  it('hold what a saved search finds, all of it at once', async () => {
    await addCard('dam of the delta', ['law'])
    await addCard('dam of the hills', ['history'])
    await addCard('court of the delta', ['law'])
    const search = (value: object) => ({ kind: 'search' as const, value: JSON.stringify(value) })
    const deck = await test.client.deck.create({ rule: search({ query: 'DAM', tag: 'law' }) })
    expect(deck).toMatchObject({ name: 'DAM · #law', cardCount: 1 })
    for (const value of ['{}', '{"state":"due"}', '{"tag":7}'])
      await expect(test.client.deck.create({ rule: { kind: 'search', value } })).rejects.toMatchObject({
        code: 'RULE_UNKNOWN',
      })
    expect((await test.client.deck.create({ rule: { kind: 'search', value: '{dam' } })).cardCount).toBe(0)
  })

  it('get a day by which to be known, from wherever that is asked, as one step', async () => {
    for (let n = 0; n < 10; n++) await addCard(`t${n}`, ['t', n < 5 ? 'few' : 'many'])
    const rule = { kind: 'tag', value: 't' } as const
    const on = '2026-01-15'
    const made = await test.client.deck.setDeadline({ rule, deadline: { on, share: 0.9 } })
    expect(made).toMatchObject({ name: 't', cardCount: 10, deadline: { on }, plan: { isReached: true } })
    // The plan is that of a deck made by hand, and follows what is added.
    expect((await test.client.deck.list({})).items[0]?.plan).toEqual(made?.plan)
    for (let n = 0; n < 60; n++) await addCard(`more${n}`, ['t'])
    const grown = (await test.client.deck.list({})).items[0]
    expect(grown?.plan?.newPerDay).toBeGreaterThan(made?.plan?.newPerDay ?? 99)
    // Another deck made since would take cards away: asked again, this one chooses first.
    await test.client.deck.create({ rule: { kind: 'tag', value: 'few' } })
    expect(await decks()).toMatchObject({ few: 5, t: 65 })
    await test.client.deck.setDeadline({ rule, deadline: { on, share: 0.8 } })
    expect(await decks()).toMatchObject({ few: 0, t: 70 })
    await test.client.history.undo()
    expect(await decks()).toMatchObject({ few: 5, t: 65 })
    expect(await test.client.deck.setDeadline({ rule, deadline: null })).toBeNull()
    expect(await decks()).toEqual({ few: 5, 'Everything else': 65 })
    expect((await test.client.history.undo()).step?.label).toBe('Deadline of “t” taken away')
    expect(await decks()).toMatchObject({ few: 5, t: 65 })
    await expect(
      test.client.deck.setDeadline({ rule: { kind: 'rest', value: '' }, deadline: { on, share: 0.9 } }),
    ).rejects.toMatchObject({ code: 'RULE_UNKNOWN' })
  })
})

describe('families', () => {
  it('make two cards of a reversed one, change together, and are kept to different days', async () => {
    const card = await test.client.card.create({ kind: 'reversed', front: 'Lima', back: 'Peru', typed: true })
    expect((await test.client.card.list({ limit: 9 })).total).toBe(2)
    await test.client.card.update({ cardId: card.id, back: 'Capital of Peru' })
    const { items } = await test.client.card.list({ limit: 9 })
    expect(items.map(({ part, back, typed }) => ({ part, back, typed })).sort((a, b) => a.part - b.part)).toEqual([
      { part: 0, back: 'Capital of Peru', typed: true },
      { part: 1, back: 'Capital of Peru', typed: true },
    ])
    await test.client.review.answer({ cardId: card.id, grade: 4, now: START })
    expect(await test.client.review.next({ now: START })).toBeNull()
    await test.client.history.undo()
    expect((await test.client.review.counts({ now: START })).new).toBe(2)
    await test.client.review.answer({ cardId: card.id, grade: 4, now: START })
    expect((await test.client.review.next({ now: START + DAY }))?.part).toBe(1)
  })

  it('make a card for each group of gaps, and follow the groups as the text changes', async () => {
    const front = '{{c1::Anna}} met {{c2::Ben::who}} in {{c1::Rome}}'
    const card = await test.client.card.create({ kind: 'cloze', front })
    const parts = async () => (await test.client.card.list({ limit: 9 })).items.map(({ part }) => part).sort()
    expect(await parts()).toEqual([1, 2])
    await test.client.card.update({ cardId: card.id, front: `${front}, {{c3::1492}}` })
    expect(await parts()).toEqual([1, 2, 3])
    const kept = await test.client.card.update({ cardId: card.id, front: 'Anna met {{c2::Ben}}' })
    expect(await parts()).toEqual([2])
    expect(kept.part).toBe(2)
    await test.client.history.undo()
    expect(await parts()).toEqual([1, 2, 3])
  })
})

describe('an answer', () => {
  it('is taken back as one step with the siblings it put off and the leech it made, also when other things were done since', async () => {
    await test.client.settings.set({ leechAfter: 1 })
    const card = await test.client.card.create({ kind: 'reversed', front: 'q', back: 'a' })
    await test.client.review.answer({ cardId: card.id, grade: 4, now: START })
    const before = (await test.client.card.list({ limit: 9 })).items
    const at = before.find(({ id }) => id === card.id)?.dueAtMs ?? 0
    const { card: leech } = await test.client.review.answer({ cardId: card.id, grade: 1, now: at })
    expect(leech).toMatchObject({ leech: true, suspended: true, tags: ['leech'], lapses: 1 })
    await addCard('between')
    await test.client.review.undo()
    const strip = ({ updatedAtMs: _, ...rest }: (typeof before)[number]) => rest
    const after = (await test.client.card.list({ limit: 9 })).items.filter(({ front }) => front !== 'between')
    expect(after.map(strip)).toEqual(before.map(strip))
  })
})

describe('bulk changes', () => {
  it('tag, set aside, set a day, start afresh and remove what a filter holds, each as one undo step', async () => {
    for (let n = 0; n < 5; n++) await addCard(`card ${n}`, n < 3 ? ['x'] : [])
    const selection = { filter: { tag: 'x', state: 'all' as const } }
    const all = async () => (await test.client.card.browse({ limit: 50, sort: 'created' })).items
    await test.client.card.bulk({ selection, change: { kind: 'tag', add: ['y'], remove: [] } })
    expect((await all()).filter(({ tags }) => tags.includes('y'))).toHaveLength(3)
    await test.client.card.bulk({ selection, change: { kind: 'suspend', suspended: true } })
    expect((await all()).filter(({ suspended }) => suspended)).toHaveLength(3)
    await test.client.history.undo()
    expect((await all()).filter(({ suspended }) => suspended)).toHaveLength(0)
    await test.client.card.bulk({ selection, change: { kind: 'due', days: 7 }, now: START })
    expect((await all()).filter(({ dueAtMs }) => dueAtMs > START + 6 * DAY)).toHaveLength(3)
    await test.client.card.bulk({ selection, change: { kind: 'reset' }, now: START })
    expect((await all()).every(({ state }) => state === 'new')).toBe(true)
    expect(await test.client.card.bulk({ selection, change: { kind: 'remove' } })).toEqual({ changed: 3 })
    expect(await all()).toHaveLength(2)
    await test.client.history.undo()
    expect(await all()).toHaveLength(5)
  })
})

describe('the log', () => {
  it('tells the stored memory of every card, whatever was done to it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'dossier-fold-'))
    const own = openTestCore(START, dir)
    try {
      const { client } = own
      await client.settings.set({ newCardsPerDay: 100, spread: 'chance', relearningStepsMinutes: [10, 30] })
      for (let n = 0; n < 12; n++)
        await client.card.create({ kind: n % 3 ? 'basic' : 'reversed', front: `q${n}`, back: 'a' })
      for (let day = 0; day < 60; day++) {
        const now = START + day * DAY
        for (let turn = 0; turn < 15; turn++) {
          const next = await client.review.next({ now: now + turn * 5 * MINUTE })
          if (!next) continue
          const grade = ([3, 3, 1, 4, 2, 3] as const)[(day * 7 + turn) % 6] ?? 3
          await client.review.answer({ cardId: next.id, grade, now: now + turn * 5 * MINUTE })
          if (turn % 7 === 3) await client.review.undo()
        }
        const selection = { filter: { query: `q${day % 12}`, state: 'all' as const } }
        if (day % 9 === 4) await client.card.bulk({ selection, change: { kind: 'due', days: 3 }, now })
        if (day % 13 === 5) await client.card.bulk({ selection, change: { kind: 'reset' }, now })
        if (day % 17 === 6) await client.history.undo()
        // The clock runs ahead for a turn, and what was answered by it is taken as answered now.
        if (day % 10 === 7) {
          const { id: cardId = '' } = (await client.card.browse({ limit: 20 })).items[day % 16] ?? {}
          await client.review.answer({ cardId, grade: 3, now: now + 900 * DAY })
          const { changed } = await client.review.bringBack({ now: now + 100 * MINUTE })
          expect(changed).toBeGreaterThan(0)
          if (day % 20 === 17) await client.history.undo()
          else if (day % 20 === 7) await client.review.answer({ cardId, grade: 2, now: now + 120 * MINUTE })
        }
        if (day % 11 === 3) await client.memory.reschedule({ now })
      }
      expect(findWrongMemories(join(dir, 'library.db'))).toEqual({ wrong: [], cards: 16 })
    } finally {
      await own.core.close()
      rmSync(dir, { recursive: true, force: true })
    }
  })
})

function findWrongMemories(file: string): { wrong: unknown[]; cards: number } {
  const db = new Database(file, { readonly: true })
  try {
    const cards = db
      .prepare(
        `SELECT id, created_at_ms AS createdAtMs, state AS stage, due_at_ms AS dueAtMs, stability, difficulty,
           scheduled_days AS scheduledDays, learning_steps AS learningSteps, reps, reviews, lapses,
           last_review_at_ms AS lastReviewAtMs FROM card WHERE deleted_at_ms IS NULL`,
      )
      .all() as { id: string; createdAtMs: number }[]
    const log = db.prepare(
      `SELECT kind, grade, reviewed_at_ms AS reviewedAtMs, elapsed_days AS elapsedDays, state_after AS stageAfter,
         step_after AS stepAfter, scheduled_days AS scheduledDays, due_at_ms AS dueAtMs
       FROM review WHERE card_id = ? AND deleted_at_ms IS NULL ORDER BY seq`,
    )
    const wrong = cards.filter(({ id, createdAtMs, ...stored }) => {
      const rebuilt = foldLog(createdAtMs, log.all(id) as LogEntry[], defaultParameters)
      return Object.entries(stored).some(([name, value]) => rebuilt[name as keyof typeof rebuilt] !== value)
    })
    return { wrong, cards: cards.length }
  } finally {
    db.close()
  }
}
