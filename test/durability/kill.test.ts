// The built host, killed at random moments while it is written to from four sides.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import {
  clientOf,
  createRandom,
  type DossierClient,
  findFaults,
  IS_LONG,
  readLibrary,
} from '#test/support/durability.ts'
import { ENDED_WELL, startServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'

const ROUNDS = IS_LONG ? 200 : 10
const SEED = 20_260_302
/** Marks, removals of marks, articles, cards with their answers: one call of each side is under way at a time. */
const SIDES = 4

/** What the host confirmed. */
interface Acknowledged {
  readonly marks: Set<string>
  readonly removed: Set<string>
  readonly articles: Set<string>
  readonly cards: Set<string>
  /** Cards that were answered. */
  readonly answered: Set<string>
}

beforeAll(() => buildWhenStale(join(import.meta.dirname, '../..')))

/** Calls until the host is gone, which one side hears and tells the others. */
async function untilGone(gone: AbortController, call: (turn: number) => Promise<void>): Promise<void> {
  for (let turn = 1; !gone.signal.aborted; turn++) {
    try {
      await call(turn)
    } catch {
      gone.abort()
    }
  }
}

async function putUnderLoad(client: DossierClient, articleId: string, done: Acknowledged): Promise<void> {
  const removable: string[] = []
  const gone = new AbortController()
  await Promise.all([
    untilGone(gone, async (turn) => {
      const { id } = await client.annotation.add({ articleId, start: turn, end: turn + 5, note: `Note ${turn}` })
      done.marks.add(id)
      removable.push(id)
    }),
    untilGone(gone, async () => {
      const id = removable.shift()
      if (id === undefined) return setTimeout(2)
      await client.annotation.remove({ annotationIds: [id] })
      done.removed.add(id)
    }),
    untilGone(gone, async (turn) => {
      const text = `Anna Reed met the council on day ${turn}.\n\n${'The river rose and fell again. '.repeat(40)}`
      done.articles.add((await client.article.importText({ text: `${text}${Math.random()}` })).articleId)
    }),
    untilGone(gone, async (turn) => {
      const { id } = await client.card.create({ kind: 'basic', front: `Who met on day ${turn}?`, back: 'Anna Reed' })
      done.cards.add(id)
      await client.review.answer({ cardId: id, grade: 3 })
      done.answered.add(id)
    }),
  ])
}

it(`keeps all that it confirmed, and nothing by halves, over ${ROUNDS} kills`, { timeout: 1_200_000 }, async () => {
  const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-durability-'))
  const random = createRandom(SEED)
  const done: Acknowledged = {
    marks: new Set(),
    removed: new Set(),
    articles: new Set(),
    cards: new Set(),
    answered: new Set(),
  }
  let serve = await startServe(libraryDir)
  const text = 'Words to be marked, one after the other. '.repeat(2_000)
  const { articleId } = await clientOf(serve).article.importText({ text, title: 'To be marked' })
  done.articles.add(articleId)
  for (let round = 1; round <= ROUNDS; round++) {
    const load = putUnderLoad(clientOf(serve), articleId, done)
    const afterMs = Math.floor(3 + random() ** 2 * 500)
    await setTimeout(afterMs)
    await serve.stop('SIGKILL')
    await load
    const when = `round ${round}, killed after ${afterMs} ms`
    expect(findFaults(libraryDir), when).toEqual([])
    expect(compare(libraryDir, done), when).toEqual({ lost: [], notRemoved: [], tooMany: 0 })
    serve = await startServe(libraryDir)
  }
  console.log(
    `killed ${ROUNDS} times (seed ${SEED}): ${done.articles.size} articles, ${done.marks.size} marks, ` +
      `${done.removed.size} removals, ${done.cards.size} cards and ${done.answered.size} answers were confirmed, and all are there`,
  )
  expect(done.marks.size).toBeGreaterThan(ROUNDS / 2)
  // Proof that there was a load; how much of it fits in is up to the machine.
  expect(done.articles.size).toBeGreaterThan(2)
  expect(done.answered.size).toBeGreaterThan(2)
  expect((await clientOf(serve).history.state()).undo).not.toBeNull()
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  expect(findFaults(libraryDir)).toEqual([])
  rmSync(libraryDir, { recursive: true })
})

/** What the file lacks of what was confirmed, and how much more it holds than calls were under way in all rounds. */
function compare(libraryDir: string, done: Acknowledged) {
  return readLibrary(libraryDir, (db) => {
    const idsOf = (sql: string) => new Set(db.prepare(sql).pluck().all() as string[])
    const marks = idsOf('SELECT id FROM annotation')
    const removed = idsOf('SELECT id FROM annotation WHERE deleted_at_ms IS NOT NULL')
    const articles = idsOf('SELECT id FROM article WHERE deleted_at_ms IS NULL')
    const cards = idsOf('SELECT id FROM card')
    const answered = idsOf('SELECT card_id FROM review')
    const lost = [
      ...without(done.marks, marks),
      ...without(done.articles, articles),
      ...without(done.cards, cards),
      ...without(done.answered, answered),
    ]
    const notRemoved = without(done.removed, removed)
    // Each of the calls under way may have been stored with its answer on the way.
    const extra = [
      ...without(marks, done.marks),
      ...without(removed, done.removed),
      ...without(articles, done.articles),
      ...without(cards, done.cards),
      ...without(answered, done.answered),
    ].length
    for (const id of marks) done.marks.add(id)
    for (const id of removed) done.removed.add(id)
    for (const id of articles) done.articles.add(id)
    for (const id of cards) done.cards.add(id)
    for (const id of answered) done.answered.add(id)
    return { lost, notRemoved, tooMany: Math.max(0, extra - SIDES) }
  })
}

function without(all: ReadonlySet<string>, those: ReadonlySet<string>): string[] {
  return [...all].filter((id) => !those.has(id))
}
