import { clozeBlanks, clozePlain } from '#shared/domain/cloze.ts'
import type { ArticleNotes, NotesCard, NotesOrigin } from './article-notes.ts'

/** Notes and cards as plain text, for any program; every quote names its article, source and date. */
export function notesToText(articles: readonly ArticleNotes[], looseCards: readonly NotesCard[]): string {
  const parts = articles.map(articleToText)
  if (looseCards.length > 0) parts.push(['CARDS WITHOUT AN ARTICLE', ...looseCards.map(cardToText)].join('\n\n'))
  return `${parts.join('\n\n\n')}\n`
}

function articleToText(article: ArticleNotes): string {
  const marks = [...article.marks].sort((a, b) => a.start - b.start || a.end - b.end)
  return [
    `${article.title}\n${[article.source, article.byline, article.publishedOn ?? 'undated', article.url].filter(Boolean).join(', ')}`,
    ...article.remarks.map(({ note }) => note),
    ...marks.map(({ quote, category, links, tags, note }) => {
      const facts = [category, ...links, ...tags].filter(Boolean).join(', ')
      return [`“${quote}”`, `(${originOf(article)})`, facts, note ?? ''].filter((line) => line !== '').join('\n')
    }),
    ...article.cards.map(cardToText),
  ].join('\n\n')
}

function cardToText({ front, back, isCloze }: NotesCard): string {
  const [question, answer] = isCloze ? [clozeBlanks(front), clozePlain(front)] : [front, back]
  return `Q: ${question}\nA: ${answer}${isCloze && back !== '' ? `\n${back}` : ''}`
}

function originOf({ title, source, publishedOn }: NotesOrigin): string {
  return [title, source, publishedOn ?? 'undated'].filter(Boolean).join(', ')
}
