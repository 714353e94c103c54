import { escapeLine, escapeParagraphs } from './escape-markdown.ts'
import { originLine, type QuoteOrigin } from './origin-line.ts'

/** A mark to be written out. */
export interface WrittenMark {
  readonly articleId: string
  readonly origin: QuoteOrigin
  readonly quote: string
  /** The category's name, or empty. */
  readonly category: string
  /** Markdown. */
  readonly note: string
  readonly tags: readonly string[]
  /** Names it was linked to. */
  readonly links: readonly string[]
}

/**
 * Marks as Markdown, under the titles of their articles, in the order given. Quotes read as exactly their words, and each
 * says where it comes from, so that it can be taken out alone.
 */
export function marksToMarkdown(marks: readonly WrittenMark[]): string {
  const byArticle = Map.groupBy(marks, ({ articleId }) => articleId)
  const sections = [...byArticle.values()].map((ofOne) =>
    [`## ${escapeLine(ofOne[0]?.origin.title ?? '')}`, ...ofOne.map(toParts)].join('\n\n'),
  )
  return `${sections.join('\n\n')}\n`
}

function toParts({ quote, category, note, tags, links, origin }: WrittenMark): string {
  const words =
    quote === ''
      ? []
      : [[...escapeParagraphs(quote), '', `— ${originLine(origin)}`].map((line) => `> ${line}`.trimEnd()).join('\n')]
  const facts = [
    escapeLine(quote === '' ? '' : category),
    ...links.map(escapeLine),
    ...tags.map((tag) => `#${escapeLine(tag)}`),
  ].filter(Boolean)
  return [...words, facts.join(' · '), note.trim()].filter((part) => part !== '').join('\n\n')
}
