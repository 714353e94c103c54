import type { Mention } from '#shared/contract/entity.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { timelineRows } from './timeline-rows.ts'

/** A line of the list to choose from: an article, or one of its sentences. */
export type SplitRow =
  | { readonly kind: 'article'; readonly key: string; readonly articleId: ArticleId; readonly about: readonly string[] }
  | {
      readonly kind: 'sentence'
      readonly key: string
      readonly articleId: ArticleId
      readonly sentence: string
      readonly sentenceStart: number
      readonly ranges: readonly { readonly start: number; readonly end: number }[]
    }

/** Mentions as lines: each article, then its sentences. */
export function splitRows(mentions: readonly Mention[], dayWords: (day: string | null) => string): SplitRow[] {
  return timelineRows(mentions).flatMap((row): SplitRow[] => {
    // The row was made of mentions, whose ids they are.
    const articleId = row.articleId as ArticleId
    const { key, sentence, sentenceStart, ranges } = row
    const about = [dayWords(row.publishedOn) || 'No date', row.articleTitle, row.source ?? '']
    return [
      ...(row.beginsArticle ? [{ kind: 'article' as const, key: articleId, articleId, about }] : []),
      { kind: 'sentence' as const, key, articleId, sentence, sentenceStart, ranges },
    ]
  })
}

/** What is chosen, by the keys of rows: an article stands for all its sentences. */
export type Chosen = ReadonlySet<string>

export function isChosen(row: SplitRow, chosen: Chosen): boolean {
  return chosen.has(row.key) || chosen.has(row.articleId)
}

/** Chooses a row or lets it go. A sentence of a chosen article is taken out by choosing the others in its place. */
export function toggleRow(rows: readonly SplitRow[], row: SplitRow, chosen: Chosen): Chosen {
  const next = new Set(chosen)
  const siblings = rows.filter((one) => one.articleId === row.articleId && one.kind === 'sentence')
  if (row.kind === 'article') {
    for (const { key } of siblings) next.delete(key)
    if (!next.delete(row.key)) next.add(row.key)
    return next
  }
  if (next.delete(row.articleId)) {
    for (const { key } of siblings) if (key !== row.key) next.add(key)
    return next
  }
  if (!next.delete(row.key)) next.add(row.key)
  return next
}

/**
 * The chosen passages as a split asks for them: of a whole article one place for each of the names it has for the entity,
 * which may have been found as several, and single passages.
 */
export function chosenPassages(rows: readonly SplitRow[], chosen: Chosen) {
  const sentences = rows.filter((row) => row.kind === 'sentence')
  const rangesOf = (row: (typeof sentences)[number]) =>
    row.ranges.map(({ start, end }) => ({ articleId: row.articleId, start, end }))
  const named = new Map<string, ReturnType<typeof rangesOf>[number]>()
  for (const row of sentences.filter(({ articleId }) => chosen.has(articleId))) {
    for (const range of rangesOf(row)) {
      const words = row.sentence.slice(range.start - row.sentenceStart, range.end - row.sentenceStart)
      const key = `${row.articleId} ${words}`
      if (!named.has(key)) named.set(key, range)
    }
  }
  return {
    places: [...named.values()],
    passages: sentences.filter((row) => chosen.has(row.key) && !chosen.has(row.articleId)).flatMap(rangesOf),
  }
}
