import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { openBenchCore } from './bench-core.ts'
import { formatTable, measure, summarize } from './sample.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    cards: { type: 'string', default: '200000' },
    answers: { type: 'string', default: '5000000' },
  },
})
const CARDS = Number(values.cards)
const ANSWERS = Number(values.answers)
const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 26, 9)
const REST = '00000000-0000-7000-8000-000000000001'

/** Cards and a log as ten years of study leave them, written straight into the file. */
function fill(file: string): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.function('fold', { deterministic: true }, (text) => String(text).toLowerCase())
  const card = db.prepare(
    `INSERT INTO card (id, kind, front, back, state, due_at_ms, stability, difficulty, scheduled_days, reps, reviews,
       lapses, last_review_at_ms, created_at_ms, updated_at_ms)
     VALUES (@id, 'basic', @front, 'Answer', @state, @dueAtMs, @stability, @difficulty, @days, @reps, @reps, @lapses,
       @lastAtMs, @createdAtMs, @createdAtMs)`,
  )
  const entry = db.prepare(
    "INSERT INTO search_entry (kind, ref_id, title, body, folded) VALUES ('card', ?, ?, 'Answer', ?)",
  )
  const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
  const each = Math.floor(ANSWERS / (CARDS * 0.9))
  for (let at = 0; at < CARDS; at += 5000)
    db.transaction(() => {
      for (let n = at; n < Math.min(CARDS, at + 5000); n++) {
        const isNew = n % 10 === 0
        const days = 1 + ((n * 7919) % 400)
        const lastAtMs = NOW - (days - 1 - ((n * 31) % Math.max(1, days))) * DAY_MS
        const [id, front] = [idOf(n + 2), `Question ${n} about the subject number ${n % 977}`]
        card.run({
          id,
          front,
          state: isNew ? 0 : 2,
          dueAtMs: isNew ? NOW - n : NOW + ((n * 7919) % 365) * DAY_MS - (n % 40 === 1 ? 370 * DAY_MS : 0),
          stability: isNew ? 0 : days,
          difficulty: isNew ? 0 : 1 + (n % 90) / 10,
          days: isNew ? 0 : days,
          reps: isNew ? 0 : each,
          lapses: isNew ? 0 : n % 6,
          lastAtMs: isNew ? null : lastAtMs,
          createdAtMs: NOW - (n % 3650) * DAY_MS - n,
        })
        entry.run(id, front, front.toLowerCase())
      }
    })()
  fillLog(db, each)
  db.exec('ANALYZE')
  db.close()
}

/** The totals are added up once at the end: five million answers, one by one, take many minutes. */
function fillLog(db: Database.Database, each: number): void {
  const trigger = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'review_comes'").pluck().get() as string
  db.exec('DROP TRIGGER review_comes')
  db.prepare(
    `INSERT INTO review (id, card_id, grade, reviewed_at_ms, duration_ms, day, deck_id, elapsed_days, predicted,
       state_before, state_after, step_after, scheduled_days, stability, difficulty, due_at_ms, created_at_ms, updated_at_ms)
     WITH RECURSIVE turn (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turn WHERE n + 1 < @each)
     SELECT c.rowid || ' ' || turn.n, c.id, iif((c.rowid + turn.n) % 9 = 0, 1, 3),
       CAST(@now - ((c.rowid * 13 + turn.n * 137) % 3650) * 86400000 AS INTEGER), 7000,
       CAST((@now - ((c.rowid * 13 + turn.n * 137) % 3650) * 86400000) / 86400000 AS INTEGER), '${REST}', turn.n * 3,
       iif(turn.n = 0, NULL, 0.7 + ((c.rowid + turn.n) % 30) / 100.0), iif(turn.n = 0, 0, 2), 2, 0, 10, 20, 5, @now, @now, @now
     FROM card c CROSS JOIN turn WHERE c.state = 2`,
  ).run({ each, now: NOW })
  db.exec(`INSERT INTO day_stat (day, deck_id, answers, new_cards, again, good, reviews, recalled, duration_ms)
      SELECT day, deck_id, count(*), sum(state_before = 0), sum(grade = 1), sum(grade = 3), sum(state_before = 2),
        sum(state_before = 2 AND grade > 1), sum(duration_ms) FROM review GROUP BY day, deck_id;
    INSERT INTO recall_stat (bin, answers, recalled, predicted)
      SELECT CAST(predicted * 20 AS INTEGER), count(*), sum(grade > 1), sum(predicted) FROM review
      WHERE predicted IS NOT NULL GROUP BY 1;
    ${trigger}`)
}

const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
try {
  await openBenchCore(dir).core.close()
  fill(join(dir, 'library.db'))
  const { core, client } = openBenchCore(dir)
  await client.settings.set({ newCardsPerDay: 9999, reviewsPerDay: 99_999 })
  let cardId = ''
  const samples = [
    await measure({ name: 'next card', runs: 200, warmUps: 5, budgetMs: 10 }, async (run) => {
      const beganMs = performance.now()
      const next = await client.review.next({ now: NOW + run })
      const tookMs = performance.now() - beganMs
      cardId = next?.id ?? cardId
      await client.review.answer({ cardId, grade: 3, now: NOW + run })
      return tookMs
    }),
    await measure({ name: 'counts', runs: 200, warmUps: 5, budgetMs: 10 }, () => client.review.counts({ now: NOW })),
    await measure({ name: 'answer stored', runs: 200, warmUps: 5, budgetMs: 20 }, async (run) => {
      const next = await client.review.next({ now: NOW + run })
      const beganMs = performance.now()
      await client.review.answer({ cardId: next?.id ?? cardId, grade: 3, now: NOW + run })
      return performance.now() - beganMs
    }),
    await measure({ name: 'answer to next card', runs: 100, warmUps: 5, budgetMs: 50 }, async (run) => {
      await client.review.answer({ cardId, grade: 3, now: NOW + run })
      cardId = (await client.review.next({ now: NOW + run }))?.id ?? cardId
    }),
    await measure({ name: 'statistics page', runs: 20, warmUps: 1, budgetMs: 500 }, async () => {
      await client.stats.overview({ now: NOW })
      await client.stats.cards({ now: NOW })
    }),
    await measure({ name: 'cards browser opens', runs: 30, warmUps: 1, budgetMs: 200 }, () =>
      client.card.browse({ limit: 100, now: NOW }),
    ),
    await measure({ name: 'cards browser, any place', runs: 30, warmUps: 1, budgetMs: 200 }, (run) =>
      client.card.browse({ limit: 100, offset: (run * 6551) % CARDS, sort: 'stability', now: NOW }),
    ),
    await measure({ name: 'cards browser, words', runs: 20, warmUps: 1, budgetMs: 200 }, (run) =>
      client.card.browse({ filter: { query: `number ${run}`, state: 'all' }, limit: 100, now: NOW }),
    ),
  ]
  await core.close()
  const summaries = samples.map(summarize)
  if (values.json) console.log(JSON.stringify({ node: process.version, cards: CARDS, answers: ANSWERS, summaries }))
  else console.log(formatTable(summaries))
} finally {
  rmSync(dir, { recursive: true, force: true })
}
