/** What parts the name of a site from the title of a page. */
const PART = /\s+[|–—·•»«]\s+|\s+-{1,2}\s+|\s+::?\s+|:\s+/g

/**
 * The title of an article out of what a page gives for it: without the name of its site or its author before or after
 * it. A heading of the page that is a part of the title is the title; else a part that only names the site goes.
 * `names`: site, host and author, as far as they are known.
 */
export function articleTitle(
  stated: string | null,
  document: Document,
  names: readonly (string | null)[],
): string | null {
  if (stated === null) return null
  const cuts = [...stated.matchAll(PART)]
  if (cuts.length === 0) return stated
  const parts = cuts.flatMap(({ index, 0: { length } }) => [stated.slice(0, index), stated.slice(index + length)])
  const headings = new Set(
    [...document.querySelectorAll('h1, h2')].slice(0, 50).map((one) => fold(one.textContent ?? '')),
  )
  if (headings.has(fold(stated))) return stated
  const headed = parts.filter((part) => headings.has(fold(part))).sort((a, b) => b.length - a.length)
  return headed[0] ?? withoutName(stated, cuts, names)
}

function withoutName(stated: string, cuts: readonly RegExpExecArray[], names: readonly (string | null)[]): string {
  const [first, last] = [cuts[0], cuts.at(-1)]
  if (!first || !last) return stated
  const known = names.filter((name) => name !== null).map(fold)
  const tail = stated.slice(last.index + last[0].length)
  if (isName(tail, known)) return stated.slice(0, last.index).trim()
  const head = stated.slice(0, first.index)
  return isName(head, known) ? stated.slice(first.index + first[0].length).trim() : stated
}

/** Every word of a name is one of the site's, the host's or the author's. */
function isName(part: string, known: readonly string[]): boolean {
  const words = part.split(/\s+/).map(fold).filter(Boolean)
  return words.length > 0 && words.length <= 8 && known.some((name) => words.every((word) => name.includes(word)))
}

function fold(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
