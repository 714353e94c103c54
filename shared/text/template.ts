/** A fault of a template, with the line it is on, from 1. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** What a template is filled with: words, whether something is so, and lists of the same. */
export type TemplateData = { readonly [name: string]: TemplateValue }
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | TemplateData
  | readonly TemplateData[]
  | readonly string[]

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly line: number; readonly isRaw: boolean }
  | {
      readonly kind: 'section'
      readonly name: string
      readonly line: number
      readonly isInverted: boolean
      readonly inner: readonly Node[]
    }

/** Names are words with letters, digits and underscores, or a point for what a list holds. */
const TAG = /\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{\s*([#^/!]?)\s*([^{}]*?)\s*\}\}|\{\{/g
/** What one article may come to: many times the longest book. */
const MOST_CHARS = 20_000_000
/** No template that a person writes is deeper. */
const MOST_DEPTH = 20

/**
 * Fills a template: `{{name}}` puts a value through `put`, `{{{name}}}` puts it as it is, `{{#name}}…{{/name}}`
 * repeats what is inside for each of a list or shows it when there is something, `{{^name}}…{{/name}}` when there is
 * nothing, `{{! words }}` is left out, `{{.}}` is the item of a list of words. A section's mark alone on a line takes the
 * line with it. Names inside are looked for outwards. Nothing else is done: a template runs nothing.
 * Throws TemplateError. Source: the form is that of mustache(5).
 */
export function renderTemplate(template: string, data: TemplateData, put: (text: string) => string): string {
  const nodes = parseTemplate(template)
  let left = MOST_CHARS
  // Lists within lists multiply: a template that asks for too much ends before it holds everything else up.
  const spend = (chars: number, line: number) => {
    left -= chars + 1
    if (left < 0) throw new TemplateError('it grows larger than any file should be', line)
  }
  return render(nodes, [data], put, spend)
}

type Spend = (chars: number, line: number) => void

function parseTemplate(template: string): readonly Node[] {
  const source = takeLonelyLines(template.replace(/\r\n?/g, '\n'))
  const open: { name: string; line: number; isInverted: boolean; nodes: Node[] }[] = []
  const top: Node[] = []
  const here = () => open.at(-1)?.nodes ?? top
  let at = 0
  for (const match of source.text.matchAll(TAG)) {
    if (match.index > at) here().push({ kind: 'text', text: source.text.slice(at, match.index) })
    at = match.index + match[0].length
    const line = source.lineAt(match.index)
    const [, raw, mark = '', name = ''] = match
    if (raw !== undefined) here().push({ kind: 'value', name: raw, line, isRaw: true })
    else if (match[0] === '{{') throw new TemplateError('“{{” is not closed by “}}”', line)
    else if (mark === '!') continue
    else if (!/^(?:[A-Za-z_]\w*|\.)$/.test(name)) throw new TemplateError(`“${name}” is not a name`, line)
    else if (mark === '') here().push({ kind: 'value', name, line, isRaw: false })
    else if (mark === '/') {
      const closed = open.pop()
      if (!closed) throw new TemplateError(`“{{/${name}}}” closes nothing`, line)
      if (closed.name !== name)
        throw new TemplateError(
          `“{{/${name}}}” comes before “{{/${closed.name}}}”, which is open since line ${closed.line}`,
          line,
        )
      here().push({ kind: 'section', name, line: closed.line, isInverted: closed.isInverted, inner: closed.nodes })
    } else if (mark === '#' && open.some((outer) => outer.name === name && !outer.isInverted))
      throw new TemplateError(`“{{#${name}}}” stands within itself`, line)
    else if (open.length >= MOST_DEPTH) throw new TemplateError('too many parts within parts', line)
    else open.push({ name, line, isInverted: mark === '^', nodes: [] })
  }
  const left = open.at(-1)
  if (left)
    throw new TemplateError(
      `“{{${left.isInverted ? '^' : '#'}${left.name}}}” is not closed by “{{/${left.name}}}”`,
      left.line,
    )
  if (at < source.text.length) top.push({ kind: 'text', text: source.text.slice(at) })
  return top
}

/** A line with nothing but a section's mark leaves no empty line; which line is which is still known. */
function takeLonelyLines(template: string): { text: string; lineAt: (offset: number) => number } {
  const starts: { offset: number; line: number }[] = []
  let text = ''
  const lines = template.split('\n')
  for (const [index, line] of lines.entries()) {
    starts.push({ offset: text.length, line: index + 1 })
    const isLonely = /^[ \t]*\{\{\s*[#^/!][^{}]*\}\}[ \t]*$/.test(line)
    text += isLonely ? line.trim() : index < lines.length - 1 ? `${line}\n` : line
  }
  return { text, lineAt: (offset) => starts.findLast((start) => start.offset <= offset)?.line ?? 1 }
}

function render(nodes: readonly Node[], stack: readonly Scope[], put: (text: string) => string, spend: Spend): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') {
        spend(node.text.length, 1)
        return node.text
      }
      const value = look(node.name, node.line, stack)
      if (node.kind === 'value') {
        const text = toText(value, node)
        spend(text.length, node.line)
        return node.isRaw ? text : put(text)
      }
      spend(0, node.line)
      if (node.isInverted) return isEmpty(value) ? render(node.inner, stack, put, spend) : ''
      if (isEmpty(value)) return ''
      const items: readonly Scope[] = Array.isArray(value) ? value : [value as Scope]
      return items.map((item) => render(node.inner, [...stack, item], put, spend)).join('')
    })
    .join('')
}

type Scope = TemplateData | string | number | boolean

function look(name: string, line: number, stack: readonly Scope[]): TemplateValue {
  if (name === '.') {
    const item = stack.at(-1)
    return item === undefined ? null : item
  }
  for (const scope of stack.toReversed())
    if (typeof scope === 'object' && Object.hasOwn(scope, name)) return scope[name] ?? null
  const known = [...new Set(stack.flatMap((scope) => (typeof scope === 'object' ? Object.keys(scope) : [])))].sort()
  throw new TemplateError(`there is no “${name}” here; there are ${known.join(', ')}`, line)
}

function isEmpty(value: TemplateValue): boolean {
  return (
    value === null || value === false || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)
  )
}

function toText(value: TemplateValue, { name, line }: { name: string; line: number }): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
  throw new TemplateError(`“${name}” is a part: write “{{#${name}}}…{{/${name}}}”`, line)
}
