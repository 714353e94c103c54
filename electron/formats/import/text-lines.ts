/** A line that holds something. `text` is trimmed. */
export interface TextLine {
  readonly text: string
  /** White space before it, in characters. */
  readonly indent: number
  /** Whether a blank line, or the start of the file, comes before it. */
  readonly afterBlank: boolean
}

/**
 * The lines of a text that are not blank. Every kind of line end counts, a form feed among them (a page break); NULs and
 * byte order marks go, and half surrogates become U+FFFD, since no file could keep them. The rest stays as it is.
 */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  let afterBlank = true
  for (const raw of cleanText(text).split('\n')) {
    const trimmed = raw.replace(/^[\s\u200B]+/, '').trimEnd()
    if (trimmed === '') {
      afterBlank = true
      continue
    }
    lines.push({ text: trimmed, indent: indentOf(raw), afterBlank })
    afterBlank = false
  }
  return lines
}

/** The text with "\n" as its only line end, and without NULs, byte order marks and half surrogates. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0\uFEFF]+/g, '')
    .replace(/\r\n?|[\u0085\u2028\f\v]/g, '\n')
    .replace(/\u2029/g, '\n\n')
}

function indentOf(raw: string): number {
  return raw.length - raw.trimStart().length
}
