const TOKEN = /\{\{c(\d{1,6})(?:,\d{1,6})*::|\}\}(?!\})/g

/**
 * A field in which gaps stand one after the other: newer versions of Anki let one hold another, and let one belong to
 * several cards. The outer gap is cut around the inner one; of several cards the first keeps it. Linear.
 */
export function plainGaps(field: string): string {
  if (!/\{\{c\d{1,6},/.test(field) && !isNested(field)) return field
  const open: string[] = []
  const out: string[] = []
  let from = 0
  for (const token of field.matchAll(TOKEN)) {
    const [whole, number] = token
    out.push(field.slice(from, token.index))
    from = token.index + whole.length
    const outer = open.at(-1)
    if (number !== undefined) {
      out.push(`${outer === undefined ? '' : '}}'}{{c${number}::`)
      open.push(number)
    } else {
      open.pop()
      const around = outer === undefined ? undefined : open.at(-1)
      out.push(around === undefined ? '}}' : `}}{{c${around}::`)
    }
  }
  out.push(field.slice(from))
  return out.join('').replace(/\{\{c\d{1,6}::(?:::[^{}]*)?\}\}/g, '')
}

function isNested(field: string): boolean {
  let depth = 0
  for (const [, number] of field.matchAll(TOKEN)) {
    depth = number === undefined ? Math.max(0, depth - 1) : depth + 1
    if (depth > 1) return true
  }
  return false
}
