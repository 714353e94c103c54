import { escapeLine, escapeParagraphs } from '#shared/text/escape-markdown.ts'
import { originLine } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesMark, NotesRemark } from '../export/article-notes.ts'
import { factsOf, fileOf } from '../export/markdown.ts'
import { writeRegion } from './note-regions.ts'

/** What a file of an open folder says of an article: notes to be changed by any editor, marks, and the text itself. */
export interface ArticleFile {
  readonly notes: ArticleNotes
  readonly text: string
  /** What the person wrote on each mark and remark, to the letter, by its id. */
  readonly written: ReadonlyMap<string, string>
}

/**
 * An article of an open folder as Markdown. A note is written to the letter between two comments that name it, so that
 * what is changed there outside comes back; the rest is for reading alone.
 */
export function writeArticleFile({ notes, text, written }: ArticleFile): string {
  const { id, title, source, byline, publishedOn, url, language, tags } = notes
  const stated = { id, title, source, author: byline, date: publishedOn, url, language }
  const known = Object.entries(stated).filter(([, value]) => value !== null)
  const marks = [...notes.marks].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
  return fileOf({ ...Object.fromEntries(known), tags: [...tags] }, [
    `# ${escapeLine(title) || 'Untitled'}`,
    ...(notes.remarks.length > 0
      ? [
          '## Notes on the whole article',
          ...notes.remarks.map((remark) => remarkOf(remark, written.get(remark.id) ?? remark.note)),
        ]
      : []),
    ...(marks.length > 0
      ? ['## Marks', ...marks.map((mark) => markOf(mark, notes, written.get(mark.id) ?? mark.note ?? ''))]
      : []),
    '## Text',
    escapeParagraphs(text).join('\n'),
  ])
}

/** A mark that has no place any more stands here with its quote. */
function remarkOf(remark: NotesRemark, written: string): string {
  const quote = remark.note === written ? [] : remark.note.split('\n').filter((line) => line.startsWith('>'))
  const head = quote.length > 0 ? [quote.join('\n')] : []
  return [...head, writeRegion(remark.id, written), `${factsOf(remark).join(' · ')} ^${remark.id}`].join('\n\n')
}

function markOf(mark: NotesMark, notes: ArticleNotes, written: string): string {
  const quote = [...escapeParagraphs(mark.quote), '', `— ${originLine(notes)}`]
  const category = mark.category === '' ? [] : [`**${escapeLine(mark.category)}**`]
  return [
    quote.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n'),
    `${[...category, ...factsOf(mark)].join(' · ')} ^${mark.id}`,
    writeRegion(mark.id, written),
  ].join('\n\n')
}
