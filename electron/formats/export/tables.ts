import Papa from 'papaparse'
import { dayOf } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesCard, NotesMark, NotesRemark } from './article-notes.ts'
import type { ExportFile } from './export-file.ts'

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

/** All that a library holds, as far as it fits into tables; articles may be gone through more than once. */
export interface TableData {
  readonly articles: Iterable<ArticleNotes>
  readonly looseCards: readonly NotesCard[]
  readonly entities: Iterable<EntityRecord>
  readonly figures: Iterable<FigureRecord>
}

type Cell = string | number | null

const ORIGIN = ['title', 'source', 'published', 'url']
const MARK = ['quote', 'note', 'category', 'tags', 'about', ...ORIGIN, 'start', 'end', 'created']
const CARD = ['front', 'back', 'kind', 'tags', 'quote', ...ORIGIN]
const ENTITY = ['kind', 'name', 'aliases', 'role', 'mentions', 'articles']
const MEASURE = ['stated', 'low', 'high', 'hedge', 'unit', 'measures', 'of', 'as of', 'said by']
const FIGURE = [...MEASURE, 'title', 'source', 'published', 'sentence']

/** Annotations, cards, entities and figures, a CSV file each, in UTF-8 with a mark by which Excel knows it. Source: RFC 4180. */
export function notesToTables({ articles, looseCards, entities, figures }: TableData): ExportFile[] {
  return [
    { path: 'annotations.csv', parts: table(MARK, annotationCells(articles)) },
    { path: 'cards.csv', parts: table(CARD, cardRows(articles, looseCards)) },
    { path: 'entities.csv', parts: table(ENTITY, mapped(entities, entityCells)) },
    { path: 'figures.csv', parts: table(FIGURE, mapped(figures, figureCells)) },
  ]
}

function* mapped<Item>(items: Iterable<Item>, toCells: (item: Item) => Cell[]): Generator<Cell[], void, void> {
  for (const item of items) yield toCells(item)
}

function originCells(article: ArticleNotes): Cell[] {
  return [article.title, article.source, article.publishedOn, article.url]
}

function* annotationCells(articles: Iterable<ArticleNotes>): Generator<Cell[], void, void> {
  for (const article of articles) {
    const row = (one: NotesMark | NotesRemark, quote: string, category: string, place: readonly (number | null)[]) => [
      quote,
      one.note,
      category,
      one.tags.join(', '),
      one.links.join(', '),
      ...originCells(article),
      ...place,
      dayOf(one.createdAtMs),
    ]
    for (const one of article.remarks) yield row(one, '', '', [null, null])
    for (const one of article.marks) yield row(one, one.quote, one.category, [one.start, one.end])
  }
}

function* cardRows(articles: Iterable<ArticleNotes>, loose: readonly NotesCard[]): Generator<Cell[], void, void> {
  for (const article of articles) for (const card of article.cards) yield [...cardCells(card), ...originCells(article)]
  for (const card of loose) yield [...cardCells(card), null, null, null, null]
}

function entityCells(one: EntityRecord): Cell[] {
  return [one.kind, one.name, one.aliases.join('; '), one.role, one.mentionCount, one.articleCount]
}

function figureCells(one: FigureRecord): Cell[] {
  const { surface, low, high, hedge, unit, measures, subject, asOf, saidBy, articleTitle, source } = one
  const stated = [surface, low, high, hedge, unit, measures, subject, asOf, saidBy]
  return [...stated, articleTitle, source, one.publishedOn, one.sentence]
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
export function reviewsToTable(reviews: Iterable<ReviewRecord>): ExportFile {
  const names = ['card', 'what', 'grade', 'when', 'seconds', 'interval in days', 'stability', 'difficulty']
  return { path: 'reviews.csv', parts: table(names, mapped(reviews, reviewCells)) }
}

function reviewCells(one: ReviewRecord): Cell[] {
  return [
    one.front,
    one.kind,
    GRADES[one.grade] ?? '',
    new Date(one.reviewedAtMs).toISOString(),
    one.durationMs === null ? null : one.durationMs / 1000,
    one.scheduledDays,
    one.stability,
    one.difficulty,
  ]
}

function cardCells({ front, back, isCloze, tags, quote }: NotesCard): Cell[] {
  return [front, back, isCloze ? 'cloze' : 'basic', tags.join(', '), quote]
}

/** What a spreadsheet takes for a formula, also after white space and in full width. Source: OWASP, CSV Injection. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** A cell that a spreadsheet would take for a formula is set apart by an apostrophe. */
function* table(names: readonly string[], rows: Iterable<Cell[]>): Generator<string, void, void> {
  const line = (cells: Cell[]) =>
    `${Papa.unparse([cells.map(withoutNul)], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
  yield `\uFEFF${line([...names])}`
  for (const row of rows) yield line(row)
}

function withoutNul(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replaceAll('\0', '') : cell
}
