import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AsOf } from '#shared/contract/entity.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const ROLES = ['Foreign Minister', 'Prime Minister', 'Governor', 'President']
const OTHERS = ['Ivo Brand', 'Mara Lind', 'Peter Ohlsson', 'Greta Nyman', 'Tomas Vrba']
const DAY_MS = 86_400_000
const START_MS = Date.UTC(2026, 0, 5, 12)

let test: ReturnType<typeof openTestCore>
const articles: { id: ArticleId; day: string | null; readAtMs: number | null; text: string }[] = []
const ids = new Map<string, EntityId>()

/** Each article has its own role, company, figure and note; only some know the group by its short name. */
function textOf(n: number): string {
  const group = n % 3 === 0 ? 'the Harbour Workers Union (HWU)' : 'the Harbour Workers Union'
  return `${ROLES[n % 4]} Ana Sorel met ${OTHERS[n % 5]} of ${group} in Port Alma.

"We will mend boat number ${n} before the autumn," Ms Sorel said. About ${1000 + n} boats lie in Port Alma, said Ana Sorel.

${n % 3 === 0 ? 'HWU' : 'The Harbour Workers Union'} counts ${2000 + n} members.`
}

const isoDay = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 17 * DAY_MS).toISOString().slice(0, 10)

beforeAll(async () => {
  test = openTestCore(START_MS)
  const { client } = test
  const order = [7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 4, 6]
  for (const n of order) {
    const day = n === 5 ? null : isoDay(n)
    const { articleId: id } = await client.article.importText({
      title: `Report ${n}`,
      text: textOf(n),
      ...(day && { date: day }),
    })
    const { text } = await client.article.get({ articleId: id })
    articles.push({ id, day, readAtMs: null, text })
    await client.annotation.add({ articleId: id, start: 0, end: text.indexOf(' met '), note: `Seen in ${n}` })
  }
  for (const [index, article] of articles.entries()) {
    if (index % 4 === 3) continue
    test.time.nowMs = START_MS + (index + 1) * 3 * DAY_MS
    article.readAtMs = test.time.nowMs
    await client.article.setPosition({ articleId: article.id, position: 0, progress: 0.5 })
  }
  // Opened again later: what was known before stays known.
  test.time.nowMs = START_MS + 90 * DAY_MS
  const [first] = articles
  if (first) await client.article.setPosition({ articleId: first.id, position: 0, progress: 1 })
  for (const name of ['Ana Sorel', 'Harbour Workers Union', 'Port Alma']) {
    const { items } = await client.entity.list({ query: name, limit: 10 })
    const entity = items.find((item) => item.name.replace(/^the /i, '') === name)
    if (!entity) throw new Error(`${name} was not found among ${items.map((item) => item.name)}.`)
    ids.set(name, entity.id)
    if (name === 'Ana Sorel')
      for (const { id } of articles)
        await client.card.create({ front: 'q', back: 'a', entityId: entity.id, articleId: id })
  }
})
afterAll(() => test.core.close())

/** All that a dossier shows as of then. */
async function wholeDossier(entityId: EntityId, asOf: AsOf | undefined) {
  const part = { entityId, limit: 200, ...(asOf && { asOf }) }
  const { client } = test
  return {
    dossier: await client.entity.get({ entityId, ...(asOf && { asOf }) }),
    mentions: await client.entity.mentions(part),
    quotations: await client.entity.quotations(part),
    figures: await client.figure.list(part),
    notes: await client.entity.notes(part),
    cards: await client.entity.cards(part),
  }
}

function articleIdsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'articleId' ? [String(inner)] : articleIdsIn(inner)))
}

const day = fc.integer({ min: -1, max: 13 }).map(isoDay)
const readingDay = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(START_MS + n * DAY_MS).toISOString().slice(0, 10))
const moment = fc.oneof(
  fc.record({ by: fc.constant('published' as const), day }),
  fc.record({ by: fc.constant('read' as const), day: readingDay }),
)

/** Which articles count, told apart from how the store does it. */
function countsAsOf({ by, day: upTo }: AsOf) {
  if (by === 'published') return articles.filter((article) => article.day !== null && article.day <= upTo)
  const [year = 0, month = 1, date = 1] = upTo.split('-').map(Number)
  const midnight = new Date(year, month - 1, date + 1).getTime()
  return articles.filter((article) => article.readAtMs !== null && article.readAtMs < midnight)
}

