import { escapeLine } from '#shared/text/escape-markdown.ts'
import { dayOf, writeDay } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesCard } from './article-notes.ts'
import { createFileNamer } from './file-name.ts'
import { articleNotesToMarkdown, fileOf, looseCardsToMarkdown } from './markdown.ts'

/** A file of an export. `path` has "/" between folders, whatever the platform. */
export interface ExportFile {
  readonly path: string
  readonly text: string
}

/** All that a person has written in a library. */
export interface LibraryNotes {
  readonly articles: readonly ArticleNotes[]
  /** Cards that belong to no article. */
  readonly looseCards: readonly NotesCard[]
  readonly exportedAtMs: number
}

const ARTICLE_FOLDER = 'Articles'
const CARDS_TITLE = 'Cards without an article'

/** A library's notes as Markdown files: one for each article, one for cards without, and an index that links them. */
export function libraryNotesToFiles(
  library: LibraryNotes,
  toMarkdown: (notes: ArticleNotes) => string = (notes) => articleNotesToMarkdown(notes),
): ExportFile[] {
  const nameOf = createFileNamer()
  const articles = library.articles.map((notes) => ({
    notes,
    path: `${ARTICLE_FOLDER}/${nameOf(notes.publishedOn === null ? notes.title : `${notes.publishedOn} ${notes.title}`, 'md')}`,
  }))
  const cards = library.looseCards.length === 0 ? [] : [cardsFile(library.looseCards)]
  return [
    { path: 'Index.md', text: indexOf(library, articles, cards) },
    ...articles.map(({ notes, path }) => ({ path, text: toMarkdown(notes) })),
    ...cards,
  ]
}

function cardsFile(cards: readonly NotesCard[]): ExportFile {
  return { path: `${CARDS_TITLE}.md`, text: looseCardsToMarkdown(CARDS_TITLE, cards) }
}

interface NamedNotes {
  readonly notes: ArticleNotes
  readonly path: string
}

function indexOf(library: LibraryNotes, articles: readonly NamedNotes[], cards: readonly ExportFile[]): string {
  const entries = articles.map(({ notes, path }) => {
    const facts = [notes.source ?? 'source not stated', writeDay(notes.publishedOn), countOf(notes)]
    return `- ${linkTo(path, notes.title)}: ${facts.map(escapeLine).join(', ')}`
  })
  const loose = cards.map(({ path }) => `- ${linkTo(path, CARDS_TITLE)}`)
  const frontMatter = { title: 'Notes', exported: dayOf(library.exportedAtMs), articles: articles.length }
  return fileOf(frontMatter, ['# Notes', [...entries, ...loose].join('\n')])
}

function countOf({ marks, cards }: ArticleNotes): string {
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${plural(marks.length, 'mark')}, ${plural(cards.length, 'card')}`
}

function linkTo(path: string, title: string): string {
  const address = path.replace(/[%#]/g, (character) => encodeURIComponent(character))
  return `[${escapeLine(title) || 'Untitled'}](<${address}>)`
}
