import type { PageLine } from './page-lines.ts'

/** So many lines at the top and the bottom of a page may be its running head and foot. */
const EDGE_LINES = 3
const MIN_PAGES = 3

/**
 * Takes page numbers, running heads and feet off: what stands at the edge of at least three pages and a third of all,
 * numbers aside, and numbers that stand alone there.
 */
export function dropMargins(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const seen = new Map<string, number>()
  for (const page of pages) for (const key of new Set(edgesOf(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const enough = Math.max(MIN_PAGES, pages.length / 3)
  return pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.filter(
      (line) =>
        !edges.has(line) ||
        !(isPageNumber(line.text) || isPrintMark(line.text) || (seen.get(keyOf(line)) ?? 0) >= enough),
    )
  })
}

function edgesOf(page: readonly PageLine[]): PageLine[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y)
  return byHeight.length <= EDGE_LINES * 2
    ? byHeight
    : [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]
}

function keyOf({ text, y }: PageLine): string {
  return `${Math.round(y / 12)} ${text.toLowerCase().replace(/\d+|\b[ivxlc]+\b/g, '#')}`
}

/** What browsers print around a page: day and hour with its title, its address with the number of the page. */
function isPrintMark(text: string): boolean {
  return (
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?:\s|$)/i.test(text) ||
    /^(?:https?|file):\/\/\S+(?:\s+\d+\s*\/\s*\d+)?$/.test(text)
  )
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*)$/i.test(text)
}
