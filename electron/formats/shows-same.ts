import { micromark } from 'micromark'

/**
 * Whether two pieces of Markdown show the same, however they are written: what went through another program comes back
 * with other escapes and line ends.
 */
export function showsSame(one: string, other: string): boolean {
  return one === other || shown(one) === shown(other)
}

function shown(markdown: string): string {
  // Compared only: where a link or a picture leads is part of what is shown.
  return micromark(markdown, { allowDangerousProtocol: true }).replace(/\s+/g, ' ').trim()
}
