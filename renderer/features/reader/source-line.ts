import { formatDay } from '#renderer/ui/format.ts'
import type { Article } from '#shared/contract/article.ts'

/** Where words come from, on one line: title, source, date and address, as far as they are known. */
export function sourceLine(article: Pick<Article, 'title' | 'source' | 'publishedOn' | 'url'>): string {
  return [article.title, article.source, formatDay(article.publishedOn), article.url]
    .filter((part): part is string => Boolean(part))
    .join(', ')
}

/** A quotation as one puts it into one's own paper: the words, then where they come from. */
export function quoteWithSource(words: string, article: Parameters<typeof sourceLine>[0]): string {
  return `“${words.trim()}”\n(${sourceLine(article)})`
}
