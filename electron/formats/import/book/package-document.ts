import { DOMParser } from 'linkedom'

/** A name in the table of contents: of a file, or of the part of it that begins at an element's id. */
export interface ChapterLabel {
  readonly fragment: string | null
  readonly title: string
  /** How deep it stands in the table; 0 for the outermost. */
  readonly depth: number
}

/** A file of a book, in reading order. */
export interface SpineItem {
  readonly path: string
  readonly labels: readonly ChapterLabel[]
  /** A cover, a title page or a printed table of contents. */
  readonly isFront: boolean
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
  const items = [...manifest.values()]
  const labels = readLabels(files, items)
  const front = readFront(files, items, opf, opfPath)
  const spine = all(opf, 'itemref').flatMap((ref) => {
    const item = manifest.get(ref.getAttribute('idref') ?? '')
    if (!item || !/x?html/.test(item.type) || /\bnav\b/.test(item.properties)) return []
    return [{ path: item.path, labels: labels.get(item.path) ?? [], isFront: front.has(item.path) }]
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

type Item = { readonly path: string; readonly type: string; readonly properties: string }

/** The names of chapters by file, from the navigation document or, in older books, the NCX. */
function readLabels(files: Files, items: readonly Item[]): Map<string, ChapterLabel[]> {
  const labels = new Map<string, ChapterLabel[]>()
  const add = (from: string, href: string | null | undefined, text: string | null | undefined, depth: number) => {
    const [file = '', fragment = ''] = (href ?? '').split('#')
    const title = text?.replace(/\s+/g, ' ').trim().slice(0, 300)
    const path = resolvePath(from, file)
    if (title) labels.set(path, [...(labels.get(path) ?? []), { fragment: safeDecode(fragment) || null, title, depth }])
  }
  const nav = items.find(({ properties }) => /\bnav\b/.test(properties))
  const contents = nav && navOf(parseXml(files.get(nav.path)), 'toc')
  if (nav && contents)
    for (const link of all(contents, 'a'))
      add(nav.path, link.getAttribute('href'), link.textContent, depthOf(link, 'ol') - 1)
  if (labels.size > 0) return labels
  const ncx = items.find(({ type }) => type === 'application/x-dtbncx+xml')
  const ncxDocument = ncx && parseXml(files.get(ncx.path))
  if (ncx && ncxDocument)
    for (const point of all(ncxDocument, 'navPoint'))
      add(
        ncx.path,
        first(point, 'content')?.getAttribute('src'),
        first(point, 'text')?.textContent,
        depthOf(point, 'navpoint'),
      )
  return labels
}

/** A list of a navigation document by its kind; the first one where none says what it is. */
function navOf(document: Document | null, kind: string): Element | null {
  const navs = document ? all(document, 'nav') : []
  const typeOf = (nav: Element) => nav.getAttribute('epub:type') ?? nav.getAttribute('role') ?? ''
  const found = navs.find((nav) => typeOf(nav).split(/\s+/).includes(kind))
  return found ?? (kind === 'toc' ? (navs[0] ?? null) : null)
}

function depthOf(element: Element, name: string): number {
  let depth = 0
  for (let one = element.parentElement; one !== null; one = one.parentElement)
    if (one.localName.split(':').at(-1)?.toLowerCase() === name) depth += 1
  return depth
}

const FRONT = /^(?:cover|title-?page|half-?title-?page|toc|loi|lot)$/

/** The files that a book calls its cover, title page or contents: by its landmarks, or in older books its guide. */
function readFront(files: Files, items: readonly Item[], opf: Document, opfPath: string): Set<string> {
  const nav = items.find(({ properties }) => /\bnav\b/.test(properties))
  const landmarks = nav && navOf(parseXml(files.get(nav.path)), 'landmarks')
  const marks =
    nav && landmarks ? all(landmarks, 'a').map((link) => [nav.path, link.getAttribute('epub:type'), link] as const) : []
  const guide = all(opf, 'reference').map((one) => [opfPath, one.getAttribute('type'), one] as const)
  const front = [...marks, ...guide].filter(([, type]) => FRONT.test(type?.trim() ?? ''))
  return new Set(front.map(([from, , one]) => resolvePath(from, (one.getAttribute('href') ?? '').split('#')[0] ?? '')))
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
