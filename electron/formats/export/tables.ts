import Papa from 'papaparse'
import { dayOf } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesCard } from './article-notes.ts'
import type { ExportFile } from './library-files.ts'

/** A row of the table of people, groups and places. */
export interface EntityRecord {
  readonly kind: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly mentionCount: number
  readonly articleCount: number
}

/** A row of the table of figures. */
export interface FigureRecord {
  readonly surface: string
  readonly low: number | null
  readonly high: number | null
  readonly hedge: string | null
  readonly unit: string | null
  readonly measures: string | null
  readonly subject: string | null
  readonly asOf: string | null
  readonly saidBy: string | null
  readonly articleTitle: string
  readonly source: string | null
  readonly publishedOn: string | null
  readonly sentence: string
}

/** All that a library holds, as far as it fits into tables. */
export interface TableData {
  readonly articles: readonly ArticleNotes[]
  readonly looseCards: readonly NotesCard[]
  readonly entities: readonly EntityRecord[]
  readonly figures: readonly FigureRecord[]
}

type Cell = string | number | null

/** Annotations, cards, entities and figures, a CSV file each, in UTF-8 with a mark by which Excel knows it. Source: RFC 4180. */
export function notesToTables({ articles, looseCards, entities, figures }: TableData): ExportFile[] {
  const origin = (article: ArticleNotes): Cell[] => [article.title, article.source, article.publishedOn, article.url]
  return [
    table(
      'annotations.csv',
      ['quote', 'note', 'category', 'tags', 'about', 'title', 'source', 'published', 'url', 'start', 'end', 'created'],
      articles.flatMap((article) => [
        ...article.remarks.map((one) => [
          '',
          one.note,
          '',
          one.tags.join(', '),
          one.links.join(', '),
          ...origin(article),
          null,
          null,
          dayOf(one.createdAtMs),
        ]),
        ...article.marks.map((one) => [
          one.quote,
          one.note,
          one.category,
          one.tags.join(', '),
          one.links.join(', '),
          ...origin(article),
          one.start,
          one.end,
          dayOf(one.createdAtMs),
        ]),
      ]),
    ),
    table(
      'cards.csv',
      ['front', 'back', 'kind', 'tags', 'quote', 'title', 'source', 'published', 'url'],
      [
        ...articles.flatMap((article) => article.cards.map((card) => [...cardCells(card), ...origin(article)])),
        ...looseCards.map((card) => [...cardCells(card), null, null, null, null]),
      ],
    ),
    table(
      'entities.csv',
      ['kind', 'name', 'aliases', 'role', 'mentions', 'articles'],
      entities.map((one) => [one.kind, one.name, one.aliases.join('; '), one.role, one.mentionCount, one.articleCount]),
    ),
    table(
      'figures.csv',
      [
        'stated',
        'low',
        'high',
        'hedge',
        'unit',
        'measures',
        'of',
        'as of',
        'said by',
        'title',
        'source',
        'published',
        'sentence',
      ],
      figures.map((one) => [
        one.surface,
        one.low,
        one.high,
        one.hedge,
        one.unit,
        one.measures,
        one.subject,
        one.asOf,
        one.saidBy,
        one.articleTitle,
        one.source,
        one.publishedOn,
        one.sentence,
      ]),
    ),
  ]
}

/** An answer, or what was decided on a card by hand. */
export interface ReviewRecord {
  readonly front: string
  readonly kind: string
  readonly grade: number
  readonly reviewedAtMs: number
  readonly durationMs: number | null
  readonly scheduledDays: number
  readonly stability: number
  readonly difficulty: number
}

const GRADES = ['', 'again', 'hard', 'good', 'easy']

/** The log of reviews as a CSV file, in the order it was written. */
export function reviewsToTable(reviews: readonly ReviewRecord[]): ExportFile {
  return table(
    'reviews.csv',
    ['card', 'what', 'grade', 'when', 'seconds', 'interval in days', 'stability', 'difficulty'],
    reviews.map((one) => [
      one.front,
      one.kind,
      GRADES[one.grade] ?? '',
      new Date(one.reviewedAtMs).toISOString(),
      one.durationMs === null ? null : one.durationMs / 1000,
      one.scheduledDays,
      one.stability,
      one.difficulty,
    ]),
  )
}

function cardCells({ front, back, isCloze, tags, quote }: NotesCard): Cell[] {
  return [front, back, isCloze ? 'cloze' : 'basic', tags.join(', '), quote]
}

/** A cell that a spreadsheet would take for a formula is set apart by an apostrophe. Source: OWASP, CSV Injection. */
function table(path: string, names: readonly string[], rows: readonly (readonly Cell[])[]): ExportFile {
  const csv = Papa.unparse(
    { fields: [...names], data: rows.map((row) => [...row]) },
    { newline: '\r\n', escapeFormulae: true },
  )
  return { path, text: `\uFEFF${csv}\r\n` }
}
