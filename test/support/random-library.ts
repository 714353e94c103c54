import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Library } from '#electron/store/open.ts'
import { listKeptTables } from '#electron/store/open-folder/kept-tables.ts'
import { createFinder, createInserter, type Row } from '#electron/store/open-folder/rows.ts'

/** Words as people type them and as they never would: every script, controls, line ends, look-alikes of our own marks. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\r\n',
    ' two  spaces ',
    '=1+1',
    '<!-- end of note 01900000-0000-7000-8000-000000000001 -->',
    '\\<!-- note 01900000-0000-7000-8000-000000000001 -->',
    '---\ntitle: x\n---',
    '```\nopen',
    '\ufeffmark',
    'שלום עולם',
    '你好，世界',
    '👩‍👩‍👧 e\u0301',
    '{"$":1}',
    '\u0000\u001f',
  ),
)
const someText = anyText.map((text) => text || 'x')
const time = fc.integer({ min: 1_000_000_000_000, max: 4_102_444_800_000 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const real = fc.double({ min: 0, max: 36_500, noNaN: true })

/** What each table may hold; what refers to another names it by its place among those made. */
export const libraryPlan = fc.record({
  articles: fc.array(
    fc.record({
      title: anyText,
      text: someText,
      source: maybe(anyText),
      day: maybe(fc.constantFrom('2014-09-15', '1999-01-01')),
      at: time,
      isGone: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  marks: fc.array(
    fc.record({
      of: fc.nat(9),
      note: anyText,
      isPlaced: fc.boolean(),
      category: fc.nat(7),
      tags: fc.array(fc.nat(5), { maxLength: 3 }),
      at: time,
      isGone: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  tags: fc.uniqueArray(someText, { minLength: 1, maxLength: 5, selector: (name) => name.toLowerCase() }),
  cards: fc.array(
    fc.record({
      of: maybe(fc.nat(9)),
      mark: maybe(fc.nat(9)),
      front: someText,
      back: anyText,
      isCloze: fc.boolean(),
      state: fc.integer({ min: 0, max: 3 }),
      stability: real,
      tags: fc.array(fc.nat(5), { maxLength: 2 }),
      answers: fc.array(
        fc.record({
          grade: fc.integer({ min: 1, max: 4 }),
          predicted: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
          isGone: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      at: time,
      isGone: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  settings: fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
  deckName: someText,
  picture: maybe(fc.uint8Array({ minLength: 1, maxLength: 64 })),
})
export type LibraryPlan = typeof libraryPlan extends fc.Arbitrary<infer Plan> ? Plan : never

const idOf = (kind: number, index: number) => `0190000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`
const sha = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** Fills an empty library by a plan, past the services: tables take what no screen would. */
export function fillLibrary(library: Library, plan: LibraryPlan): void {
  library.write((db) => {
    const tables = new Map(
      listKeptTables(db).map((table) => [
        table.name,
        { put: createInserter(db, table), find: createFinder(db, table) },
      ]),
    )
    const put = (name: string, row: Row) => tables.get(name)?.put(row)
    const times = (at: number) => ({ created_at_ms: at, updated_at_ms: at + 1 })
    const gone = (isGone: boolean, at: number) => ({ deleted_at_ms: isGone ? at + 2 : null })
    for (let position = 1; position <= 8; position += 1)
      put('category', { id: idOf(1, position), position, name: `Category ${position}`, color: 'yellow', ...times(0) })
    for (const [index, name] of plan.tags.entries()) put('tag', { id: idOf(2, index), name, ...times(0) })
    plan.articles.forEach((one, index) => {
      const id = idOf(3, index)
      put('article', {
        id,
        title: one.title,
        title_key: one.title.slice(0, 80),
        source: one.source,
        folded: one.title,
        published_on: one.day,
        content_sha256: sha(`${index}${one.text}`),
        length_chars: one.text.length,
        word_count: 1,
        ...times(one.at),
        ...gone(one.isGone, one.at),
      })
      put('article_text', { article_id: id, text: one.text })
      put('block', { article_id: id, start: 0, end: one.text.length, kind: 'paragraph', level: null })
    })
    plan.marks.forEach((one, index) => {
      const article = plan.articles[one.of]
      if (!article) return
      const id = idOf(4, index)
      put('annotation', {
        id,
        article_id: idOf(3, one.of),
        start: one.isPlaced ? 0 : null,
        end: one.isPlaced ? article.text.length : null,
        quote: one.isPlaced ? article.text : '',
        prefix: '',
        suffix: '',
        category_id: one.isPlaced ? idOf(1, one.category + 1) : null,
        note: one.note,
        ...times(one.at),
        ...gone(one.isGone, one.at),
      })
      one.tags.forEach((tag, position) => {
        if (plan.tags[tag] !== undefined) put('annotation_tag', { annotation_id: id, tag_id: idOf(2, tag), position })
      })
    })
    plan.cards.forEach((one, index) => {
      const id = idOf(5, index)
      const mark = one.mark !== null ? plan.marks[one.mark] : undefined
      put('card', {
        id,
        kind: one.isCloze ? 'cloze' : 'basic',
        front: one.isCloze ? `{{c1::${one.front}}}` : one.front,
        back: one.back,
        article_id: one.of !== null && plan.articles[one.of] ? idOf(3, one.of) : null,
        annotation_id: one.mark !== null && mark && plan.articles[mark.of] ? idOf(4, one.mark) : null,
        state: one.state,
        due_at_ms: one.at + 5,
        stability: one.state === 0 ? 0 : Math.max(0.01, one.stability),
        difficulty: one.state === 0 ? 0 : 5.5,
        scheduled_days: one.state === 2 ? 3 : 0,
        reps: one.answers.length,
        ...times(one.at),
        ...gone(one.isGone, one.at),
      })
      one.tags.forEach((tag, position) => {
        if (plan.tags[tag] !== undefined) put('card_tag', { card_id: id, tag_id: idOf(2, tag), position })
      })
      for (const [number, answer] of one.answers.entries())
        put('review', {
          id: idOf(6, index * 10 + number),
          card_id: id,
          kind: 'answer',
          grade: answer.grade,
          reviewed_at_ms: one.at + number * 60_000,
          duration_ms: 1200,
          day: 20_000 + number,
          deck_id: '00000000-0000-7000-8000-000000000001',
          elapsed_days: number,
          predicted: answer.predicted,
          state_before: number === 0 ? 0 : 2,
          state_after: 2,
          step_after: 0,
          scheduled_days: number + 1,
          stability: one.stability,
          difficulty: 5,
          due_at_ms: one.at + (number + 1) * 86_400_000,
          effects: null,
          ...times(one.at),
          ...gone(answer.isGone, one.at),
        })
    })
    for (const [key, value] of Object.entries(plan.settings))
      put('setting', { key, value: JSON.stringify(value), updated_at_ms: 7 })
    put('deck', {
      id: idOf(7, 1),
      name: plan.deckName,
      position: -1,
      rule_kind: 'tag',
      rule_value: plan.tags[0] ?? '',
      options: '{}',
      deadline_on: '2030-01-01',
      deadline_share: 0.9,
      plan: null,
      ...times(1),
    })
    if (plan.picture)
      put('picture', {
        sha256: sha(plan.picture),
        media_type: 'image/png',
        bytes: Buffer.from(plan.picture),
        ...times(1),
      })
  })
}
