/** A page without what is never read, and how deep what is left of it goes. */
export interface TameHtml {
  readonly html: string
  /** The deepest nesting of elements whose end has to be written. */
  readonly depth: number
}

/** Their content is no text of the page. Data about the article (JSON-LD) is a script, and kept. */
const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'textarea',
  'select',
])
const TEXT_ONLY = new Set(['script', 'style', 'textarea', 'iframe', 'noscript'])
/** Elements without an end, or whose end may be left out: the parser closes them itself. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option colgroup html head body'.split(
    ' ',
  ),
)
const JSON_LD = /^<script\b[^>]{0,500}\btype\s*=\s*["']?application\/ld\+json/i
const TAG = /<(?:!--|(\/?)([a-zA-Z][a-zA-Z0-9-]{0,40})[^<>]*>)/g
const SAVED_FROM = /^<[!]--\s*(?:saved from url=|Page saved with SingleFile)/

/**
 * Takes scripts, styles, comments and embedded documents off a page before it is parsed. What has no end goes to the end
 * of the page, as in browsers. Linear.
 */
export function tameHtml(html: string): TameHtml {
  const kept: string[] = []
  let from = 0
  let depth = 0
  let deepest = 0
  TAG.lastIndex = 0
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    const [whole, slash, rawName] = tag
    const name = rawName?.toLowerCase()
    if (name === undefined) {
      if (SAVED_FROM.test(html.slice(tag.index, tag.index + 60))) continue
      from = drop(html, kept, from, tag.index, endOfComment(html, tag.index))
      TAG.lastIndex = from
    } else if (DROPPED.has(name) && slash === '' && !JSON_LD.test(whole)) {
      from = drop(html, kept, from, tag.index, endOfElement(html, name, TAG.lastIndex, whole))
      TAG.lastIndex = from
    } else if (slash === '' && name === 'script') TAG.lastIndex = endOfElement(html, name, TAG.lastIndex, whole)
    else if (!UNCOUNTED.has(name) && !whole.endsWith('/>')) {
      depth = Math.max(0, depth + (slash === '' ? 1 : -1))
      deepest = Math.max(deepest, depth)
    }
  }
  kept.push(html.slice(from))
  // A bare "<" is a word of its own to the parser, and many of them take it long.
  return { html: kept.join('').replace(/<(?![a-zA-Z/!?])/g, '&lt;'), depth: deepest }
}

function drop(html: string, kept: string[], from: number, start: number, end: number): number {
  kept.push(html.slice(from, start), ' ')
  return end
}

function endOfComment(html: string, start: number): number {
  const end = html.indexOf('-->', start + 4)
  return end === -1 ? html.length : end + 3
}

/** Where an element ends whose start tag ends at `from`: after its end tag, or after the nth for nested ones. */
function endOfElement(html: string, name: string, from: number, startTag: string): number {
  if (startTag.endsWith('/>') && !TEXT_ONLY.has(name)) return from
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi')
  tags.lastIndex = from
  let open = 1
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    if (tag[1] === '/') open -= 1
    else if (!TEXT_ONLY.has(name)) open += 1
    if (open === 0) return tags.lastIndex
  }
  return html.length
}
