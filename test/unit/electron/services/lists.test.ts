import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/domain/ids.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const DAYS = ['2014-09-15', '2014-09-15', undefined, '2015-01-02', undefined, '2014-09-15']
const LONG = 'ł'.repeat(900)

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
  readonly total: number
}

let test: ReturnType<typeof openTestCore>
const articleIds: ArticleId[] = []
beforeAll(async () => {
  test = openTestCore(Date.UTC(2026, 0, 5, 12))
  for (const [n, date] of DAYS.entries()) {
    const text = `John Kerry met ${n} envoys of the CIA in Paris. About ${n + 2} soldiers and ${n + 7} tanks left Iraq.`
    const title = n % 2 ? `${LONG}${n}` : 'The same title'
    const { articleId } = await test.client.article.importText({ text, title, ...(date && { date }) })
    articleIds.push(articleId)
    for (const start of [0, 0, 5]) await test.client.annotation.add({ articleId, start, end: 10 })
    await test.client.annotation.add({ articleId, note: 'on the whole' })
    await test.client.card.create({ front: `q ${n}`, back: 'a', articleId })
    if (n % 3 === 0) await test.client.article.setPosition({ articleId, position: 0, progress: 1 })
  }
  const [gone] = articleIds.splice(1, 1)
  if (gone) await test.client.article.delete({ articleIds: [gone] })
})
afterAll(() => test.core.close())

async function everyPage(list: (page: { limit: number; cursor?: string }) => Promise<Page>, limit: number) {
  const items: unknown[] = []
  let total = 0
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ limit, ...(cursor && { cursor }) })
    items.push(...page.items)
    ;({ nextCursor: cursor, total } = page)
  }
  return { items, total }
}

describe('a list', () => {
  const withMentions = async (page: { limit: number; cursor?: string }) => {
    const [kerry] = (await test.client.entity.list({ query: 'john kerry', limit: 1 })).items
    if (!kerry) throw new Error('No John Kerry was found.')
    return { ...(await test.client.entity.mentions({ entityId: kerry.id, ...page })), total: kerry.mentionCount }
  }
  const lists: [string, (page: { limit: number; cursor?: string }) => Promise<Page>][] = [
    ...(['imported', 'opened', 'published', 'title'] as const).map(
      (sort) => [`article by ${sort}`, (p) => test.client.article.list({ sort, ...p })] as (typeof lists)[number],
    ),
    ...(['all', 'unread', 'read', 'reading'] as const).map(
      (state) => [`article, ${state}`, (p) => test.client.article.list({ state, ...p })] as (typeof lists)[number],
    ),
    ['article with words', (p) => test.client.article.list({ query: 'SAME', ...p })],
    ...(['mentions', 'articles', 'name'] as const).flatMap((sort) => [
      [`entity by ${sort}`, (p) => test.client.entity.list({ sort, ...p })] as (typeof lists)[number],
      [
        `entity of an article by ${sort}`,
        (p) => test.client.entity.list({ sort, ...p, ...(articleIds[0] && { articleId: articleIds[0] }) }),
      ] as (typeof lists)[number],
    ]),
    ['entity, people', (p) => test.client.entity.list({ kind: 'person', ...p })],
    ['entity with words', (p) => test.client.entity.list({ query: 'i', ...p })],
    ['mentions', withMentions],
    ...(['article', 'measures', 'value', 'subject', 'speaker', 'day'] as const).map(
      (sort) => [`figure by ${sort}`, (p) => test.client.figure.list({ sort, ...p })] as (typeof lists)[number],
    ),
    ['figure with words', (p) => test.client.figure.list({ query: 'tanks', ...p })],
    ['annotation', (p) => test.client.annotation.list(p)],
    ['annotation with words', (p) => test.client.annotation.list({ query: 'whole', ...p })],
    [
      'annotation of an article',
      (p) => test.client.annotation.list({ ...p, ...(articleIds[0] && { articleId: articleIds[0] }) }),
    ],
    ['suggestion', (p) => test.client.suggestion.list(p)],
    ['card', (p) => test.client.card.list(p)],
    ['card with words', (p) => test.client.card.list({ query: 'q', ...p })],
  ]

  it.each(lists)('gives each row once and in one order, whatever the size of its pages: %s', async (_, list) => {
    const whole = await everyPage(list, 200)
    expect(whole.total).toBe(whole.items.length)
    for (const limit of [1, 2, 3, 7]) expect(await everyPage(list, limit)).toEqual(whole)
  })

  it('holds something in nearly every case', async () => {
    const sizes = await Promise.all(lists.map(async ([name, list]) => [name, (await everyPage(list, 200)).total]))
    expect(sizes.filter(([, total]) => total === 0)).toEqual([['article, reading', 0]])
  })
})
