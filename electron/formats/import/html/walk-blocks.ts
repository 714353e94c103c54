import type { DraftBlock } from '../document-text.ts'

/** Elements that stand in a line of text; all others begin a block of their own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'audio button canvas dialog embed form head hr iframe img input link map math menu meta nav noscript object param picture rp rt script select source style svg template textarea title track video'.split(
    ' ',
  ),
)
const HEADING = /^h([1-6])$/

type RunKind = 'paragraph' | 'quote' | 'list-item' | 'caption'

interface Walk {
  readonly drafts: DraftBlock[]
  /** The words of the block being read. */
  open: string[]
  kind: RunKind
}

const ELEMENT = 1
const TEXT = 3

/**
 * The blocks under an element of a page: headings, quotes, list items with their numbers, captions, code, paragraphs;
 * a row of a table is a list item whose cells stand apart by " · ". Pictures, forms and menus give nothing. Links and
 * emphasis become plain words: no HTML is kept. `depth` levels are read as blocks, what lies deeper as its words.
 */
export function walkBlocks(root: Element, depth = 400): DraftBlock[] {
  const walk: Walk = { drafts: [], open: [], kind: 'paragraph' }
  walkChildren(walk, root, depth)
  close(walk)
  return walk.drafts
}

function walkChildren(walk: Walk, parent: Element, depth: number): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    // A line end in the source is white space; only <br> breaks a line.
    if (node.nodeType === TEXT) walk.open.push((node.textContent ?? '').replace(/\s+/g, ' '))
    else if (node.nodeType === ELEMENT) walkElement(walk, node as Element, depth)
  }
}

function walkElement(walk: Walk, element: Element, depth: number): void {
  const name = element.localName.toLowerCase()
  if (SKIPPED.has(name) || isHidden(element)) return
  if (name === 'br') {
    walk.open.push('\n')
    return
  }
  if (depth <= 0) {
    walk.open.push(element.textContent ?? '')
    return
  }
  const heading = HEADING.exec(name)
  if (heading) {
    close(walk)
    addText(walk, 'heading', wordsOf(element), Number(heading[1]))
  } else if (name === 'pre') {
    close(walk)
    addCode(walk, element)
  } else if (name === 'table') {
    close(walk)
    addTable(walk, element, depth)
  } else if (name === 'ol' || name === 'ul') {
    close(walk)
    addList(walk, element, depth)
  } else if (INLINE.has(name)) walkInline(walk, element, name, depth)
  else walkBlock(walk, element, kindOf(name), depth)
}

function kindOf(name: string): RunKind | null {
  if (name === 'blockquote') return 'quote'
  if (name === 'figcaption' || name === 'caption') return 'caption'
  if (name === 'li' || name === 'dd') return 'list-item'
  return null
}

/** A block inside a quote is part of the quote, one inside a caption part of the caption. */
function walkBlock(walk: Walk, element: Element, kind: RunKind | null, depth: number): void {
  close(walk)
  const outer = walk.kind
  walk.kind = kind ?? outer
  walkChildren(walk, element, depth - 1)
  close(walk)
  walk.kind = outer
}

/** A number that leads to a footnote is set apart, and a raised one stays so: neither becomes part of a figure. */
function walkInline(walk: Walk, element: Element, name: string, depth: number): void {
  if (name === 'a' && isWayBack(element)) return
  if (name === 'a' && isNoteLink(element)) {
    walk.open.push(`[${(element.textContent ?? '').replace(/[[\]()\s]/g, '')}]`)
    return
  }
  const words = name === 'sup' ? (element.textContent ?? '').trim() : ''
  const isLinked = () => element.querySelector('a') !== null || element.closest('a') !== null
  if (/^\[?(?:\d{1,3}|[*†‡a-z])\]?$/.test(words) && isLinked()) walk.open.push(`[${words.replace(/[[\]]/g, '')}]`)
  else if (/^[+\-−–]?\d{1,20}$/.test(words)) walk.open.push(raise(words))
  else walkChildren(walk, element, depth - 1)
}

const RAISED: Readonly<Record<string, string>> = {
  '1': '¹',
  '2': '²',
  '3': '³',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
}
const RAISED_ZERO = 0x2070

/** A whole number with its sign as raised letters: `10` after "m" is "m¹⁰". */
export function raise(number: string): string {
  return [...number].map((sign) => RAISED[sign] ?? String.fromCharCode(RAISED_ZERO + Number(sign))).join('')
}

