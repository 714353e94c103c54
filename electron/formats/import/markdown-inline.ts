const ESCAPE = String.raw`\\([!-/:-@[-\x60{-~])`
const CODE = '(?<ticks>`{1,3})(?!`)(?<code>.{0,500}?[^`])\\k<ticks>(?!`)'
const LINK = String.raw`!?\[(?<label>(?:\\.|[^[\]\\]){0,1000})\]\(<?(?:[^\s()<>]|\([^\s()<>]*\)){0,2000}>?(?:\s+"[^"]{0,300}")?\)`
const AUTOLINK = String.raw`<(?<address>https?:[^\s<>]{1,2000})>`
const ENTITY = '&(?<entity>amp|lt|gt|quot|apos|nbsp|#39);'
const RUN = String.raw`(?<run>\*{1,3}|_{1,3}|~~)`
const TOKENS = new RegExp([ESCAPE, CODE, LINK, AUTOLINK, ENTITY, RUN].join('|'), 'gs')

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  '#39': "'",
}

interface Piece {
  text: string
  /** A run of marks that may be emphasis. */
  readonly run?: { readonly canOpen: boolean; readonly canClose: boolean }
}

/**
 * The words of a Markdown line: emphasis, links, code marks and escapes taken off, what is no pair left as it is.
 * Linear in the length of `markdown`, with bounds on every mark.
 */
export function inlineToText(markdown: string): string {
  const pieces: Piece[] = []
  let from = 0
  for (const match of markdown.matchAll(TOKENS)) {
    pieces.push({ text: markdown.slice(from, match.index) })
    from = match.index + match[0].length
    pieces.push(readToken(match, markdown))
  }
  pieces.push({ text: markdown.slice(from) })
  dropPairs(pieces)
  return pieces.map((piece) => piece.text).join('')
}

function readToken(match: RegExpExecArray, markdown: string): Piece {
  const { code, label, address, entity, run } = match.groups ?? {}
  if (run !== undefined) return readRun(run, match.index, markdown)
  if (label !== undefined) return { text: inlineToText(label) }
  if (entity !== undefined) return { text: ENTITIES[entity] ?? match[0] }
  return { text: code?.trim() ?? address ?? match[1] ?? match[0] }
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
