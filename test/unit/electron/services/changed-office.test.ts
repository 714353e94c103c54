import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const WINTER = `The transport minister, Adrian Calloway, opened the tunnel at Holm on Monday.

His sister Helen Calloway, the leader of the harbour workers, stayed away. Ms Calloway called the tunnel a waste.

Mr Calloway praised the engineers. Calloway took no questions.`
const SPRING = `Trains ran late again, the transport minister Adrian Calloway admitted in Holm.`
const AUTUMN = `Adrian Calloway was sworn in as prime minister on Friday in Holm.

Prime Minister Calloway thanked the railway workers. Helen Calloway sent no greetings.`
const articles = {
  winter: { title: 'Tunnel opens', date: '2024-01-15', text: WINTER },
  spring: { title: 'Late trains', date: '2024-01-22', text: SPRING },
  autumn: { title: 'New cabinet', date: '2024-10-04', text: AUTUMN },
}
type Name = keyof typeof articles

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(Date.UTC(2025, 1, 1))
})
afterEach(() => test.core.close())

const ids = new Map<Name, Awaited<ReturnType<typeof test.client.article.importText>>['articleId']>()
async function importAll(order: readonly Name[]) {
  for (const name of order) ids.set(name, (await test.client.article.importText(articles[name])).articleId)
  await test.core.settled()
}

const people = async () =>
  (await test.client.entity.list({ limit: 50, sort: 'name' })).items
    .filter(({ kind }) => kind === 'person')
    .map(({ name, mentionCount }) => `${name}: ${mentionCount}`)
const named = async (name: string) => {
  const found = (await test.client.entity.list({ limit: 50 })).items.find((one) => one.name === name)
  if (!found) throw new Error(`Nobody is called ${name}.`)
  return found.id
}
const questions = async () => (await test.client.correction.same({ limit: 50 })).items.map(({ reason }) => reason)

/** What each passage of an article names. */
async function mentionsOf(name: Name) {
  const articleId = ids.get(name)
  if (!articleId) throw new Error(`${name} was not imported.`)
  const { text } = await test.client.article.get({ articleId })
  const entities = new Map((await test.client.entity.list({ limit: 50 })).items.map((one) => [one.id, one.name]))
  return (await test.client.entity.inArticle({ articleId })).map(({ start, end, entityId }) => ({
    articleId,
    start,
    end,
    words: text.slice(start, end),
    meant: entities.get(entityId),
  }))
}

/** Says of the last passage of an article that has these words that it names that person. */
async function point(name: Name, words: string, to: string, all = false) {
  const place = (await mentionsOf(name)).findLast((one) => one.words === words)
  if (!place) throw new Error(`${name} has no ${words}.`)
  const { articleId, start, end } = place
  return test.client.correction.add({
    kind: 'mention',
    articleId,
    start,
    end,
    entityId: await named(to),
    as: 'person',
    name: to,
    all,
  })
}

const orders: Name[][] = [
  ['winter', 'spring', 'autumn'],
  ['winter', 'autumn', 'spring'],
  ['spring', 'winter', 'autumn'],
  ['spring', 'autumn', 'winter'],
  ['autumn', 'winter', 'spring'],
  ['autumn', 'spring', 'winter'],
]

describe('a person who changes office', () => {
  it.each(orders.map((order) => [order.join(', '), order] as const))(
    'is one, and stays one when one mention is put right (%s)',
    async (_, order) => {
      await importAll(order)
      const before = await people()
      expect(before.filter((one) => one.startsWith('Adrian Calloway'))).toHaveLength(1)
      const places = await mentionsOf('winter')
      const last = places.findLast(({ words }) => words === 'Calloway')
      const from = last?.meant === 'Adrian Calloway' ? 'Helen Calloway' : 'Adrian Calloway'
      const { effect } = await point('winter', 'Calloway', from)
      expect(effect.mentions).toBeLessThanOrEqual(2)
      const after = await mentionsOf('winter')
      expect(after).toEqual(places.map((one) => (one.start === last?.start ? { ...one, meant: from } : one)))
      expect((await people()).filter((one) => one.startsWith('Adrian Calloway'))).toHaveLength(1)
      expect(await questions()).not.toContain('same-name')
      await test.client.history.undo()
      expect(await people()).toEqual(before)
    },
  )

  it('is one again when a merge of the two relatives is taken back', async () => {
    await importAll(['winter', 'autumn', 'spring'])
    await point('winter', 'Calloway', 'Adrian Calloway')
    const before = await people()
    const [into, other] = [await named('Adrian Calloway'), await named('Helen Calloway')]
    await test.client.correction.add({ kind: 'merge', into, entityIds: [other] })
    expect((await people()).filter((one) => one.includes('Calloway'))).toHaveLength(1)
    await test.client.history.undo()
    expect(await people()).toEqual(before)
  })
})

