import { describe, expect, it } from 'vitest'
import { timelineRows } from '#renderer/features/dossiers/timeline-rows.ts'
import type { Mention } from '#shared/contract/entity.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

const mention = (articleId: string, start: number, sentenceStart: number): Mention => ({
  articleId: articleId as ArticleId, // a test needs no real id
  articleTitle: `Title of ${articleId}`,
  source: null,
  publishedOn: '2014-09-15',
  start,
  end: start + 4,
  surface: 'Name',
  confidence: 1,
  sentence: 'A sentence.',
  sentenceStart,
})

describe('timelineRows', () => {
  it('makes one row of the mentions in one sentence', () => {
    const rows = timelineRows([mention('a', 3, 0), mention('a', 9, 0), mention('a', 40, 30)])
    expect(rows.map((row) => [row.sentenceStart, row.ranges, row.beginsArticle])).toEqual([
      [
        0,
        [
          { start: 3, end: 7 },
          { start: 9, end: 13 },
        ],
        true,
      ],
      [30, [{ start: 40, end: 44 }], false],
    ])
  })

  it('names each article once, and keeps equal places of two articles apart', () => {
    const rows = timelineRows([mention('a', 3, 0), mention('b', 3, 0), mention('b', 50, 40)])
    expect(rows.map((row) => [row.key, row.beginsArticle])).toEqual([
      ['a:3', true],
      ['b:3', true],
      ['b:50', false],
    ])
  })

  it('gives nothing for nothing', () => {
    expect(timelineRows([])).toEqual([])
  })
})
