import { DOMParser } from 'linkedom'

/** A chapter file of a book, in reading order. */
export interface SpineItem {
  readonly path: string
  readonly title: string | null
}

/** What the package document of an EPUB says. */
export interface PackageDocument {
  readonly title: string | null
  readonly byline: string | null
  readonly language: string | null
  readonly date: string | null
  readonly spine: readonly SpineItem[]
}

type Files = ReadonlyMap<string, string>

/** Reads the package document that `META-INF/container.xml` names, or gives null. Source: EPUB 3.3, 5 and 7; EPUB 2 NCX. */
export function readPackageDocument(files: Files): PackageDocument | null {
  const container = parseXml(files.get('META-INF/container.xml'))
  const opfPath = container && first(container, 'rootfile')?.getAttribute('full-path')
  const opf = opfPath ? parseXml(files.get(opfPath)) : null
  if (!opf || !opfPath) return null
  const manifest = new Map(
    all(opf, 'item').map((item) => [
      item.getAttribute('id') ?? '',
      {
        path: resolvePath(opfPath, item.getAttribute('href') ?? ''),
        type: item.getAttribute('media-type') ?? '',
        properties: item.getAttribute('properties') ?? '',
      },
    ]),
  )
  const labels = readLabels(files, [...manifest.values()])
  const spine = all(opf, 'itemref').flatMap((ref) => {
    const item = manifest.get(ref.getAttribute('idref') ?? '')
    if (!item || ref.getAttribute('linear') === 'no' || !/x?html/.test(item.type)) return []
    if (/\bnav\b/.test(item.properties)) return []
    return [{ path: item.path, title: labels.get(item.path) ?? null }]
  })
  const words = (name: string) => first(opf, name)?.textContent?.replace(/\s+/g, ' ').trim() || null
  const authors = all(opf, 'creator').map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
  return {
    title: words('title'),
    byline: authors.filter((name) => name !== '').join(', ') || null,
    language: words('language'),
    date: words('date'),
    spine,
  }
}

/** The names of chapters by file, from the navigation document or, in older books, the NCX. */
function readLabels(
  files: Files,
  items: readonly { path: string; type: string; properties: string }[],
): Map<string, string> {
  const labels = new Map<string, string>()
  const add = (from: string, href: string | null | undefined, text: string | null | undefined) => {
    const path = resolvePath(from, (href ?? '').split('#')[0] ?? '')
    const label = text?.replace(/\s+/g, ' ').trim()
    if (label && !labels.has(path)) labels.set(path, label.slice(0, 300))
  }
  const nav = items.find(({ properties }) => /\bnav\b/.test(properties))
  const navDocument = nav && parseXml(files.get(nav.path))
  if (nav && navDocument)
    for (const link of all(navDocument, 'a')) add(nav.path, link.getAttribute('href'), link.textContent)
  const ncx = items.find(({ type }) => type === 'application/x-dtbncx+xml')
  const ncxDocument = ncx && parseXml(files.get(ncx.path))
  if (ncx && ncxDocument)
    for (const point of all(ncxDocument, 'navPoint'))
      add(ncx.path, first(point, 'content')?.getAttribute('src'), first(point, 'text')?.textContent)
  return labels
}

function parseXml(xml: string | undefined): Document | null {
  if (xml === undefined || xml.trim() === '') return null
  // linkedom types its documents as classes of its own; they are documents.
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document
}

/** Elements by their local name, whatever prefix the file chose. */
function all(parent: Document | Element, name: string): Element[] {
  const wanted = name.toLowerCase()
  return [...parent.querySelectorAll('*')].filter((one) => one.localName.split(':').at(-1)?.toLowerCase() === wanted)
}

function first(parent: Document | Element, name: string): Element | null {
  return all(parent, name)[0] ?? null
}

/** A path inside the book, relative to the file that names it; never above the book's root. */
export function resolvePath(from: string, href: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of safeDecode(href).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function safeDecode(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href // a stray per cent sign: the name is taken as it stands
  }
}
