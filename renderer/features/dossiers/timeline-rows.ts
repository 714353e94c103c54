import type { Mention } from '#shared/contract/entity.ts'

/** One sentence of the timeline, with all the places in it that name the entity. Offsets are the article's. */
export interface TimelineRow {
  readonly key: string
  readonly articleId: string
  readonly articleTitle: string
  readonly source: string | null
  readonly publishedOn: string | null
  readonly sentence: string
  readonly sentenceStart: number
  readonly ranges: readonly { readonly start: number; readonly end: number }[]
  /** Whether the article is named above it: it is for the first sentence of each. */
  readonly beginsArticle: boolean
}

/**
 * Mentions in the order of the host, as rows: those of one sentence are one row, since the sentence would stand there
 * twice otherwise.
 */
export function timelineRows(mentions: readonly Mention[]): TimelineRow[] {
  const rows: TimelineRow[] = []
  for (const mention of mentions) {
    const last = rows.at(-1)
    const range = { start: mention.start, end: mention.end }
    if (last?.articleId === mention.articleId && last.sentenceStart === mention.sentenceStart) {
      rows[rows.length - 1] = { ...last, ranges: [...last.ranges, range] }
      continue
    }
    rows.push({
      key: `${mention.articleId}:${mention.start}`,
      articleId: mention.articleId,
      articleTitle: mention.articleTitle,
      source: mention.source,
      publishedOn: mention.publishedOn,
      sentence: mention.sentence,
      sentenceStart: mention.sentenceStart,
      ranges: [range],
      beginsArticle: last?.articleId !== mention.articleId,
    })
  }
  return rows
}
