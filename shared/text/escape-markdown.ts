/**
 * Plain text as Markdown that shows just that text: what Markdown would read as emphasis, links, code or HTML is
 * escaped, as are list and heading marks at the beginning of a line.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (c) => `\\${c}`).replace(/^(\s*)([#+-]|\d+(?=[.)]\s))/gm, '$1\\$2')
}
