const BY =
  /^(?:(?:written|posted|reported|story)\s+)?(?:by|von|par|por|di|door|av|af|auth?or(?:s|es|en)?|texte?)\b\s*:?\s*/iu
/** Where a line with an author goes on to something else: a date, an office, buttons. */
const BEYOND =
  /\s+[|•·–—-]\s|\s*\||\s{3,}|\n|,?\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|,?\s+(?:on\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,7}\.?\s+\d|,?\s+(?:le|am|el|il|em|den|op|on|updated)\s+\d|\d{1,2}:\d{2}|\d{4}-\d{2}|\b(?:19|20)\d{2}\b|\s+(?:follow|print|e-?mail|share|updated|published)\b/iu
const MAX_CHARS = 120

/**
 * The names in a line that a page shows as that of its author: without "by", dates and offices; null where nothing is
 * left that could be a name.
 */
export function namesInByline(line: string | null | undefined, site: string | null): string | null {
  const shown = line?.trim().replace(BY, '') ?? ''
  const end = BEYOND.exec(shown)?.index ?? shown.length
  const names = shown
    .slice(0, end)
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:–—-]+$/, '')
    .trim()
  const isNone = names.length < 3 || names.length > MAX_CHARS || /\d|https?:|^(?:by|authors?|staff|admin)$/i.test(names)
  return isNone || names.split(' ').length > 14 || isSite(names, site) ? null : names.toWellFormed()
}

/** Whether what is given as the author is the site itself: its name, or a domain. */
export function isSite(byline: string, site: string | null): boolean {
  const fold = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$/i.test(byline)) return true
  return site !== null && fold(byline) === fold(site)
}
