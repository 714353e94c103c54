import { parseHTML } from 'linkedom'
import { escapeMarkdown } from '#shared/text/escape-markdown.ts'
import { tameHtml } from '../html/tame-html.ts'

/** Where a picture is kept, by the name a field calls it; null for one that is not there. */
export type FindPicture = (source: string) => string | null

const MAX_DEPTH = 100
const ELEMENT = 1
const TEXT = 3
const BLOCKS = new Set(
  'p div section article blockquote h1 h2 h3 h4 h5 h6 tr table ul ol pre dl dt dd hr center'.split(' '),
)
const DROPPED = new Set(
  'script style template iframe object embed form input button svg math audio video link meta head'.split(' '),
)

/**
 * A field of a card as Markdown: emphasis, lists, code, links of the web and known pictures are kept, all else becomes
 * its words. Nothing in it can be HTML again. Marks of gaps, `{{c1::…}}`, stay as they are.
 */
export function htmlToMarkdown(html: string, findPicture: FindPicture): string {
  if (!/[<&]/.test(html)) return tidy(escapeText(html))
  const tame = tameHtml(html)
  const plain = tame.depth > MAX_DEPTH ? tame.html.replace(/<[^<>]*>/g, ' ') : tame.html
  const { document } = parseHTML(`<!doctype html><html><body>${plain}</body></html>`)
  return tidy(walk(document.body, findPicture, { indent: '', depth: 0 }))
}

/** Line by line: an escape must not join lines. A backslash of mathematics is one of the text. */
function escapeText(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeMarkdown(line))
    .join('\n')
}

interface Place {
  readonly indent: string
  readonly depth: number
}

function walk(parent: Node, findPicture: FindPicture, place: Place): string {
  let out = ''
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT) out += escapeMarkdown((node.textContent ?? '').replace(/\s+/g, ' '))
    else if (node.nodeType === ELEMENT) out += element(node as Element, findPicture, place)
  }
  return out
}

function element(node: Element, findPicture: FindPicture, place: Place): string {
  const name = node.localName.toLowerCase()
  if (DROPPED.has(name)) return ''
  if (name === 'br') return '\n'
  if (name === 'hr') return '\n\n---\n\n'
  if (name === 'img') return picture(node, findPicture)
  if (place.depth > MAX_DEPTH) return escapeMarkdown(node.textContent ?? '')
  const inner = () => walk(node, findPicture, { ...place, depth: place.depth + 1 })
  if (name === 'b' || name === 'strong') return around('**', inner())
  if (name === 'i' || name === 'em' || name === 'cite') return around('*', inner())
  if (name === 's' || name === 'del' || name === 'strike') return around('~~', inner())
  if (name === 'code' || name === 'kbd' || name === 'samp') return code(node.textContent ?? '')
  if (name === 'pre') return fenced(node.textContent ?? '')
  if (name === 'a') return link(node, inner())
  if (name === 'li') return item(node, findPicture, place)
  if (name === 'td' || name === 'th') return `${inner()} `
  const heading = /^h([1-6])$/.exec(name)
  if (heading) return `\n\n${'#'.repeat(Number(heading[1]))} ${inner().replace(/\s+/g, ' ').trim()}\n\n`
  if (name === 'blockquote') return `\n\n${inner().trim().replace(/^/gm, '> ')}\n\n`
  return BLOCKS.has(name) ? `\n${name === 'p' ? '\n' : ''}${inner()}\n${name === 'p' ? '\n' : ''}` : inner()
}

/** Emphasis touches its words and closes within its line. */
function around(mark: string, text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.trim()
      return words === '' ? line : line.replace(words, () => `${mark}${words}${mark}`)
    })
    .join('\n')
}

function code(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  return text.trim() === '' ? '' : `${ticks}${text.replace(/\s+/g, ' ')}${ticks}`
}

function fenced(text: string): string {
  const ticks = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  return `\n\n${ticks}\n${text.replace(/\n+$/, '')}\n${ticks}\n\n`
}

function item(node: Element, findPicture: FindPicture, { indent, depth }: Place): string {
  const list = node.parentElement
  const isOrdered = list?.localName.toLowerCase() === 'ol'
  const number = isOrdered && list ? [...list.children].indexOf(node) + 1 : 0
  const bullet = isOrdered ? `${number}. ` : '- '
  const inner = walk(node, findPicture, { indent: `${indent}  `, depth: depth + 1 }).trim()
  return `\n${bullet}${inner.replace(/\n+/g, `\n${' '.repeat(bullet.length)}`)}`
}

function link(node: Element, inner: string): string {
  const url = URL.parse((node.getAttribute('href') ?? '').trim())
  const words = inner.replace(/\s+/g, ' ').trim()
  if (url === null || !/^(?:https?|mailto):$/.test(url.protocol) || words === '') return inner
  return `[${words}](<${url.href.replace(/[<>\\]/g, encodeURIComponent)}>)`
}

function picture(node: Element, findPicture: FindPicture): string {
  const source = node.getAttribute('src') ?? ''
  const found = findPicture(source)
  const words = escapeMarkdown(node.getAttribute('alt') ?? '').replace(/\n/g, ' ')
  return found === null ? words : `![${words}](${found})`
}

function tidy(markdown: string): string {
  return (
    markdown
      .replace(/\0/g, '')
      .replace(/[^\S\n]+\n/g, '\n')
      // A single line end is one to the reader too: Markdown would run the lines together.
      .replace(/([^\n])\n(?!\n|[-*#>]|\d+\. |`{3}| {2})/g, '$1  \n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      .toWellFormed()
  )
}
