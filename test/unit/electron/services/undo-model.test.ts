import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

type TestClient = ReturnType<typeof openTestCore>['client']

/** What an action may change and undo must bring back; what follows from the texts themselves is left out. */
const tables = [
  'article',
  'category',
  'annotation',
  'annotation_tag',
  'annotation_entity',
  'tag',
  'card',
  'card_tag',
  'suggestion',
  'review',
]
const derived =
  /^(updated_at_ms|deleted_at_ms|extraction|extraction_engine|deck_id|language|entity_count|figure_count)$/

function openModel() {
  const dir = mkdtempSync(join(tmpdir(), 'dossier-undo-'))
  const test = openTestCore(Date.UTC(2026, 0, 5, 12), dir)
  const db = new Database(join(dir, 'library.db'))
  const isOpen = (row: Record<string, unknown>) => row.deleted_at_ms == null && row.state !== 'open'
  return {
    ...test,
    db,
    ids: (sql: string) => db.prepare(sql).pluck().all() as string[],
    /** All rows of all tables that are there for the person. */
    rows: () =>
      tables.flatMap((table) =>
        (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
          .filter(isOpen)
          .map((row) => `${table} ${JSON.stringify(Object.entries(row).filter(([name]) => !derived.test(name)))}`)
          .sort(),
      ),
    async close() {
      db.close()
      await test.core.close()
      rmSync(dir, { recursive: true })
    },
  }
}
type Model = ReturnType<typeof openModel>

const live = 'deleted_at_ms IS NULL'
const words = ['alpha', 'béta', '😀', 'łódź', '"quoted"', 'a\0b', '\ud800', '<b>', "it's"]

/** The one of what a query gives that `n` falls on, or none. */
function chosen(model: Model, sql: string, n: number): string[] {
  const ids = model.ids(`${sql} ORDER BY id`)
  return ids.slice(n % (ids.length + 1), (n % (ids.length + 1)) + 1)
}

async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
  for (const id of ids) await work(id)
}

/** One thing a person can do each; `n` chooses among what there is. */
const deeds: ((model: Model, client: TestClient, n: number) => Promise<unknown>)[] = [
  (_, client, n) =>
    client.article.importText({ text: `Title ${n % 4}\n\nJohn Kerry met 20 envoys in Paris. ${words[n % 9]}` }),
  (_, client, n) =>
    collect(
      client.article.import({ files: [new File([`Head ${n % 5}\n\nSome text.`], 'a.txt'), new File(['x'], 'b')] }),
    ),
  (m, client, n) => each(chosen(m, 'SELECT id FROM article', n), (id) => client.article.delete({ articleIds: [id] })),
  (m, client, n) =>
    each(chosen(m, `SELECT id FROM article WHERE ${live}`, n), (articleId) =>
      client.article.update({ articleId, title: `T ${words[n % 9]}`, source: n % 2 ? null : 'S' }),
    ),
  (_, client) => client.library.addStarter(),
  (_, client) => client.library.removeStarter(),
  (m, client, n) =>
    each(chosen(m, `SELECT id FROM article WHERE ${live} AND length_chars > 6`, n), (articleId) =>
      client.annotation.add({
        articleId,
        start: 0,
        end: 1,
        tags: [words[n % 6] ?? ''],
        category: (n % 8) + 1,
      }),
    ),
  (m, client, n) =>
    each(
      chosen(m, `SELECT id FROM annotation WHERE ${live} AND article_id IN (SELECT id FROM article WHERE ${live})`, n),
      (annotationId) => client.annotation.update({ annotationId, note: words[n % 9], tags: n % 2 ? [] : ['Alpha'] }),
    ),
  (m, client, n) =>
    each(chosen(m, 'SELECT id FROM annotation', n), (id) => client.annotation.remove({ annotationIds: [id] })),
  (_, client, n) => client.card.create({ front: words[n % 9] ?? '', back: 'b', tags: ['alpha'] }),
  (m, client, n) =>
    each(chosen(m, `SELECT id FROM card WHERE ${live}`, n), (cardId) =>
      client.review.answer({ cardId, grade: ((n % 4) + 1) as 1 | 2 | 3 | 4 }),
    ),
  (m, client, n) => each(chosen(m, `SELECT id FROM card WHERE ${live}`, n), (cardId) => client.card.bury({ cardId })),
  (m, client, n) => each(chosen(m, 'SELECT id FROM card', n), (id) => client.card.remove({ cardIds: [id] })),
  (m, client, n) =>
    each(
      chosen(
        m,
        `SELECT id FROM suggestion WHERE state = 'open' AND article_id IN (SELECT id FROM article WHERE ${live})`,
        n,
      ),
      (suggestionId) =>
        n % 3 ? client.suggestion.accept({ suggestionId }) : client.suggestion.dismiss({ suggestionId }),
    ),
]

