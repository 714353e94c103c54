import { describe, expect, it } from 'vitest'
import { chosenPassages, isChosen, splitRows, toggleRow } from '#renderer/features/dossiers/split-rows.ts'
import type { Mention } from '#shared/contract/entity.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

const mention = (articleId: string, start: number, sentenceStart = start): Mention => ({
  articleId: articleId as ArticleId,
  articleTitle: `Report ${articleId}`,
  source: null,
  publishedOn: null,
  start,
  end: start + 5,
  surface: 'Sorel',
  confidence: 1,
  sentence: 'Sorel met Sorel.',
  sentenceStart,
})

const rows = splitRows([mention('a', 10), mention('a', 20, 10), mention('a', 40), mention('b', 0)], () => '')
const range = (articleId: string, start: number) => ({ articleId, start, end: start + 5 })
const row = (key: string) => {
  const found = rows.find((one) => one.key === key)
  if (!found) throw new Error(`No row ${key}.`)
  return found
}

describe('splitRows', () => {
  it('gives each article a row, and one to each of its sentences', () => {
    expect(rows.map(({ key }) => key)).toEqual(['a', 'a:10', 'a:40', 'b', 'b:0'])
  })
})

describe('toggleRow', () => {
  it('lets an article stand for all its sentences, chosen before or not', () => {
    const chosen = toggleRow(rows, row('a'), toggleRow(rows, row('a:10'), new Set()))
    expect([...chosen]).toEqual(['a'])
    expect(rows.filter((one) => isChosen(one, chosen)).map(({ key }) => key)).toEqual(['a', 'a:10', 'a:40'])
    expect(toggleRow(rows, row('a'), chosen).size).toBe(0)
  })

  it('takes one sentence out of a chosen article', () => {
    const chosen = toggleRow(rows, row('a:10'), toggleRow(rows, row('a'), new Set()))
    expect([...chosen]).toEqual(['a:40'])
  })
})

describe('chosenPassages', () => {
  it('asks for one place of each name in a whole article', () => {
    const short = { ...mention('b', 30), sentence: 'S. met them.', surface: 'S.', end: 32 }
    const all = splitRows([mention('b', 0), mention('b', 10), short], () => '')
    expect(chosenPassages(all, new Set(['b']))).toEqual({
      places: [range('b', 0), { articleId: 'b', start: 30, end: 32 }],
      passages: [],
    })
  })

  it('asks for one place of a whole article, and for every mention of a single sentence', () => {
    expect(chosenPassages(rows, new Set(['b', 'a:10']))).toEqual({
      places: [range('b', 0)],
      passages: [range('a', 10), range('a', 20)],
    })
    expect(chosenPassages(rows, new Set())).toEqual({ places: [], passages: [] })
  })
})
