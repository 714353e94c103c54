const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm

/**
 * Takes off what programs that write Markdown put beside its words, outside of code: comments of HTML and of Obsidian,
 * shortcodes of Hugo, tags of Liquid, and the ids of blocks at the ends of lines. Linear.
 */
export function dropAsides(markdown: string): string {
  let from = 0
  let out = ''
  for (const code of markdown.matchAll(FENCED)) {
    out += dropIn(markdown.slice(from, code.index)) + code[0]
    from = code.index + code[0].length
  }
  return out + dropIn(markdown.slice(from))
}

function dropIn(text: string): string {
  return (
    dropBetween(text, '<!--', '-->')
      // Within a word or after a number it is no comment: 50%% of them.
      .replace(/(^|\s)%%(?!%)[^%]{0,20000}%%(?=\s|$)/g, '$1')
      .replace(/(?<!\\)(?:\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,2000}%\})/g, '')
      .replace(/[ \t]\^[A-Za-z0-9][A-Za-z0-9-]{2,60}[ \t]*$/gm, '')
  )
}

/** A comment without an end is text, and so is one whose mark is escaped. */
function dropBetween(text: string, opening: string, closing: string): string {
  let out = ''
  let from = 0
  for (let start = text.indexOf(opening); start !== -1; start = text.indexOf(opening, from)) {
    const isEscaped = text[start - 1] === '\\'
    const end = isEscaped ? start + 1 : text.indexOf(closing, start + opening.length)
    if (end === -1) break
    out += text.slice(from, isEscaped ? end : start)
    from = isEscaped ? end : end + closing.length
  }
  return out + text.slice(from)
}
