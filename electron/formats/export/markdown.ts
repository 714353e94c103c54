import { stringify } from 'yaml'
import { escapeLine, escapeParagraphs } from '#shared/text/escape-markdown.ts'
import { dayOf, originLine, writeDay } from '#shared/text/origin-line.ts'
import type { ArticleNotes, NotesCard, NotesHeading, NotesMark, NotesOrigin, NotesRemark } from './article-notes.ts'
import { containMarkdown } from './contain-markdown.ts'

/** Marks stand under the article's own headings, which begin at this level. */
const FIRST_HEADING_LEVEL = 3

/**
 * A person's notes on an article as one Markdown file: YAML front matter, notes on the whole, marks in order of their
 * place under the article's headings, cards. Every quote says where it comes from, so that each can be taken out alone.
 * The same notes always give the same text. A mark, note or card keeps its block id, `^` and its own id, from export to
 * export. `links`: names in the article, ready as links.
 */
export function articleNotesToMarkdown(notes: ArticleNotes, links: readonly string[] = []): string {
  return fileOf(frontMatterOf(notes), [
    `# ${escapeLine(notes.title)}`,
    escapeLine([notes.source, notes.byline].filter((part) => part !== null).join(', ')),
    ...section('## Notes on the whole article', notes.remarks.flatMap(remarkToMarkdown)),
    ...section('## Marks', marksToMarkdown(notes)),
    ...section(
      '## Cards',
      notes.cards.flatMap((card, index) => cardToMarkdown(card, index + 1, notes)),
    ),
    ...section('## Names', links.length === 0 ? [] : [links.map((link) => `- ${link}`).join('\n')]),
  ])
}

/** Cards that belong to no article, as one Markdown file. `title`: its heading. */
export function looseCardsToMarkdown(title: string, cards: readonly NotesCard[]): string {
  const body = cards.flatMap((card, index) => cardToMarkdown(card, index + 1, null))
  return fileOf({ title, cards: cards.length }, [`# ${escapeLine(title)}`, ...body])
}

/** A Markdown file: front matter, then parts with a blank line between. Empty parts are left out. */
export function fileOf(frontMatter: Readonly<Record<string, unknown>>, parts: readonly string[]): string {
  const body = parts.filter((part) => part !== '').join('\n\n')
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${body}\n`
}

function frontMatterOf(notes: ArticleNotes): Record<string, unknown> {
  const { title, source, byline, publishedOn, url, language, tags, marks, cards } = notes
  const stated = { title, source, author: byline, date: publishedOn, url, language }
  const known = Object.entries(stated).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(known), tags: tags.map(propertyTag), marks: marks.length, cards: cards.length }
}

/** A tag among the properties of a note holds letters, digits, `_`, `-` and `/`. Source: Obsidian's help, Tags. */
function propertyTag(tag: string): string {
  return tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '') || tag
}

function section(heading: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [heading, ...parts]
}

function marksToMarkdown(notes: ArticleNotes): string[] {
  const marks = [...notes.marks].sort((a, b) => a.start - b.start || a.end - b.end || a.createdAtMs - b.createdAtMs)
  const parts: string[] = []
  let current: NotesHeading | undefined
  for (const mark of marks) {
    const heading = notes.headings.findLast((candidate) => candidate.start <= mark.start)
    if (heading !== undefined && heading !== current) parts.push(headingToMarkdown(heading))
    current = heading
    parts.push(...markToMarkdown(mark, notes))
  }
  return parts
}

function headingToMarkdown({ text, level }: NotesHeading): string {
  const marks = '#'.repeat(Math.min(6, Math.max(FIRST_HEADING_LEVEL, level + 1)))
  return `${marks} ${escapeLine(text)}`
}

/** The line with the category parts one quote from the next: two marks never run into one. */
function markToMarkdown(mark: NotesMark, origin: NotesOrigin): string[] {
  const facts = [`**${escapeLine(mark.category)}**`, ...factsOf(mark)].join(' · ')
  return [
    quoteToMarkdown(mark.quote, origin),
    `${facts} ^${mark.id}`,
    mark.note === null ? '' : containMarkdown(mark.note),
  ]
}

function remarkToMarkdown(remark: NotesRemark): string[] {
  return [containMarkdown(remark.note), `*${factsOf(remark).join(' · ')}* ^${remark.id}`]
}

/** The day a note was made, whom it is about, and its tags. */
export function factsOf({ tags, links, createdAtMs }: Pick<NotesMark, 'tags' | 'links' | 'createdAtMs'>): string[] {
  const listed = (word: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${word}: ${items.map(escapeLine).join(', ')}`]
  return [writeDay(dayOf(createdAtMs)), ...listed('about', links), ...listed('tags', tags)]
}

function cardToMarkdown(card: NotesCard, number: number, origin: NotesOrigin | null): string[] {
  return [
    `### Card ${number}`,
    containMarkdown(card.front),
    card.back.trim() === '' ? '' : `**Answer**\n\n${containMarkdown(card.back)}`,
    card.tags.length === 0 ? '' : `tags: ${card.tags.map(escapeLine).join(', ')}`,
    card.quote === null ? '' : quoteToMarkdown(card.quote, origin),
    `^${card.id}`,
  ]
}

function quoteToMarkdown(quote: string, origin: NotesOrigin | null): string {
  const attribution = origin === null ? [] : ['', `— ${originLine(origin)}`]
  return [...escapeParagraphs(quote), ...attribution].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}
