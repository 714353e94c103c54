import { escapeLine } from '#shared/text/escape-markdown.ts'
import { dayOf, writeDay } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesCard } from './article-notes.ts'
import type { ExportFile } from './export-file.ts'
import { createFileNamer } from './file-name.ts'
import { articleNotesToMarkdown, fileOf, looseCardsToMarkdown } from './markdown.ts'

/** All that a person has written in a library. */
export interface LibraryNotes {
  readonly articles: Iterable<ArticleNotes>
  /** Cards that belong to no article. */
  readonly looseCards: readonly NotesCard[]
  readonly exportedAtMs: number
}

const ARTICLE_FOLDER = 'Articles'
const CARDS_TITLE = 'Cards without an article'

/**
 * A library's notes as Markdown files: one for each article, one for cards without, and an index that links them, which
 * comes last.
 */
export function* libraryNotesToFiles(
  library: LibraryNotes,
  toMarkdown: (notes: ArticleNotes) => string = (notes) => articleNotesToMarkdown(notes),
): Generator<ExportFile, void, void> {
  const nameOf = createFileNamer()
  const entries: string[] = []
  for (const notes of library.articles) {
    const name = nameOf(notes.publishedOn === null ? notes.title : `${notes.publishedOn} ${notes.title}`, 'md')
    const path = `${ARTICLE_FOLDER}/${name}`
    entries.push(indexEntry(notes, path))
    yield { path, parts: [toMarkdown(notes)] }
  }
  const articles = entries.length
  if (library.looseCards.length > 0) {
    const file = cardsFile(library.looseCards)
    entries.push(`- ${linkTo(file.path, CARDS_TITLE)}`)
    yield file
  }
  const frontMatter = { title: 'Notes', exported: dayOf(library.exportedAtMs), articles }
  yield { path: 'Index.md', parts: [fileOf(frontMatter, ['# Notes', entries.join('\n')])] }
}

function cardsFile(cards: readonly NotesCard[]): ExportFile {
  return { path: `${CARDS_TITLE}.md`, parts: [looseCardsToMarkdown(CARDS_TITLE, cards)] }
}

function indexEntry(notes: ArticleNotes, path: string): string {
  const facts = [notes.source ?? 'source not stated', writeDay(notes.publishedOn), countOf(notes)]
  return `- ${linkTo(path, notes.title)}: ${facts.map(escapeLine).join(', ')}`
}

function countOf({ marks, cards }: ArticleNotes): string {
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${plural(marks.length, 'mark')}, ${plural(cards.length, 'card')}`
}

function linkTo(path: string, title: string): string {
  const address = path.replace(/[%#]/g, (character) => encodeURIComponent(character))
  return `[${escapeLine(title) || 'Untitled'}](<${address}>)`
}
