import { AlignmentType, Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { clozeAnswer, clozeBlanks } from '#shared/domain/cloze.ts'
import type { ArticleNotes, NotesCard, NotesMark, NotesOrigin } from './article-notes.ts'

const QUIET = '6A645A'
const ACCENT = '1F5F55'
/** Twips. */
const INDENT = 360

/** Notes and cards as a Word document: headings, quotes with their source, notes, cards. */
export async function notesToWord(
  articles: readonly ArticleNotes[],
  looseCards: readonly NotesCard[],
): Promise<Uint8Array> {
  const loose =
    looseCards.length === 0 ? [] : [heading('Cards without an article', 1), ...looseCards.flatMap(cardParagraphs)]
  const document = new Document({
    creator: 'Dossier',
    title: articles.length === 1 ? clean(articles[0]?.title ?? '') : 'Notes and cards',
    styles: { default: { document: { run: { font: 'Georgia', size: 22 } } } },
    sections: [{ children: [...articles.flatMap(articleParagraphs), ...loose] }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function articleParagraphs(article: ArticleNotes, index: number): Paragraph[] {
  const marks = [...article.marks].sort((a, b) => a.start - b.start || a.end - b.end)
  return [
    heading(article.title || 'Untitled', 1, index > 0),
    originParagraph(article),
    ...article.remarks.flatMap(({ note }) => lines(note)),
    ...(marks.length > 0 ? [heading('Marks', 2)] : []),
    ...marks.flatMap((mark) => markParagraphs(mark, article)),
    ...(article.cards.length > 0 ? [heading('Cards', 2)] : []),
    ...article.cards.flatMap(cardParagraphs),
  ]
}

function markParagraphs(mark: NotesMark, article: ArticleNotes): Paragraph[] {
  const facts = [mark.category, ...mark.tags.map((tag) => `#${tag}`), shortOrigin(article)].filter(Boolean)
  return [
    ...mark.quote.split(/\n+/).map(
      (line) =>
        new Paragraph({
          ...direction(line),
          indent: { left: INDENT },
          border: { left: { style: 'single', size: 12, space: 12, color: ACCENT } },
          spacing: { before: 120 },
          keepNext: true,
          children: [run(line, { italics: true })],
        }),
    ),
    new Paragraph({ indent: { left: INDENT }, children: [run(facts.join(' · '), { color: QUIET, size: 18 })] }),
    ...(mark.note === null ? [] : lines(mark.note)),
  ]
}

function cardParagraphs({ front, back, isCloze }: NotesCard): Paragraph[] {
  const question = isCloze ? clozeBlanks(front) : front
  const answer = isCloze ? [clozeAnswer(front), back].filter(Boolean).join('\n') : back
  return [
    ...question.split('\n').map(
      (line) =>
        new Paragraph({
          ...direction(line),
          spacing: { before: 160 },
          keepNext: true,
          children: [run(line, { bold: true })],
        }),
    ),
    ...lines(answer),
  ]
}

function heading(text: string, level: 1 | 2, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    ...direction(text),
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore,
    keepNext: true,
    children: [run(text)],
  })
}

function originParagraph({ source, byline, publishedOn, url }: NotesOrigin): Paragraph {
  const words = [source, byline, publishedOn ?? 'undated'].filter(Boolean).join(', ')
  const isWeb = url !== null && /^https?:\/\//i.test(url) && URL.canParse(url)
  return new Paragraph({
    children: [
      run(isWeb ? `${words}, ` : words, { color: QUIET }),
      ...(isWeb ? [new ExternalHyperlink({ link: new URL(url).href, children: [run(url, { color: ACCENT })] })] : []),
    ],
  })
}

function lines(text: string): Paragraph[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ ...direction(line), spacing: { after: 80 }, children: [run(line)] }))
}

interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly color?: string
  readonly size?: number
}

function run(text: string, look: Look = {}): TextRun {
  return new TextRun({ text: clean(text), rightToLeft: isRightToLeft(text), ...look })
}

/** A paragraph that begins with a right-to-left letter runs that way. */
function direction(text: string): { bidirectional?: true; alignment?: typeof AlignmentType.START } {
  return isRightToLeft(text) ? { bidirectional: true, alignment: AlignmentType.START } : {}
}

function isRightToLeft(text: string): boolean {
  return /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)
}

/** What XML can't hold is left out. Source: XML 1.0, 2.2. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (/[\t\n]/.test(character) ? ' ' : ''))
}

function shortOrigin({ title, source, publishedOn }: NotesOrigin): string {
  return [title, source, publishedOn].filter(Boolean).join(', ')
}
