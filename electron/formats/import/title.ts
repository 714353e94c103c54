import { countWords, endsOpen, endsSentence } from './line-shape.ts'

const MAX_TITLE_CHARS = 200
const MAX_DERIVED_CHARS = 90
const UNTITLED = 'Untitled'

/** Whether the first passage of a text reads as its title: a short line that is no sentence. A question may be one. */
export function isTitleLike(line: string): boolean {
  if (line.length > MAX_TITLE_CHARS || !/[\p{L}\p{N}]/u.test(line) || endsOpen(line)) return false
  return countWords(line) <= 30 && (!endsSentence(line) || /[?!…]["'”’»]?$/u.test(line))
}

/** The name of a news site, as it stands above a title: a known agency, or a short name that ends as papers' names do. */
const MASTHEAD =
  /^(?:AFP|AP|Associated Press|Reuters|Al Jazeera(?: English)?|Bloomberg|(?:[A-Z]{2,4}|(?:The )?(?:\p{Lu}[\p{L}.'’-]+ ){1,3}|The )(?:News|Times|Post|Mail|Herald|Tribune|Journal|Gazette|Chronicle|Guardian|Observer|Telegraph|Independent|Express|Standard|Mirror|Star|Examiner|Inquirer|Record|Today|Online))$|^(?:BBC|CNN|NBC|CBS|ABC|NPR|PBS|DW)(?: News)?$|^The Daily \p{Lu}[\p{L}]+$/u

/** Whether a line names a news site and not an article. */
export function isMasthead(line: string): boolean {
  return line.length <= 40 && MASTHEAD.test(line)
}

/** A title for a text that has none: its first sentence, cut at a word; else the file's name without its ending. */
export function deriveTitle(firstPassage: string, fileName: string | null): string {
  const start = firstPassage.slice(0, MAX_TITLE_CHARS * 2).replace(/\s+/g, ' ')
  const sentence = /^.{3,}?[.!?…。！？]["'”’»)]*(?=\s|$)/u.exec(start)?.[0] ?? start
  const title = sentence.replace(/[.。]$/u, '').trim()
  if (!/[\p{L}\p{N}]/u.test(title)) return titleFromName(fileName)
  return title.length <= MAX_DERIVED_CHARS ? title : `${cutAtWord(title)}…`
}

/** A title out of a file's name: no folders, no ending, no underscores. */
export function titleFromName(fileName: string | null): string {
  const base = (fileName ?? '').split(/[/\\]/).at(-1) ?? ''
  const bare = base
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return bare === '' ? UNTITLED : bare.slice(0, MAX_TITLE_CHARS).toWellFormed()
}

function cutAtWord(title: string): string {
  const cut = title.slice(0, MAX_DERIVED_CHARS)
  const space = cut.lastIndexOf(' ')
  return (space > MAX_DERIVED_CHARS / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')).replace(
    /[\s,;:–—-]+$/u,
    '',
  )
}
