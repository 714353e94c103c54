// What goes out as JSON-LD or as an Anki package comes in again, by the very importers a person uses.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markdownToHtml } from '#electron/formats/export/markdown-to-html.ts'
import type { ExportFormat } from '#shared/contract/export.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

/** `npm run test:roundtrip` tries three hundred: all go into one library, which grows and takes longer with each. */
const RUNS = Math.min(300, Number(process.env.DOSSIER_ROUND_TRIPS ?? 12))
const SEED = 20_261_127
const MAX_MS = 60_000 + RUNS * 1500
const NOW_MS = Date.UTC(2026, 2, 2, 10)
const DAY_MS = 86_400_000

let home: ReturnType<typeof openTestCore>
let away: ReturnType<typeof openTestCore>
beforeAll(() => {
  home = openTestCore(NOW_MS)
  away = openTestCore(NOW_MS)
})
afterAll(async () => {
  for (const { core, failures } of [home, away]) {
    await core.close()
    expect(failures).toEqual([])
  }
})

type Client = typeof home.client
/** Each case has texts and tags of its own. */
let run = 0

async function exportAs(
  client: Client,
  format: ExportFormat,
  scope: { articleIds?: ArticleId[]; tag?: string },
): Promise<File> {
  const events = await collect(client.export.run({ format, ...scope }))
  const last = events.at(-1)
  if (last?.type !== 'file') throw new Error('no file')
  const file = await client.export.file({ fileId: last.fileId })
  return new File([await file.arrayBuffer()], last.name)
}

/** Brings a file in and stores all of it; gives the rows of the preview. */
async function bringIn(client: Client, file: File) {
  const { intakeId } = await client.intake.open()
  const rows = (await collect(client.intake.read({ intakeId, files: [file] }))).flatMap((event) =>
    event.type === 'rows' ? event.rows : [],
  )
  await collect(client.intake.store({ intakeId, rowIds: rows.map(({ rowId }) => rowId) }))
  await client.intake.close({ intakeId })
  return rows
}

const word = fc.constantFrom('river', 'dam', 'the', 'Bo Li', '30', 'ministers', '🌊', 'שלום', 'été', 'said', 'on')
const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `${words.join(' ')}.`)
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '*said* twice',
    '# no heading',
    '- a\n- b\n\n1. c',
    '<b>bold</b> & more',
    '"quoted", so',
    'a\nb\n\nc',
    '`x` [y](https://example.org/)',
  ),
)
const note = words.map((text) => text.trim())
const tag = fc.constantFrom('people', 'später', 'to read', 'a/b')
const tags = fc.uniqueArray(tag, { maxLength: 3 })

const marksPlan = fc.record({
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 5 }),
  marks: fc.array(
    fc.record({
      from: fc.nat(400),
      length: fc.integer({ min: 1, max: 80 }),
      note: fc.option(note, { nil: '' }),
      tags,
      category: fc.integer({ min: 1, max: 8 }),
    }),
    { maxLength: 6 },
  ),
  remarks: fc.array(fc.record({ note: note.filter((text) => text !== ''), tags }), { maxLength: 2 }),
})

/** The marks of an article as a person sees them. */
async function marksOf(client: Client, articleId: ArticleId) {
  const categories = new Map((await client.category.list()).map(({ id, name }) => [id, name]))
  const { items } = await client.annotation.list({ articleId, limit: 200 })
  return items
    .map(({ start, end, quote, note, tags, categoryId, createdAtMs, updatedAtMs, anchor }) => ({
      start,
      end,
      quote,
      note: note.trim(),
      tags,
      category: start === null ? null : categories.get(categoryId ?? ('' as never)),
      createdAtMs,
      updatedAtMs,
      anchor,
    }))
    .sort((a, b) => a.createdAtMs - b.createdAtMs)
}

