/** A piece of a snippet; `isHit` where the search found its words. */
export interface SnippetPart {
  readonly text: string
  readonly isHit: boolean
}

/** Cuts a snippet at the two private-use characters that stand around what was found. Unpaired ones are dropped. */
export function splitHits(snippet: string): readonly SnippetPart[] {
  const parts: SnippetPart[] = []
  for (const [place, chunk] of snippet.split('\uE000').entries()) {
    const [hit = '', ...rest] = chunk.split('\uE001')
    const isHit = place > 0 && rest.length > 0
    if (hit !== '') parts.push({ text: hit, isHit })
    if (rest.join('') !== '') parts.push({ text: rest.join(''), isHit: false })
  }
  return parts
}

/** A snippet without the characters around what was found. */
export function plainText(snippet: string): string {
  return snippet.replaceAll(/[\uE000\uE001]/g, '')
}