describe('a dossier as of a day', () => {
  it('shows nothing that has a later source, and all that has not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids.keys()), moment, async (name, asOf) => {
        const entityId = ids.get(name)
        if (!entityId) throw new Error('no such entity')
        const known = countsAsOf(asOf)
        const knownIds = new Set<string>(known.map(({ id }) => id))
        const then = await wholeDossier(entityId, asOf)
        expect(articleIdsIn(then).filter((id) => !knownIds.has(id))).toEqual([])

        const { dossier } = then
        const words = [dossier.name, dossier.role ?? '', ...dossier.aliases]
        words.push(...dossier.roles.map(({ role }) => role), ...dossier.appearsWith.map((other) => other.name))
        const texts = known.map(({ text }) => text).join('\n')
        expect(words.filter((word) => !texts.includes(word))).toEqual([])

        const now = await wholeDossier(entityId, undefined)
        const still = <Item extends { articleId: string }>(items: readonly Item[]) =>
          items.filter((item) => knownIds.has(item.articleId))
        expect(then.mentions.items).toEqual(still(now.mentions.items))
        expect(then.quotations.items).toEqual(still(now.quotations.items))
        expect(then.figures.items).toEqual(still(now.figures.items))
        expect(then.notes.items).toEqual(still(now.notes.items))
        expect(then.cards.items).toEqual(now.cards.items.filter((card) => knownIds.has(card.evidence.articleId ?? '')))
        expect([dossier.mentionCount, dossier.articleCount, then.figures.total, then.notes.total]).toEqual([
          then.mentions.items.length,
          new Set(then.mentions.items.map(({ articleId }) => articleId)).size,
          then.figures.items.length,
          then.notes.items.length,
        ])
        expect(dossier.roles.reduce((sum, role) => sum + role.count, 0)).toBe(rolesIn(known, name))
      }),
      { numRuns: 60, examples: [['Ana Sorel', { by: 'published', day: '2019-01-01' }]] },
    )
  })

  it('knows a short name only from the day an article uses it', async () => {
    const entityId = ids.get('Harbour Workers Union')
    if (!entityId) throw new Error('no such entity')
    const aliasesOn = async (n: number) =>
      (await test.client.entity.get({ entityId, asOf: { by: 'published', day: isoDay(n) } })).aliases
    await test.client.article.update({
      articleId: articles.find((a) => a.day === isoDay(0))?.id ?? '',
      publishedOn: null,
    })
    expect(await aliasesOn(2)).not.toContain('HWU')
    expect(await aliasesOn(3)).toContain('HWU')
    await test.client.history.undo()
  })
})

/** Roles of Ana Sorel: each text gives her one. */
function rolesIn(known: readonly { text: string }[], name: string): number {
  return name === 'Ana Sorel' ? known.length : 0
}

describe('a dossier', () => {
  it('tells roles over time, each with its first and last passage', async () => {
    const entityId = ids.get('Ana Sorel')
    if (!entityId) throw new Error('no such entity')
    const { roles } = await test.client.entity.get({ entityId })
    expect(roles.map(({ role, count, publishedOn, last }) => [role, count, publishedOn, last.publishedOn])).toEqual([
      ['President', 3, isoDay(3), isoDay(11)],
      ['Governor', 3, isoDay(2), isoDay(10)],
      ['Prime Minister', 3, isoDay(1), isoDay(9)],
      ['Foreign Minister', 3, isoDay(0), isoDay(8)],
    ])
  })

  it('tells who states a figure from whom it is about', async () => {
    const figures = async (name: string) =>
      (await test.client.figure.list({ entityId: ids.get(name), limit: 200 })).items
    const boats = (await figures('Ana Sorel')).filter(({ low }) => low !== null && low < 2000 && low >= 1000)
    expect(boats.map(({ relation }) => relation)).toEqual(Array(12).fill('by'))
    const seenFromPort = (await figures('Port Alma')).filter(({ low }) => low !== null && low < 2000 && low >= 1000)
    expect(new Set(seenFromPort.map(({ relation }) => relation))).not.toContain('by')
  })

  it('holds the notes that lie on it and those that name it', async () => {
    const entityId = ids.get('Ana Sorel')
    if (!entityId) throw new Error('no such entity')
    const [article] = articles
    if (!article) throw new Error('no article')
    const { items: before } = await test.client.entity.notes({ entityId, limit: 200 })
    const end = article.text.length
    await test.client.annotation.add({
      articleId: article.id,
      start: end - 8,
      end,
      note: 'What would *Ana Sorel* say?',
    })
    await test.client.annotation.add({ articleId: article.id, start: end - 8, end, note: 'Ana Sorelli is another.' })
    const { items: after } = await test.client.entity.notes({ entityId, limit: 200 })
    expect(before).toHaveLength(12)
    expect(after.map(({ note }) => note)).toEqual(['What would *Ana Sorel* say?', ...before.map(({ note }) => note)])
  })

  it('tells how well its cards are remembered now', async () => {
    const entityId = ids.get('Ana Sorel')
    if (!entityId) throw new Error('no such entity')
    const { items } = await test.client.entity.cards({ entityId, limit: 5 })
    const [card] = items
    if (!card) throw new Error('no card')
    await test.client.review.answer({ cardId: card.id, grade: 4, now: START_MS + 90 * DAY_MS })
    test.time.nowMs = START_MS + 98 * DAY_MS
    const { total, answered, meanRecall } = await test.client.entity.cards({ entityId, limit: 5 })
    // Easy at first gives a stability of about 8 days: after those, nine of ten are remembered.
    expect([total, answered, meanRecall]).toEqual([12, 1, expect.closeTo(0.9, 1)])
  })
})