describe('marks that went out as W3C Web Annotation', () => {
  it(
    'come in again in another library, each in its place, and a second time none is new',
    async () => {
      await fc.assert(
        fc.asyncProperty(marksPlan, async (plan) => {
          const title = `Report ${++run}`
          const text = `${title} on the water.\n\n${plan.paragraphs.join('\n\n')}`
          const { articleId } = await home.client.article.importText({ text, title })
          const { text: kept } = await home.client.article.get({ articleId })
          for (const { from, length, ...mark } of plan.marks) {
            const start = from % Math.max(1, kept.length - 1)
            await home.client.annotation.add({ articleId, start, end: Math.min(kept.length, start + length), ...mark })
          }
          for (const remark of plan.remarks) await home.client.annotation.add({ articleId, ...remark })
          const file = await exportAs(home.client, 'json-ld', { articleIds: [articleId] })
          const there = await away.client.article.importText({ text, title })
          if (plan.marks.length + plan.remarks.length === 0) return
          const expected = await marksOf(home.client, articleId)
          await bringIn(away.client, file)
          expect(await marksOf(away.client, there.articleId)).toEqual(expected)
          expect((await bringIn(away.client, file)).map(({ state }) => state)).toEqual(['same'])
          expect(await marksOf(away.client, there.articleId)).toEqual(expected)
        }),
        { seed: SEED, numRuns: RUNS },
      )
    },
    MAX_MS,
  )
})

const side = note.filter((text) => text.trim() !== '' && !text.includes('{{'))
const cardsPlan = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('basic' as const),
      typed: fc.boolean(),
      front: side,
      back: side,
      tags,
      answers: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
      isSuspended: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('reversed' as const),
      typed: fc.constant(false),
      front: side,
      back: side,
      tags,
      answers: fc.constant([3]),
      isSuspended: fc.constant(false),
    }),
    fc.record({
      kind: fc.constant('cloze' as const),
      typed: fc.constant(false),
      front: fc.tuple(side, word, word).map(([text, a, b]) => `${text} {{c1::${a}}} and {{c2::${b}::how many}}`),
      back: fc.oneof(side, fc.constant('')),
      tags,
      answers: fc.constant([3, 1]),
      isSuspended: fc.constant(false),
    }),
  ),
  { minLength: 1, maxLength: 5 },
)

/** All cards as a person sees them: what their Markdown shows, not how it is written; and how each is scheduled. */
async function cardsOf(client: Client, tag: string) {
  const { items } = await client.card.list({ tag, limit: 200 })
  return items
    .map((card) => {
      const { kind, part, typed, tags, suspended, state, reps, lapses } = card
      const shown = (markdown: string) => markdownToHtml(markdown).replace(/\s+/g, ' ')
      const sides = { front: shown(card.front), back: shown(card.back) }
      // Anki counts the days of a card in review from the day that its collection began.
      const schedule = {
        state,
        reps,
        lapses,
        stability: card.stability.toFixed(3),
        day: Math.round(card.dueAtMs / DAY_MS),
      }
      return { kind, part, typed, ...sides, tags, suspended, ...(state === 'new' ? { state } : schedule) }
    })
    .map((card) => JSON.stringify(card))
    .sort()
}

describe('cards that went out as an Anki package', () => {
  it(
    'come in again in another library with words, tags, schedule and answers, and a second time none is new',
    async () => {
      // Anki has no spaces in tags: they come back where there is a tag that has them.
      await away.client.card.create({ front: 'a', back: 'b', tags: ['to read'] })
      await fc.assert(
        fc.asyncProperty(cardsPlan, async (plan) => {
          const own = `run-${++run}`
          const { articleId } = await home.client.article.importText({
            text: `The river rose ${run} times.`,
            source: 'Post',
          })
          for (const { answers, isSuspended, ...card } of plan) {
            const made = await home.client.card.create({
              ...card,
              tags: [...card.tags, own],
              articleId,
              start: 0,
              end: 9,
            })
            for (const [at, grade] of answers.entries())
              await home.client.review.answer({ cardId: made.id, grade: grade as 1, now: NOW_MS + (at + 1) * DAY_MS })
            if (isSuspended) await home.client.card.suspend({ cardId: made.id })
          }
          const file = await exportAs(home.client, 'anki', { tag: own })
          await bringIn(away.client, file)
          expect(await cardsOf(away.client, own)).toEqual(await cardsOf(home.client, own))
          for (const { client } of [away, home])
            expect((await bringIn(client, file)).map(({ state }) => state)).toEqual(['same'])
        }),
        { seed: SEED, numRuns: RUNS },
      )
    },
    MAX_MS,
  )
})
