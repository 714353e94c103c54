const LABEL_CHARS = 48

/** The beginning of a text on one line, at most 48 characters, for the label of an action. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LABEL_CHARS ? line : `${line.slice(0, LABEL_CHARS - 1).trimEnd()}…`
}

/** What was stored a moment ago and so must be there. Throws when it is not: that is a bug. */
export function stored<Row>(row: Row | null): Row {
  if (row === null) throw new Error('A row that was just stored is not there.')
  return row
}
