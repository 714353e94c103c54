/** The pictures that Markdown names as `picture:` and the SHA-256 of their bytes, in order, each time it does. */
export function picturesIn(markdown: string): string[] {
  return [...markdown.matchAll(/picture:([0-9a-f]{64})/gi)].map(([, name = '']) => name.toLowerCase())
}
