import { escapeLine, escapeParagraphs } from '#shared/text/escape-markdown.ts'
import { dayOf, originLine, writeDay } from '#shared/text/origin-line.ts'
import { renderTemplate, type TemplateData } from '#shared/text/template.ts'
import type { ArticleNotes, NotesCard, NotesMark } from './article-notes.ts'
import { containMarkdown } from './contain-markdown.ts'

/** A name found in the article, with how it is written as a link. */
export interface NamedEntity {
  readonly name: string
  readonly kind: string
  readonly link: string
}

/**
 * An article's notes by a person's template. What they wrote themselves comes as `{{{note}}}`, `{{{front}}}` and
 * `{{{back}}}`, closed up; everything else is escaped for Markdown by `{{…}}`. Throws TemplateError.
 */
export function notesByTemplate(template: string, notes: ArticleNotes, names: readonly NamedEntity[]): string {
  const text = renderTemplate(template, dataOf(notes, names), escapeLine)
  // Parts that are empty leave gaps.
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`
}

function dataOf(notes: ArticleNotes, names: readonly NamedEntity[]): TemplateData {
  const marks = [...notes.marks].sort((a, b) => a.start - b.start || a.end - b.end || a.createdAtMs - b.createdAtMs)
  const { id, title, source, byline, publishedOn, url, language, tags } = notes
  return {
    id,
    title,
    title_yaml: JSON.stringify(title),
    source,
    source_yaml: JSON.stringify(source ?? ''),
    author: byline,
    date: publishedOn,
    day: writeDay(publishedOn),
    url,
    language,
    tags: [...tags],
    tags_yaml: tags.map((tag) => JSON.stringify(tag)).join(', '),
    origin: originLine(notes),
    remarks: notes.remarks.map((one) => ({
      id: one.id,
      note: containMarkdown(one.note),
      tags: [...one.tags],
      day: writeDay(dayOf(one.createdAtMs)),
    })),
    has_marks: marks.length > 0,
    marks: marks.map((mark) => markData(mark, notes)),
    has_cards: notes.cards.length > 0,
    cards: notes.cards.map(cardData),
    has_names: names.length > 0,
    names: names.map(({ name, kind, link }) => ({ name, kind, link })),
  }
}

function markData(mark: NotesMark, notes: ArticleNotes): TemplateData {
  const lines = [...escapeParagraphs(mark.quote), '', `— ${originLine(notes)}`]
  return {
    id: mark.id,
    quote: mark.quote,
    quote_block: lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n'),
    category: mark.category,
    note: mark.note === null ? '' : containMarkdown(mark.note),
    tags: [...mark.tags],
    day: writeDay(dayOf(mark.createdAtMs)),
    date: dayOf(mark.createdAtMs),
    heading: notes.headings.findLast(({ start }) => start <= mark.start)?.text ?? null,
  }
}

function cardData(card: NotesCard, index: number): TemplateData {
  return {
    id: card.id,
    number: index + 1,
    front: containMarkdown(card.front),
    back: containMarkdown(card.back),
    tags: [...card.tags],
    quote: card.quote,
    is_cloze: card.isCloze,
  }
}
