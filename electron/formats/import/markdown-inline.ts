import { decodeEntities } from './html/decode-entities.ts'

const ESCAPE = String.raw`\\([!-/:-@[-\x60{-~])`
const CODE = '(?<ticks>`{1,3})(?!`)(?<code>.{0,500}?[^`])\\k<ticks>(?!`)'
const LINK = String.raw`!?\[(?<label>(?:\\.|[^[\]\\]){0,1000})\]\(<?(?:[^\s()<>]|\([^\s()<>]*\)){0,2000}>?(?:\s+"[^"]{0,300}")?\)`
const REFERENCE = String.raw`\[(?<named>(?:\\.|[^[\]\\]){1,1000})\]\[[^[\]\n]{0,200}\]`
const NOTE = String.raw`\[\^(?<note>[^[\]\s]{1,60})\]`
const WIKI = String.raw`(?<embed>!?)\[\[(?<page>[^[\]|#\n]{0,300})(?:#(?<part>[^[\]|\n]{0,300}))?(?:\|(?<alias>[^[\]\n]{0,300}))?\]\]`
const AUTOLINK = String.raw`<(?<address>https?:[^\s<>]{1,2000})>`
const ENTITY = '(?<entity>&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z\\d]{1,31});)'
const INLINE_TAG =
  '</?(?:a|abbr|b|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|wbr)'
const BLOCK_TAG =
  '</?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|img|li|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)'
const TAG_END = String.raw`(?:\s[^<>]{0,1000})?/?>`
const HTML = `(?<inline>${INLINE_TAG}${TAG_END})|(?<block>${BLOCK_TAG}${TAG_END})`
const RUN = /\*{1,3}|_{1,3}|~~|==/y
/** All that may begin a token. Runs are found on their own: a text may hold a million of them. */
const FIRST = /[*_~=\\`![<&]/g
const TOKENS = new RegExp([ESCAPE, CODE, NOTE, WIKI, LINK, REFERENCE, AUTOLINK, HTML, ENTITY].join('|'), 'sy')

interface Piece {
  text: string
  /** A run of marks that may be emphasis. */
  readonly run?: { readonly canOpen: boolean; readonly canClose: boolean }
}

/**
 * The words of a Markdown line: emphasis, links, code marks, HTML and escapes taken off, what is no pair left as it is.
 * Links of Obsidian give the name they show, what it embeds gives nothing, and the mark of a footnote stays as `[1]`.
 * Linear in the length of `markdown`, with bounds on every mark.
 */
export function inlineToText(markdown: string): string {
  const pieces: Piece[] = []
  let from = 0
  for (let at = nextFirst(markdown, 0); at !== -1; at = nextFirst(markdown, at)) {
    const token = readToken(markdown, at)
    if (token === null) at += 1
    else {
      pieces.push({ text: markdown.slice(from, at) }, token.piece)
      from = at += token.length
    }
  }
  pieces.push({ text: markdown.slice(from) })
  dropPairs(pieces)
  return pieces.map((piece) => piece.text).join('')
}

function nextFirst(markdown: string, from: number): number {
  FIRST.lastIndex = from
  return FIRST.exec(markdown)?.index ?? -1
}

function readToken(markdown: string, at: number): { piece: Piece; length: number } | null {
  RUN.lastIndex = at
  const run = RUN.exec(markdown)?.[0]
  if (run !== undefined) return { piece: readRun(run, at, markdown), length: run.length }
  TOKENS.lastIndex = at
  const match = TOKENS.exec(markdown)
  return match && { piece: toPiece(match), length: match[0].length }
}

function toPiece(match: RegExpExecArray): Piece {
  const { code, label, named, note, address, entity, inline, block } = match.groups ?? {}
  if (note !== undefined) return { text: `[${note}]` }
  if (match.groups?.['page'] !== undefined) return { text: readWiki(match.groups) }
  if (label !== undefined || named !== undefined) return { text: inlineToText(label ?? named ?? '') }
  if (entity !== undefined) return { text: decodeEntities(entity) }
  if (inline !== undefined || block !== undefined) return { text: block === undefined ? '' : ' ' }
  return { text: code?.trim() ?? address ?? match[1] ?? match[0] }
}

function readWiki({ embed, page = '', part, alias }: Record<string, string | undefined>): string {
  return embed === '!' ? '' : (alias ?? (page === '' ? (part ?? '') : page)).trim()
}

/** Underscores inside a word are part of it, as in file names. */
function readRun(text: string, index: number, markdown: string): Piece {
  const before = markdown[index - 1] ?? ' '
  const after = markdown[index + text.length] ?? ' '
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character)
  const isBound = text.startsWith('_') && isWord(before) && isWord(after)
  return { text, run: { canOpen: !isBound && /\S/.test(after), canClose: !isBound && /\S/.test(before) } }
}

function dropPairs(pieces: Piece[]): void {
  const open = new Map<string, Piece[]>()
  for (const piece of pieces) {
    if (piece.run === undefined) continue
    const waiting = open.get(piece.text) ?? []
    open.set(piece.text, waiting)
    const opener = piece.run.canClose ? waiting.pop() : undefined
    if (opener !== undefined) {
      opener.text = ''
      piece.text = ''
    } else if (piece.run.canOpen) waiting.push(piece)
  }
}
