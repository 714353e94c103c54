import { isSite } from './page-byline.ts'
import { DATE_NAMES, dayInAddress, markedDay, shownDay, toDay } from './page-date.ts'
import { articleTitle } from './page-title.ts'

/** What a page says of its article. Missing fields are null. */
export interface PageFacts {
  readonly title: string | null
  readonly source: string | null
  readonly byline: string | null
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null
  /** The canonical address, http or https. */
  readonly url: string | null
  /** BCP 47 tag. */
  readonly language: string | null
}

const MAX_CHARS = 1000
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|WebPage)$/
const MAX_JSON_CHARS = 2_000_000

type Data = Readonly<Record<string, unknown>>

/**
 * Reads the facts of a page: JSON-LD first, then Open Graph and other `meta` elements, then what the text marks up and
 * its address says. Source: schema.org Article, the Open Graph protocol.
 */
export function readPageFacts(document: Document, html: string): PageFacts {
  const data = readArticleData(document)
  const meta = (...names: string[]) => readMeta(document, names)
  const url = readAddress(document, html, data)
  const host = url === null ? null : new URL(url).hostname.replace(/^www\./, '')
  const source = siteName(meta('og:site_name', 'application-name')) ?? siteName(nameOf(data['publisher'])) ?? host
  const byline = readByline(document, data, source)
  const stated = clean(data['headline']) ?? meta('og:title', 'twitter:title', 'dc.title')
  const title = stated ?? withoutSite(clean(document.querySelector('title')?.textContent), document)
  return {
    title: articleTitle(title, document, [source, host, byline]),
    source,
    byline,
    publishedOn:
      toDay(clean(data['datePublished'])) ??
      toDay(meta(...DATE_NAMES)) ??
      markedDay(document) ??
      dayInAddress(url) ??
      shownDay(document),
    url,
    language: readLanguage(document, data),
  }
}

function readAddress(document: Document, html: string, data: Data): string | null {
  const stated = [
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    readMeta(document, ['og:url']),
    data['url'],
    data['mainEntityOfPage'],
    readSavedFrom(html),
  ]
  return stated.map(toUrl).find((url) => url !== null) ?? null
}

/** An address given for a name says who it is all the same. */
function siteName(name: string | null): string | null {
  const url = toUrl(name)
  return url === null ? name : new URL(url).hostname.replace(/^www\./, '')
}

function readByline(document: Document, data: Data, site: string | null): string | null {
  const names = [
    'author',
    'article:author',
    'og:article:author',
    'byl',
    'dc.creator',
    'parsely-author',
    'sailthru.author',
  ]
  const byline = bylineOf(data['author']) ?? withoutBy(readAllMeta(document, names))
  return byline === null || isSite(byline, site) ? null : byline
}

function readLanguage(document: Document, data: Data): string | null {
  const root = document.documentElement
  const stated = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    document.body?.getAttribute('lang'),
    clean(data['inLanguage']),
    readMeta(document, ['content-language', 'language', 'dc.language', 'og:locale']),
  ]
  return stated.map((tag) => languageOf(tag ?? null)).find((tag) => tag !== null) ?? null
}

/** The JSON-LD object that describes the article; empty where there is none. */
function readArticleData(document: Document): Data {
  const found: Data[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? ''
    if (json.length > MAX_JSON_CHARS) continue
    try {
      collect(JSON.parse(json), found, 0)
    } catch {
      // Pages hold broken JSON-LD often enough; what else they say still counts.
    }
  }
  return found.find((data) => 'headline' in data) ?? found[0] ?? {}
}

function collect(value: unknown, found: Data[], depth: number): void {
  if (depth > 4 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) collect(item, found, depth + 1)
    return
  }
  const data = value as Data // any object read from JSON
  const types = [data['@type']].flat()
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) found.push(data)
  collect(data['@graph'], found, depth + 1)
}

function readMeta(document: Document, names: readonly string[]): string | null {
  for (const name of names)
    for (const element of document.querySelectorAll('meta')) {
      const content = nameOfMeta(element) === name ? clean(element.getAttribute('content')) : null
      if (content !== null) return content
    }
  return null
}

function nameOfMeta(element: Element): string | undefined {
  const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => element.getAttribute(name))
  return names.find((name) => name !== null)?.toLowerCase()
}

/** Several authors have an element each; names that hold a comma are parted otherwise. */
function readAllMeta(document: Document, names: readonly string[]): string | null {
  const name = names.find((one) => readMeta(document, [one]) !== null)
  const elements = [...document.querySelectorAll('meta')].filter((element) => nameOfMeta(element) === name)
  const values = new Set(elements.slice(0, 10).map((element) => clean(element.getAttribute('content'))))
  const all = [...values].filter((value) => value !== null && !/^https?:/.test(value))
  return all.length === 0 ? null : all.join(all.some((value) => value?.includes(',')) ? '; ' : ', ')
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return clean(value)
  return typeof value === 'object' && value !== null ? clean((value as Data)['name']) : null
}

function bylineOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map(nameOf)
    .filter((name) => name !== null && !/^https?:/.test(name))
  return names.length === 0 ? null : names.slice(0, 10).join(', ')
}

/** An author given as an address of a profile is no name. */
function withoutBy(byline: string | null): string | null {
  if (byline === null || /^https?:/.test(byline)) return null
  return byline.replace(/^by\s+/i, '')
}

function readSavedFrom(html: string): string | null {
  const start = html.slice(0, 4000)
  return (
    /<[!]--\s*saved from url=\(\d{4}\)(\S{1,2000})\s*-->/.exec(start)?.[1] ??
    /<[!]--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})/.exec(start)?.[1] ??
    null
  )
}

function toUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null
  const url = URL.parse(value.trim())
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

function languageOf(tag: string | null): string | null {
  const plain = tag?.trim().replace('_', '-') ?? ''
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(plain) ? plain : null
}

/** "Title | Site" without the site, where the page names it or the tail is short. */
function withoutSite(title: string | null, document: Document): string | null {
  if (title === null) return null
  const site = readMeta(document, ['og:site_name'])
  const parts = title.split(/\s+[|–—·»]\s+|\s+-\s+/)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2 || !(last === site || last.split(' ').length <= 4)) return title
  const head = title.slice(0, title.length - last.length).replace(/\s*[|–—·»-]\s*$/, '')
  return head.split(' ').length >= 3 ? head : title
}

function clean(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const words = value
    .slice(0, MAX_CHARS * 2)
    .replace(/[\s\0\u200B\uFEFF]+/g, ' ')
    .trim()
    .slice(0, MAX_CHARS)
    .toWellFormed()
  return words === '' ? null : words
}