/** What must hold at every moment: links, search index and totals agree with what is stored. */
function findFaults({ db }: Model): unknown[] {
  for (const index of ['article_fts', 'entry_fts'])
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run()
  const liveIn = `SELECT count(*) FROM mention m JOIN article a ON a.id = m.article_id AND a.${live} WHERE m.entity_id = e.id`
  return [
    db.pragma('foreign_key_check'),
    db.prepare(`SELECT e.name, mention_count FROM entity e WHERE mention_count <> (${liveIn})`).all(),
    db
      .prepare(
        `SELECT * FROM entity_name n WHERE article_count <> (SELECT count(*) FROM entity_alias l
           JOIN article a ON a.id = l.article_id AND a.${live} WHERE l.entity_id = n.entity_id AND l.alias = n.name)`,
      )
      .all(),
    db
      .prepare(
        `SELECT * FROM entity_title t WHERE role_count <> (SELECT count(*) FROM entity_role r
           JOIN article a ON a.id = r.article_id AND a.${live} WHERE r.entity_id = t.entity_id AND r.role = t.role)`,
      )
      .all(),
    db
      .prepare(
        `SELECT deck_id, sum(cards) FROM card_stat GROUP BY 1 HAVING sum(cards) > 0
         EXCEPT SELECT deck_id, count(*) FROM card WHERE ${live} GROUP BY 1`,
      )
      .all(),
    db
      .prepare(
        `SELECT sum(cards), sum(reviews), sum(lapses) FROM card_about HAVING sum(cards) > 0
         EXCEPT SELECT count(*), sum(reviews), sum(lapses) FROM card WHERE ${live}`,
      )
      .all(),
    db
      .prepare(
        `SELECT day, sum(answers), sum(again) FROM day_stat GROUP BY 1 HAVING sum(answers) > 0
         EXCEPT SELECT day, count(*), sum(grade = 1) FROM review WHERE ${live} AND kind = 'answer' GROUP BY 1`,
      )
      .all(),
    db.prepare(`SELECT id FROM article WHERE ${live} AND extraction = 'waiting'`).all(),
    ...(['annotation', 'card'] as const).map((kind) =>
      db
        .prepare(
          `SELECT id FROM ${kind} WHERE (${live}) <> (id IN (SELECT ref_id FROM search_entry WHERE kind = '${kind}'))`,
        )
        .all(),
    ),
  ].flat()
}

/** Undo, redo, or a deed with what it falls on. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
  { weight: 9, arbitrary: fc.tuple(fc.nat(deeds.length - 1), fc.nat(999), fc.boolean()) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Takes a step and says what the rows must be after it: `history` holds them after each action that stands. */
async function take(model: Model, one: Step, history: string[][], at: number): Promise<number> {
  if (typeof one === 'string') {
    const { step: turned } = await model.client.history[one]()
    const to = turned ? at + (one === 'undo' ? -1 : 1) : at
    expect(model.rows()).toEqual(history[to])
    return to
  }
  const [deed, n, isHasty] = one
  const last = () => model.db.prepare("SELECT max(seq) FROM action WHERE state = 'done'").pluck().get()
  const before = last()
  await deeds[deed]?.(model, model.client, n)
  if (!isHasty) await model.core.settled()
  const isAction = last() !== before
  if (isAction) history.splice(at + 1, history.length, model.rows())
  expect(model.rows()).toEqual(history[isAction ? at + 1 : at])
  return isAction ? at + 1 : at
}

describe('undo and redo', () => {
  it('give back exactly what was, in any order of deeds, while texts are searched', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
        const model = openModel()
        try {
          const history = [model.rows()]
          let at = 0
          for (const one of steps) at = await take(model, one, history, at)
          await model.core.settled()
          expect(findFaults(model)).toEqual([])
          expect(model.failures).toEqual([])
        } finally {
          await model.close()
        }
      }),
      { numRuns: 5 },
    )
  })
})
