/** Line ends that Markdown readers do not all know. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g

/**
 * One line of Markdown that reads as exactly the words of `text`, white space apart: nothing in it is a mark. For
 * headings, links and the like. Source: CommonMark 0.31.2, section 2.4, with the tables and strikethrough of GFM.
 */
export function escapeLine(text: string): string {
  return escapeInline(text.replace(LINE_ENDS, '\n').replace(/\s+/g, ' ').trim())
}

/** Like `escapeLine`, but white space at either end stays as one space: for pieces that are put together to a line. */
export function escapeMarkdown(text: string): string {
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\S\s+$/.test(text) ? ' ' : '']
  return `${before}${escapeLine(text)}${after}`
}

/**
 * Lines of Markdown that read as the words of `text`: blank lines part paragraphs, other line ends are kept as hard
 * breaks. Blank lines come as empty strings, never at either end.
 */
export function escapeParagraphs(text: string): string[] {
  const paragraphs = text
    .replace(LINE_ENDS, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  return paragraphs.flatMap((paragraph, index) => {
    const lines = paragraph.split('\n').map((line) => escapeInline(line.trim()))
    // The space keeps the mark of the break out of a bare address at the line's end.
    const broken = lines.map((line, number) => (number < lines.length - 1 ? `${line} \\` : line))
    return index === 0 ? broken : ['', ...broken]
  })
}

function escapeInline(line: string): string {
  const inline = line
    .replace(/[\\`*[\]<>~|$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=[\w#])/g, '\\&')
    // Obsidian marks, comments, names blocks and tags: ==so==, %%so%%, at the end of a line ^so, and #so.
    .replace(/==|%%|\{(?=%)|(?<=\s)\^(?=[\w-]+$)|(?<=\s)#(?=[\p{L}\p{N}])/gu, '\\$&')
    // GFM links bare addresses, and takes an escape inside one to be part of it: such an address is made plain text.
    .replace(/(https?)(?=:\/\/\S{0,2000}?\\)|(www)(?=\.\S{0,2000}?\\)/gi, '$&\\')
  return inline.replace(/^(?:[#+=:-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
}
