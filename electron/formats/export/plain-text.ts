import { clozeBlanks, clozePlain } from '#shared/domain/cloze.ts'
import type { ArticleNotes, NotesCard, NotesOrigin } from './article-notes.ts'

/** Notes and cards as plain text, for any program; every quote names its article, source and date. */
export function* notesToText(
  articles: Iterable<ArticleNotes>,
  looseCards: readonly NotesCard[],
): Generator<string, void, void> {
  let gap = ''
  for (const article of articles) {
    yield `${gap}${articleToText(article)}`
    gap = '\n\n\n'
  }
  if (looseCards.length > 0) yield `${gap}${['CARDS WITHOUT AN ARTICLE', ...looseCards.map(cardToText)].join('\n\n')}`
  yield '\n'
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
