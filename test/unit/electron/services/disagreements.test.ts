import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const corpus = join(import.meta.dirname, '../../../fixtures/planted-corpus')

interface Passage {
  readonly file: string
  readonly figure: string
}

interface Expected {
  readonly disagreements: readonly { readonly passages: readonly [Passage, Passage] }[]
}

let test: ReturnType<typeof openTestCore>
beforeAll(async () => {
  test = openTestCore(Date.UTC(2026, 0, 5, 12))
  const files = readdirSync(corpus)
    .filter((name) => /^\d.*\.md$/.test(name))
    .map((name) => new File([readFileSync(join(corpus, name))], name))
  await collect(test.client.article.import({ files }))
  await vi.waitFor(
    async () => {
      const { items } = await test.client.article.list({ limit: 100 })
      expect(items.filter(({ extraction }) => extraction === 'waiting')).toEqual([])
    },
    { timeout: 20_000, interval: 50 },
  )
})
afterAll(() => test.core.close())

/** Each pair as "title: figure / title: figure", in one order. */
async function listed(input: { asOf?: { by: 'published'; day: string } } = {}): Promise<string[]> {
  const { items } = await test.client.figure.disagreements({ limit: 200, ...input })
  const words = ({ articleTitle, surface }: (typeof items)[number]['first']) => `${articleTitle}: ${surface}`
  return items.map(({ first, second }) => [words(first), words(second)].sort().join(' / ')).sort()
}

function titleOf(file: string): string {
  return /^title: (.*)$/m.exec(readFileSync(join(corpus, file), 'utf8'))?.[1] ?? file
}

describe('the disagreements of the planted corpus', () => {
  it('are exactly those that were planted', async () => {
    expect(existsSync(join(corpus, 'figures.json'))).toBe(true)
    const { disagreements }: Expected = JSON.parse(readFileSync(join(corpus, 'figures.json'), 'utf8'))
    const planted = disagreements.map(({ passages }) =>
      passages
        .map(({ file, figure }) => `${titleOf(file)}: ${figure}`)
        .sort()
        .join(' / '),
    )
    expect(await listed()).toEqual(planted.sort())
  })

  it('stand in the dossier of whom they are about and of who states them', async () => {
    const { items } = await test.client.entity.list({ limit: 200 })
    const count = async (name: string) => {
      const entityId = items.find((item) => item.name === name)?.id ?? ''
      return (await test.client.figure.disagreements({ entityId, limit: 10 })).total
    }
    expect([await count('Orlen'), await count('Orlen Power Company'), await count('Ivan Markovic')]).toEqual([2, 2, 0])
  })

  it('hold both sides back until the later is published', async () => {
    expect(await listed({ asOf: { by: 'published', day: '2022-09-18' } })).not.toContainEqual(
      expect.stringContaining('3.1 billion'),
    )
    expect(await listed({ asOf: { by: 'published', day: '2022-09-19' } })).toContainEqual(
      expect.stringContaining('3.1 billion'),
    )
  })

  it('go with the article that states one side, and come back with it', async () => {
    const before = await listed()
    const [article] = (await test.client.article.list({ query: 'Port plays down', limit: 1 })).items
    if (!article) throw new Error('the article is not there')
    await test.client.article.delete({ articleIds: [article.id] })
    expect(before.filter((pair) => !pair.includes('Port plays down'))).toEqual(await listed())
    await test.client.history.undo()
    expect(await listed()).toEqual(before)
  })
})

describe('the measures of the planted corpus', () => {
  it('hold what is worded otherwise together, and list their figures', async () => {
    const { items } = await test.client.figure.measures({ limit: 200 })
    const killed = items.find(({ group }) => group === 'count:killed')
    expect(killed).toMatchObject({ measures: 'people killed', articleCount: 4 })
    const figures = await test.client.figure.list({ group: 'count:killed', limit: 200 })
    expect(figures.total).toBe(killed?.figureCount)
    const money = await test.client.figure.measures({ quantity: 'money', limit: 200 })
    expect(money.items.map(({ group }) => group)).toContainEqual('money EUR:bridge cost')
    expect(money.items.every(({ group }) => group.startsWith('money '))).toBe(true)
    const paged = await test.client.figure.measures({ limit: 2 })
    const rest = await test.client.figure.measures({ limit: 200, cursor: paged.nextCursor ?? '' })
    expect([...paged.items, ...rest.items]).toEqual(items)
  })
})
