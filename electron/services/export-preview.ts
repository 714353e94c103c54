import type { ArticleNotes } from '#electron/formats/export/article-notes.ts'
import { articleToMarkdown, plainStyle } from '#electron/formats/export/markdown-style.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { listAnnotations } from '#electron/store/queries/annotations.ts'
import { listEntities } from '#electron/store/queries/entities.ts'
import { readNotes } from '#electron/workers/export/read-notes.ts'
import { TemplateError } from '#shared/text/template.ts'

const MOST_CHARS = 20_000
const MOST_MARKS = 5
const MOST_NAMES = 8

/** Shown while nothing is marked. */
const MADE_UP: ArticleNotes = {
  id: '00000000-0000-7000-8000-0000000000a1',
  title: 'An article',
  source: 'A newspaper',
  byline: null,
  publishedOn: '2014-09-15',
  url: null,
  language: 'en',
  tags: [],
  headings: [],
  remarks: [],
  marks: [
    {
      id: '00000000-0000-7000-8000-0000000000a2',
      start: 0,
      end: 18,
      startCharacter: 0,
      endCharacter: 18,
      quote: 'What you marked.',
      prefix: '',
      suffix: '',
      category: 'Key fact',
      note: 'What you wrote about it.',
      tags: ['a tag'],
      links: [],
      createdAtMs: 1_410_861_600_000,
      updatedAtMs: 1_410_861_600_000,
    },
  ],
  cards: [
    {
      id: '00000000-0000-7000-8000-0000000000a3',
      isCloze: false,
      front: 'A question?',
      back: 'An answer',
      tags: [],
      quote: null,
    },
  ],
}

/** What a template makes of the article marked last, or where it is broken. */
export function previewTemplate(db: ReadHandle, template: string) {
  const [latest] = listAnnotations(db, { limit: 1 }).items
  const read = latest ? readNotes(db, latest.articleId) : null
  const notes = read ?? MADE_UP
  const names = latest
    ? listEntities(db, { articleId: latest.articleId, sort: 'mentions', limit: MOST_NAMES }).items
    : []
  const shown = { ...notes, marks: notes.marks.slice(0, MOST_MARKS), cards: notes.cards.slice(0, MOST_MARKS) }
  try {
    const text = articleToMarkdown(shown, { ...plainStyle(template), namesIn: () => names })
    return { kind: 'text' as const, text: text.slice(0, MOST_CHARS), articleTitle: notes.title }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return { kind: 'broken' as const, line: error.line, message: error.message }
  }
}
