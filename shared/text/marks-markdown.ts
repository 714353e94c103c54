import { escapeLine, escapeParagraphs } from './escape-markdown.ts'

/** A mark to be written out. */
export interface WrittenMark {
  readonly articleTitle: string
  readonly quote: string
  /** The category's name, or empty. */
  readonly category: string
  /** Markdown. */
  readonly note: string
  readonly tags: readonly string[]
  /** Names it was linked to. */
  readonly links: readonly string[]
}

/** Marks as Markdown, under the titles of their articles, in the order given. Quotes read as exactly their words. */
export function marksToMarkdown(marks: readonly WrittenMark[]): string {
  const byTitle = Map.groupBy(marks, ({ articleTitle }) => articleTitle)
  const sections = [...byTitle].map(([title, ofOne]) => [`## ${escapeLine(title)}`, ...ofOne.map(toParts)].join('\n\n'))
  return `${sections.join('\n\n')}\n`
}

function toParts({ quote, category, note, tags, links }: WrittenMark): string {
  const words =
    quote === ''
      ? []
      : [
          escapeParagraphs(quote)
            .map((line) => `> ${line}`.trimEnd())
            .join('\n'),
        ]
  const facts = [
    escapeLine(quote === '' ? '' : category),
    ...links.map(escapeLine),
    ...tags.map((tag) => `#${escapeLine(tag)}`),
  ].filter(Boolean)
  return [...words, facts.join(' · '), note.trim()].filter((part) => part !== '').join('\n\n')
}