describe('the roles of a dossier', () => {
  it('have each office once with its span of days, and the leading one is no kin', async () => {
    await importAll(['winter', 'spring', 'autumn'])
    const dossier = await test.client.entity.get({ entityId: await named('Adrian Calloway') })
    expect(
      dossier?.roles.map(({ role, publishedOn, last }) => `${role}, ${publishedOn} to ${last.publishedOn}`),
    ).toEqual(['prime minister, 2024-10-04 to 2024-10-04', 'transport minister, 2024-01-15 to 2024-01-22'])
    const sister = (await test.client.entity.list({ limit: 50 })).items.find(({ name }) => name === 'Helen Calloway')
    expect(sister?.role).toBe('the leader of the harbour workers')
    const asOf = { by: 'published', day: '2024-02-01' } as const
    expect((await test.client.entity.get({ entityId: await named('Helen Calloway'), asOf }))?.role).toBe(
      'the leader of the harbour workers',
    )
  })
})

describe('two people of one surname in an article', () => {
  it('are told apart by title, and a surname alone is asked about as a person', async () => {
    await importAll(['winter'])
    const short = (await mentionsOf('winter')).filter(({ words }) => words === 'Calloway')
    expect(short.map(({ meant }) => meant)).toEqual(['Helen Calloway', 'Adrian Calloway', 'Calloway'])
    const { items } = await test.client.correction.doubtful({ limit: 50 })
    expect(items.map(({ surface, start, kind }) => ({ surface, start, kind }))).toContainEqual({
      surface: 'Calloway',
      start: short[2]?.start,
      kind: 'person',
    })
    expect(await questions()).toEqual(['surname', 'surname'])
  })

  it('are not mixed up by an answer for all that is written so', async () => {
    await importAll(['winter'])
    const before = await mentionsOf('winter')
    await test.client.correction.add({
      kind: 'merge',
      into: await named('Helen Calloway'),
      entityIds: [await named('Calloway')],
    })
    await point('winter', 'Adrian Calloway', 'Helen Calloway')
    const [, helen] = before.filter(({ words }) => words.endsWith('Calloway'))
    const { effect } = await point('winter', 'Calloway', 'Adrian Calloway', true)
    expect(effect.mentions).toBe(1)
    const after = await mentionsOf('winter')
    expect(after.find(({ start }) => start === helen?.start)?.meant).toBe('Helen Calloway')
  })
})

describe('a name that the person points at somebody', () => {
  it('is one of their names from then on, in lists and in the search', async () => {
    await test.client.article.importText({
      title: 'Two bands',
      date: '2024-03-01',
      text: `Soldiers drove the Silver Scarves Front (SSF) out of Tarno. The SSF lost its last guns.

It had long been feared as the Morning Hand Movement in the hills.`,
    })
    await test.core.settled()
    const { items } = await test.client.article.list({ limit: 1 })
    const articleId = items[0]?.id
    if (!articleId) throw new Error('No article.')
    const { text } = await test.client.article.get({ articleId })
    const start = text.indexOf('Morning Hand Movement')
    const front = await named('Silver Scarves Front')
    await test.client.correction.add({
      kind: 'mention',
      articleId,
      start,
      end: start + 'Morning Hand Movement'.length,
      entityId: front,
      as: 'group',
    })
    expect((await test.client.entity.get({ entityId: front }))?.aliases).toContain('Morning Hand Movement')
    const found = await test.client.entity.list({ query: 'morning hand', limit: 5 })
    expect(found.items.map(({ name }) => name)).toEqual(['Silver Scarves Front'])
    await test.client.history.undo()
    expect((await test.client.entity.get({ entityId: front }))?.aliases).not.toContain('Morning Hand Movement')
  })
})
