/** Which column of a table holds what; null where none does. */
export interface TableColumns {
  readonly front: number
  readonly back: number | null
  readonly tags: number | null
  /** By which a card is known when it comes again. */
  readonly guid: number | null
}

/** How a table of cards is written. */
export interface TableGuess {
  readonly separator: string
  readonly hasHeader: boolean
  readonly isHtml: boolean
  readonly columns: TableColumns
}

/** What can part the columns of a table, the likeliest first. */
export const tableSeparators = ['\t', ';', ',', '|'] as const

const SEPARATOR_NAMES: Readonly<Record<string, string>> = {
  tab: '\t',
  semicolon: ';',
  comma: ',',
  pipe: '|',
  colon: ':',
  space: ' ',
}

const NAMES = {
  front:
    /^(?:front|question|term|prompt|word|vorderseite|frage|recto|anverso|pregunta|fronte|domanda|frente|text|cloze|key|q)$/i,
  back: /^(?:back|answer|definition|meaning|translation|rückseite|antwort|verso|réponse|reverso|respuesta|retro|risposta|verso|resposta|response|back extra|value|a)$/i,
  tags: /^(?:tags?|labels?|schlagwörter|étiquettes|etiquetas|etichette)$/i,
  guid: /^(?:guid|id|uuid)$/i,
}

/**
 * What a table of cards seems to be, by its first rows and by the lines with which Anki begins one; null when no mark
 * parts it into two columns or more.
 */
export function guessTable(sample: string): TableGuess | null {
  const said = readHeaders(sample)
  const body = sample.replace(/^\uFEFF/, '').replace(/^(?:#[a-z ]+:[^\n]*(?:\n|$))+/i, '')
  const separator = said.separator ?? guessSeparator(body)
  if (separator === null) return null
  const rows = roughRows(body, separator)
  const width = Math.max(...rows.map((row) => row.length))
  if (width < 2) return null
  const head = (said.columns ?? rows[0] ?? []).map((name) => name.trim())
  const named = (what: keyof typeof NAMES) => {
    const at = head.findIndex((name) => NAMES[what].test(name))
    return at === -1 ? null : at
  }
  const isKnown = named('front') !== null && (named('back') ?? named('tags')) !== null
  const isLikely = width > 2 && (Object.keys(NAMES) as (keyof typeof NAMES)[]).some((what) => named(what) !== null)
  const hasHeader = said.columns === null && (isKnown || (isLikely && readsAsNames(rows)))
  const isNamed = hasHeader || said.columns !== null
  const tags = said.tags ?? (isNamed ? named('tags') : null)
  const guid = said.guid ?? (isNamed ? named('guid') : null)
  const free = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at !== tags && at !== guid && !said.other.includes(at),
  )
  const front = (isNamed ? named('front') : null) ?? free[0] ?? 0
  const back = (isNamed ? named('back') : null) ?? free.find((at) => at !== front) ?? null
  const isHtml = said.isHtml ?? /<(?:br|div|b|i|p|img|span|ul|li)\b[^<>]*>/i.test(body)
  return { separator, hasHeader, isHtml, columns: { front, back, tags, guid } }
}

const MOST_NAME_CHARS = 30

/** Whether the first row names columns: short words, no two alike, and none that stands below it. */
function readsAsNames([head = [], ...rows]: readonly (readonly string[])[]): boolean {
  const names = head.map((name) => name.trim().toLowerCase())
  return (
    new Set(names).size === names.length &&
    names.every((name) => name !== '' && name.length <= MOST_NAME_CHARS && !/[\d.!?]/.test(name)) &&
    rows.every((row) => row.every((cell, at) => cell.trim().toLowerCase() !== names[at]))
  )
}

/** Source: Anki's manual, text files: file headers. Columns are counted from 1 there. */
function readHeaders(sample: string) {
  const lines = /^(?:#[a-z ]+:[^\n]*(?:\n|$))+/i.exec(sample.replace(/^\uFEFF/, ''))?.[0] ?? ''
  const field = (name: string) => new RegExp(`^#${name}:(.*)$`, 'im').exec(lines)?.[1]?.trim() ?? null
  const column = (name: string) => {
    const at = Number(field(`${name} column`))
    return Number.isInteger(at) && at > 0 ? at - 1 : null
  }
  const separator = field('separator')
  const html = field('html')
  const known = separator === null ? null : (SEPARATOR_NAMES[separator.toLowerCase()] ?? separator)
  return {
    separator: known === '' ? null : known,
    isHtml: html === null ? null : html === 'true',
    columns: field('columns')?.split(known ?? '\t') ?? null,
    tags: column('tags'),
    guid: column('guid'),
    other: [column('deck'), column('notetype')].filter((at) => at !== null),
  }
}

/** The mark that parts most lines into the same number of columns, two at least. */
function guessSeparator(body: string): string | null {
  const judged = tableSeparators.map((separator) => {
    const widths = roughRows(body, separator).map((row) => row.length)
    const counts = Map.groupBy(widths, (width) => width)
    const [usual = 1, rows = []] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? []
    return { separator, score: usual < 2 ? 0 : rows.length / Math.max(1, widths.length) }
  })
  const best = judged.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score < 0.5 ? null : best.separator
}

/** Lines cut at a separator, quotes aside: enough to count columns by. */
function roughRows(body: string, separator: string): string[][] {
  return body
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
    .map((line) => cutOutsideQuotes(line, separator))
}

function cutOutsideQuotes(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    if (character === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell].map((one) => one.replace(/^"(.*)"$/, '$1'))
}
