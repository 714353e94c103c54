import { join } from 'node:path'
import type { openTestCore } from './open-test-core.ts'

type Client = ReturnType<typeof openTestCore>['client']

/** The smallest picture that is one. */
export const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const TEXT = `Bo Li, the president of Arvenia, met 30 ministers in Paris on Monday. They spoke of the river for two days.

“The water is ours,” said Bo Li. About 12,000 people live by the river, the River Post said.`

/** Fills a library with one of everything that a person can make in it. */
export async function furnishLibrary({ client, core, time }: ReturnType<typeof openTestCore>) {
  const { articleId } = await client.article.importText({ text: TEXT, title: 'Dam talks', date: '2014-09-15' })
  await core.importPaths([join(import.meta.dirname, '../fixtures/river-accord.txt')])
  await core.settled()
  const mark = await client.annotation.add({
    articleId,
    start: 0,
    end: 30,
    category: 2,
    note: 'Who is *he*?\n\n```\nan open fence\n<!-- end of note nobody -->',
    tags: ['people', 'später'],
  })
  await client.annotation.add({ articleId, start: 35, end: 66, category: 1 })
  await client.annotation.add({ articleId, note: 'On the whole: see below.', tags: ['people'] })
  const { sha256 } = await client.picture.add({ file: new File([TINY_PNG], 'dot.png', { type: 'image/png' }) })
  const card = await client.card.create({
    front: `Who met *30* ministers? ![dot](picture:${sha256})`,
    back: '=Bo Li & <b>no one</b>',
    articleId,
    start: 0,
    end: 5,
    annotationId: mark.id,
    tags: ['river talks'],
  })
  await client.card.create({ kind: 'reversed', front: 'dam', back: 'barrage' })
  await client.card.create({ kind: 'cloze', front: '{{c1::Bo Li}} met {{c2::30::how many}}', back: 'In Paris' })
  for (const grade of [3, 1, 4] as const) {
    time.nowMs += 86_400_000
    await client.review.answer({ cardId: card.id, grade })
  }
  await client.deck.create({
    rule: { kind: 'tag', value: 'river talks' },
    name: 'River',
    options: {},
    deadline: { on: '2030-01-02', share: 0.9 },
  })
  const category = (await client.category.list())[1]
  if (category) await client.category.rename({ categoryId: category.id, name: 'Open question' })
  await client.settings.set({ theme: 'sepia', dayStartsAtHour: 5 })
  const { items } = await client.entity.list({ kind: 'person', limit: 10 })
  const person = items.find(({ name }) => name.includes('Li'))
  if (person) await client.correction.add({ kind: 'rename', entityId: person.id, name: 'Li Bo' })
  const suggestion = (await client.suggestion.list({ limit: 1 })).items[0]
  if (suggestion) await client.suggestion.dismiss({ suggestionId: suggestion.id })
  await core.settled()
  return { articleId, mark, card, sha256 }
}

/** What a client gives of a library, to be held against another. */
export async function describeLibrary(client: Client) {
  const [articles, marks, cards, decks, categories, corrections, settings] = [
    await client.article.list({ limit: 200, sort: 'title' }),
    await client.annotation.list({ limit: 200 }),
    await client.card.list({ limit: 200 }),
    await client.deck.list({ now: 0 }),
    await client.category.list(),
    await client.correction.list({ limit: 200 }),
    await client.settings.get(),
  ]
  return { articles, marks, cards, decks, categories, corrections, settings }
}
