import type { ArticleNotes, NotesCard } from '#electron/formats/export/article-notes.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type AnnotationRow, listAnnotations } from '#electron/store/queries/annotations.ts'
import { findArticle, findArticleText, listBlocks } from '#electron/store/queries/articles.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import type { CardRow } from '#electron/store/queries/cards.ts'
import { listCategories } from '#electron/store/queries/categories.ts'
import type { Page } from '#electron/store/queries/paging.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { countCharacters } from '#shared/text/count-characters.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { escapeParagraphs } from '#shared/text/escape-markdown.ts'

/** The rows of a list, which is asked for page by page. */
export function* eachOf<Row>(list: (cursor: string | undefined) => Page<Row>): Generator<Row, void, void> {
  let cursor: string | undefined
  do {
    const page = list(cursor)
    yield* page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

/** All rows of a list. */
export function allOf<Row>(list: (cursor: string | undefined) => Page<Row>): Row[] {
  return [...eachOf(list)]
}

/** All that a person wrote about an article, or null when it is gone. */
export function readNotes(db: ReadHandle, id: ArticleId): ArticleNotes | null {
  const article = findArticle(db, id)
  const text = findArticleText(db, id)
  if (!article || text === null) return null
  const annotations = allOf((cursor) => listAnnotations(db, { articleId: id, limit: 200, cursor }))
  const cards = allOf((cursor) => listCards(db, { articleId: id, state: 'all', limit: 200, cursor }, 0))
  const { title, source, byline, publishedOn, url, language } = article
  return {
    id,
    title,
    source,
    byline,
    publishedOn,
    url,
    language,
    tags: [],
    headings: listBlocks(db, id)
      .filter((block) => block.kind === 'heading')
      .map(({ start, end, level }) => ({ start, level: level ?? 2, text: text.slice(start, end) })),
    remarks: annotations
      .filter((a) => a.start === null)
      .map(({ id, quote, note, tags, entities, createdAtMs, updatedAtMs }) => ({
        id,
        note: noteWithQuote(quote, note),
        tags,
        links: entities.map(({ name }) => name),
        createdAtMs,
        updatedAtMs,
      })),
    marks: toMarks(db, annotations, text),
    cards: cards.map(toNotesCard),
  }
}

/** A mark that has no place any more keeps its words. */
function noteWithQuote(quote: string, note: string): string {
  if (quote === '') return note
  const words = escapeParagraphs(quote).map((line) => `> ${line}`.trimEnd())
  return [...words, ...(note.trim() === '' ? [] : ['', note])].join('\n')
}

function toMarks(db: ReadHandle, annotations: readonly AnnotationRow[], text: string): ArticleNotes['marks'] {
  const names = new Map(listCategories(db).map(({ id, name }) => [id, name]))
  return annotations.flatMap(({ start, end, quote, categoryId, note, tags, entities, ...rest }) => {
    if (start === null || end === null) return []
    const { id, createdAtMs, updatedAtMs } = rest
    const { prefix, suffix } = describeQuote(text, start, end)
    const place = { startCharacter: countCharacters(text, start), endCharacter: countCharacters(text, end) }
    const category = (categoryId && names.get(categoryId)) ?? ''
    return [
      {
        id,
        start,
        end,
        quote,
        prefix,
        suffix,
        ...place,
        category,
        note: note.trim() === '' ? null : note,
        tags,
        links: entities.map(({ name }) => name),
        createdAtMs,
        updatedAtMs,
      },
    ]
  })
}

/** A card as exports write it. */
export function toNotesCard({ id, kind, front, back, tags, evidence }: CardRow): NotesCard {
  return { id, isCloze: kind === 'cloze', front, back, tags, quote: evidence.quote === '' ? null : evidence.quote }
}
