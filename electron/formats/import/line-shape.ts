/** How many characters at either end of a line are looked at. */
const EDGE_CHARS = 80

/** Whether a line ends as a sentence does; quotation marks and brackets after the point count as part of it. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？؟।]["'”’»)\]]*$/u.test(line.slice(-EDGE_CHARS))
}

/** Whether a line ends in the midst of a thought: a comma, a colon, a dash. */
export function endsOpen(line: string): boolean {
  return /[,;:–—-]$/u.test(line)
}

/** Whether a line reads as part of a running text, and not as a title, a name or a link. */
export function isProse(line: string): boolean {
  return line.length > 120 || (endsSentence(line) && countWords(line) > 3)
}

/** Words between white space; counting stops at 100, since no caller tells more apart. */
export function countWords(line: string): number {
  let count = 0
  for (const _ of line.slice(0, 2000).matchAll(/\S+/g)) {
    count += 1
    if (count === 100) break
  }
  return count
}
