/**
 * Markdown that a person wrote, made safe to stand before other Markdown: what it leaves open (a code fence) is closed,
 * and a line that would begin HTML shows its "<" instead, as it does in the app. The rest stays to the letter.
 */
export function containMarkdown(markdown: string): string {
  let fence: string | null = null
  const lines = markdown
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
      if (mark?.[1] !== undefined && fence === null) fence = mark[1]
      else if (fence !== null && mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = null
      return fence === null ? line.replace(/^(\s*(?:> ?)*)<(?=[!?/a-z])/i, '$1\\<') : line
    })
  return fence === null ? lines.join('\n') : [...lines, fence].join('\n')
}
