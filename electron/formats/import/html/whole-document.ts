const STRUCTURE = /<(\/?)(html|head|body|frameset|frame|noframes|script)\b([^<>]*)>/gi
const DECLARATION = /^(?:\s|\uFEFF|<\?xml\b[^<>]*>|<!doctype\b[^<>]*>)*/i
/** What may stand in a head; the first thing that may not begins the body. */
const HEAD_PART =
  /\s+|<!--[\s\S]*?-->|<title\b[^<>]*>[^<]*<\/title\s*>|<(?:meta|link|base)\b[^<>]*>|<script\b[^<>]*>[\s\S]*?<\/script\s*>/iy

interface Structure {
  /** The page without the tags of its structure. */
  readonly kept: string
  /** Where in `kept` a head begins and ends that is marked as one; null where that is left out. */
  readonly headStart: number | null
  readonly headEnd: number | null
  readonly html: string
  readonly body: string
}

/**
 * A page as one whole: head and body, whose tags may be left out, come twice or stand around only a part of it. The
 * parser would lose what is outside of them, where a browser does not. Linear. Source: HTML Living Standard, 13.2.6.4.
 */
export function wholeDocument(html: string): string {
  const { kept, headStart, headEnd, ...attributes } = takeStructure(html.replace(DECLARATION, ''))
  const start = headStart ?? 0
  const end = headEnd ?? endOfHead(kept, start)
  const body = `${kept.slice(0, start)} ${kept.slice(end)}`
  return `<!doctype html><html${attributes.html}><head>${kept.slice(start, end)}</head><body${attributes.body}>${body}</body></html>`
}

function takeStructure(page: string): Structure {
  const parts: string[] = []
  const found = { headStart: null as number | null, headEnd: null as number | null, html: '', body: '' }
  const lower = page.toLowerCase()
  let from = 0
  let length = 0
  STRUCTURE.lastIndex = 0
  for (let tag = STRUCTURE.exec(page); tag !== null; tag = STRUCTURE.exec(page)) {
    const [whole, slash, name = '', attributes = ''] = tag
    if (name.toLowerCase() === 'script') {
      // Data about the article may speak of tags. One without an end goes on to the end of the page.
      const end = slash === '' ? lower.indexOf('</script', STRUCTURE.lastIndex) : STRUCTURE.lastIndex
      if (end === -1) break
      STRUCTURE.lastIndex = end
      continue
    }
    parts.push(page.slice(from, tag.index))
    length += tag.index - from
    from = tag.index + whole.length
    note(found, `${slash}${name.toLowerCase()}`, attributes.replace(/\/$/, ''), length)
  }
  return { ...found, kept: `${parts.join('')}${page.slice(from)}` }
}

type Found = { headStart: number | null; headEnd: number | null; html: string; body: string }

function note(found: Found, tag: string, attributes: string, at: number): void {
  const isBeforeBody = found.headEnd === null && found.body === ''
  if (tag === 'html') found.html ||= attributes
  if (tag === 'head' && isBeforeBody) found.headStart ??= at
  if (tag === '/head' && isBeforeBody) found.headEnd = at
  if (tag !== 'body') return
  if (isBeforeBody && found.headStart !== null) found.headEnd = at
  found.body ||= attributes
}

function endOfHead(kept: string, start: number): number {
  let end = start
  HEAD_PART.lastIndex = start
  while (HEAD_PART.test(kept)) end = HEAD_PART.lastIndex
  return end
}
