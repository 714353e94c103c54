import { clozeAnswer, clozeBlanks } from '#shared/domain/cloze.ts'
import { inlineToText } from '../import/markdown-inline.ts'
import type { ArticleNotes, NotesCard, NotesMark, NotesOrigin } from './article-notes.ts'
import type { ExportFile } from './export-file.ts'
import { heading, hyperlink, type Paragraph, paragraph, run } from './word-paragraph.ts'
import { createWordParts } from './word-parts.ts'

const QUIET = '6A645A'
const ACCENT = '1F5F55'
/** Twips. */
const INDENT = 360

/**
 * Notes and cards as the files of a Word document, to be zipped in this order: headings, quotes with their source,
 * notes, cards. `title`: of the document.
 */
export function notesToWord(
  articles: Iterable<ArticleNotes>,
  looseCards: readonly NotesCard[],
  title: string,
): ExportFile[] {
  const parts = createWordParts(title)
  return parts.around(bodyOf(articles, looseCards, parts.linkTo))
}

/** Names an address in the document; gives what it is known by. */
type LinkTo = (url: string) => string

function* bodyOf(
  articles: Iterable<ArticleNotes>,
  looseCards: readonly NotesCard[],
  linkTo: LinkTo,
): Generator<string, void, void> {
  let isFirst = true
  for (const article of articles) {
    yield articleToWord(article, isFirst, linkTo).join('')
    isFirst = false
  }
  if (looseCards.length === 0) return
  yield heading('Cards without an article', 1)
  for (const card of looseCards) yield cardToWord(card).join('')
}

function articleToWord(article: ArticleNotes, isFirst: boolean, linkTo: LinkTo): Paragraph[] {
  const marks = [...article.marks].sort((a, b) => a.start - b.start || a.end - b.end)
  return [
    heading(article.title || 'Untitled', 1, !isFirst),
    originParagraph(article, linkTo),
    ...article.remarks.flatMap(({ note }) => lines(note)),
    ...(marks.length > 0 ? [heading('Marks', 2)] : []),
    ...marks.flatMap((mark) => markToWord(mark, article)),
    ...(article.cards.length > 0 ? [heading('Cards', 2)] : []),
    ...article.cards.flatMap(cardToWord),
  ]
}

function markToWord(mark: NotesMark, article: ArticleNotes): Paragraph[] {
  const facts = [mark.category, ...mark.tags.map((tag) => `#${tag}`), shortOrigin(article)].filter(Boolean)
  const quote = { indent: INDENT, line: ACCENT, before: 120, keepNext: true }
  return [
    ...mark.quote.split(/\n+/).map((line) => paragraph(line, quote, run(line, { italics: true }))),
    paragraph('', { indent: INDENT }, run(facts.join(' · '), { color: QUIET, halfPoints: 18 })),
    ...(mark.note === null ? [] : lines(mark.note)),
  ]
}

function cardToWord({ front, back, isCloze }: NotesCard): Paragraph[] {
  const question = isCloze ? clozeBlanks(front) : front
  const answer = isCloze ? [clozeAnswer(front), back].filter(Boolean).join('\n') : back
  return [
    ...question
      .split('\n')
      .map(wordsOf)
      .map((line) => paragraph(line, { before: 160, keepNext: true }, run(line, { bold: true }))),
    ...lines(answer),
  ]
}

function originParagraph({ source, byline, publishedOn, url }: NotesOrigin, linkTo: LinkTo): Paragraph {
  const words = [source, byline, publishedOn ?? 'undated'].filter(Boolean).join(', ')
  const isWeb = url !== null && /^https?:\/\//i.test(url) && URL.canParse(url)
  if (!isWeb) return paragraph('', {}, run(words, { color: QUIET }))
  const link = hyperlink(linkTo(new URL(url).href), run(url, { color: ACCENT }))
  return paragraph('', {}, `${run(`${words}, `, { color: QUIET })}${link}`)
}

function lines(text: string): Paragraph[] {
  return text
    .split('\n')
    .map(wordsOf)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line, { after: 80 }, run(line)))
}

/** The words of a line of Markdown, without the marks and escapes that only the app reads. */
function wordsOf(line: string): string {
  if (/^\s*(?:`{3}|~{3})/.test(line)) return ''
  return inlineToText(line.replace(/^ {0,3}#{1,6}\s+/, '').replace(/ *\\$/, ''))
}

function shortOrigin({ title, source, publishedOn }: NotesOrigin): string {
  return [title, source, publishedOn].filter(Boolean).join(', ')
}
