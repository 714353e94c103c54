import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toMatch } from '#electron/store/queries/search.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

let test: ReturnType<typeof openTestCore>
beforeAll(async () => {
  test = openTestCore(1)
  await test.client.article.importText({
    title: 'Łódź remembers its weavers',
    text: 'Mayor Zoë Müller opened the museum. The looms ran until 1992.\n\nVisitors came from São Paulo.',
  })
  await test.core.settled()
})
afterAll(() => test.core.close())

const kinds = async (q: string) => (await test.client.search.query({ q })).items.map((item) => item.kind)

describe('search', () => {
  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), operators), async (q) => {
        await test.client.search.query({ q })
      }),
      { numRuns: 400 },
    )
  })

  it('finds words without their accents and case, the last by its beginning', async () => {
    expect(await kinds('lodz')).toContain('article')
    expect(await kinds('MULLER')).toContain('person')
    expect(await kinds('visitors sao pau')).toContain('article')
    expect(await kinds('visitors berlin')).toEqual([])
  })

  it('finds the one article that is left among many deleted ones with the same words', async () => {
    const articleIds: string[] = []
    for (let n = 0; n < 70; n++)
      articleIds.push((await test.client.article.importText({ text: `Ferry ${n}\n\nferry ferry` })).articleId)
    const left = await test.client.article.importText({ text: 'A walk\n\nBy the ferry, past some other words.' })
    await test.client.article.delete({ articleIds })
    const { items } = await test.client.search.query({ q: 'ferry', limit: 3 })
    expect(items.map(({ articleId }) => articleId)).toEqual([left.articleId])
  })

  it('names the passage of a hit in the text of the article', async () => {
    const [hit] = (await test.client.search.query({ q: 'looms' })).items
    const { text } = await test.client.article.get({ articleId: hit?.articleId ?? '' })
    expect(text.slice(hit?.start, hit?.end)).toBe('looms')
  })
})

const operators = fc
  .array(
    fc.constantFrom(
      '"',
      "'",
      '*',
      '(',
      ')',
      '^',
      ':',
      '-',
      '+',
      '{',
      '}',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'a',
      ' ',
      '\0',
      '\uD800',
    ),
  )
  .map((parts) => parts.join(''))

describe('toMatch', () => {
  it('gives null where there is no word', () => {
    expect([toMatch(''), toMatch('  "" ()*'), toMatch('—')]).toEqual([null, null, null])
  })
})