/** A link that a book or a converter calls one to a note. Source: EPUB Structural Semantics, DPUB-ARIA. */
function isNoteLink(link: Element): boolean {
  const kind = `${link.getAttribute('epub:type') ?? ''} ${link.getAttribute('role') ?? ''} ${link.getAttribute('class') ?? ''}`
  return (
    /\b(?:noteref|doc-noteref|footnote-ref)\b/.test(kind) &&
    /^\s*[[(]?[\w*†‡§]{1,4}[\])]?\s*$/.test(link.textContent ?? '')
  )
}

/** The arrow after a note, back to where it belongs. */
function isWayBack(link: Element): boolean {
  // The arrow may be followed by the sign that says how it is drawn.
  return (
    /^(?:[\s↑↩↵⏎⤴⇧^]|\ufe0e|\ufe0f)+$/.test(link.textContent ?? '') && (link.getAttribute('href') ?? '').includes('#')
  )
}

function addList(walk: Walk, list: Element, depth: number): void {
  const outer = walk.kind
  const isOrdered = list.localName.toLowerCase() === 'ol'
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  for (let node = list.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== ELEMENT) continue
    const item = node as Element
    if (item.localName.toLowerCase() !== 'li') {
      walkElement(walk, item, depth - 1)
      continue
    }
    walk.kind = 'list-item'
    if (isOrdered) walk.open.push(`${number}. `)
    number += 1
    const before = walk.drafts.length
    walkChildren(walk, item, depth - 1)
    close(walk)
    mergeParagraphs(walk, before)
  }
  walk.kind = outer
}

/** A lone number, cut off by a paragraph inside its item, goes back to its words. */
function mergeParagraphs(walk: Walk, from: number): void {
  const [number, words] = walk.drafts.slice(from, from + 2)
  if (number && words && words.kind === 'list-item' && /^\d+\.$/.test(number.text))
    walk.drafts.splice(from, 2, { kind: 'list-item', text: `${number.text} ${words.text}` })
}

function addTable(walk: Walk, table: Element, depth: number): void {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const isLayout =
    table.querySelector('table') !== null || rows.every((row) => row.querySelectorAll('td, th').length <= 1)
  if (isLayout) {
    for (const cell of [...table.querySelectorAll('caption, td, th')].filter((one) => one.closest('table') === table))
      walkBlock(walk, cell, cell.localName.toLowerCase() === 'caption' ? 'caption' : null, depth - 1)
    return
  }
  const caption = table.querySelector('caption')
  if (caption) addText(walk, 'caption', wordsOf(caption))
  for (const row of rows) {
    const cells = [...row.querySelectorAll('td, th')].map(wordsOf).filter((words) => words !== '')
    addText(walk, 'list-item', cells.join(' · '))
  }
}

function addCode(walk: Walk, element: Element): void {
  const code = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd().toWellFormed()
  if (code.trim() !== '') walk.drafts.push({ kind: 'code', text: code })
}

function isHidden(element: Element): boolean {
  // A caption that repeats the description of its picture is only hidden from those who hear that.
  const isUnheard = element.getAttribute('aria-hidden') === 'true' && element.localName.toLowerCase() !== 'figcaption'
  if (element.hasAttribute('hidden') || isUnheard) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
}

/** The words under an element in one line. */
function wordsOf(element: Element): string {
  const walk: Walk = { drafts: [], open: [], kind: 'paragraph' }
  walkChildren(walk, element, 60)
  close(walk)
  return walk.drafts.map(({ text }) => text).join(' ')
}

/** Two breaks part paragraphs, as old pages write them; one is a space. */
function close(walk: Walk): void {
  const { kind, open } = walk
  walk.open = []
  const words = open.join('')
  if (words.trim() === '') return
  for (const part of words.split(/\n[^\S\n]*\n\s*/)) addText(walk, kind, part)
}

function addText(walk: Walk, kind: DraftBlock['kind'], words: string, level?: number): void {
  const text = words
    .replace(/[\0\uFEFF]+/g, '')
    .replace(/[\s\u200B]+/g, ' ')
    .trim()
    .toWellFormed()
  if (text !== '') walk.drafts.push(level === undefined ? { kind, text } : { kind, text, level })
}
