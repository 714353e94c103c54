import type { ImportedDocument } from '#shared/domain/article.ts'
import { webPageToDocument } from '../html/web-page.ts'
import { markdownToDocument } from '../markdown.ts'
import { plainTextToDocument } from '../plain-text.ts'
import { parseWrittenDate } from '../written-date.ts'

/** One row of a table or one object of a list, its names in lower case. */
export type ArticleRecord = ReadonlyMap<string, string>

const FIELDS = {
  title: ['title', 'headline', 'name'],
  text: ['text', 'content', 'body', 'article', 'fulltext', 'full_text', 'article_text'],
  html: ['html', 'content_html', 'html_content'],
  markdown: ['markdown', 'content_markdown'],
  date: [
    'date',
    'published',
    'published_on',
    'publishedon',
    'published_at',
    'publishedat',
    'publication_date',
    'pubdate',
  ],
  source: ['source', 'publication', 'publisher', 'site', 'site_name', 'newspaper'],
  byline: ['byline', 'author', 'authors', 'creator'],
  url: ['url', 'link', 'address', 'canonical_url'],
  language: ['language', 'lang'],
} as const
const MAX_CHARS = 1000

/** Whether names of columns are those of a table of articles: one holds the text. */
export function hasArticleText(names: readonly string[]): boolean {
  const all = new Set(names.map((name) => name.trim().toLowerCase()))
  return [...FIELDS.text, ...FIELDS.html, ...FIELDS.markdown].some((name) => all.has(name))
}

/** The article a record holds, or null when it has no text. What the record says of it counts before what its text says. */
export function recordToDocument(record: ArticleRecord): ImportedDocument | null {
  const field = (name: keyof typeof FIELDS) => {
    for (const key of FIELDS[name]) {
      const value = record.get(key)?.trim()
      if (value) return value
    }
    return null
  }
  const words = (name: keyof typeof FIELDS) =>
    field(name)?.replace(/\s+/g, ' ').slice(0, MAX_CHARS).toWellFormed() ?? null
  const title = words('title')
  const document = readText(field('html'), field('markdown'), field('text'), title)
  if (document === null || document.text === '') return null
  const date = words('date')
  const url = words('url')
  return {
    ...document,
    title: title ?? document.title,
    publishedOn: (date && (parseWrittenDate(date) ?? parseWrittenDate(date.slice(0, 10)))) || document.publishedOn,
    source: words('source') ?? document.source,
    byline: words('byline') ?? document.byline,
    url: url && /^https?:\/\//.test(url) ? url : document.url,
    language: words('language') ?? document.language,
  }
}

function readText(html: string | null, markdown: string | null, text: string | null, title: string | null) {
  if (html !== null) return webPageToDocument(html, title)
  if (markdown !== null) return markdownToDocument(markdown, title)
  if (text === null) return null
  return /^\s*<(?:p|div|article|html|!doctype)\b/i.test(text)
    ? webPageToDocument(text, title)
    : plainTextToDocument(text, title === null ? {} : { title })
}
