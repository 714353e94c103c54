import type { SavedAddress } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { parseMoment, splitTags, tidyTags, webAddress, words } from './mark-fields.ts'

const MAX_ADDRESSES = 50_000
const NETSCAPE = /^<!doctype netscape-bookmark-file-1/i
const POCKET = /<title>\s*Pocket Export\s*<\/title>/i

/** Whether a page is a list of bookmarks as browsers write it, or the export of Pocket. */
export function isSavedPages(head: string): boolean {
  return NETSCAPE.test(head) || POCKET.test(head)
}

/**
 * The addresses in bookmarks or in Pocket's export; folders become tags. Only http and https: what else a bookmark
 * holds is no page. Read tag by tag, for these files close nothing. Source: the Netscape bookmark file format.
 */
export function savedPagesToAddresses(html: string): DocumentsResult {
  const addresses: SavedAddress[] = []
  const folders: string[] = []
  let pending: string | null = null
  const tag = /<(h[13]|dl|\/dl|a|ul|\/ul)\b([^<>]{0,60000})>([^<]{0,2000})/gi
  for (let match = tag.exec(html); match !== null && addresses.length < MAX_ADDRESSES; match = tag.exec(html)) {
    const [, name = '', attributes = '', text = ''] = match
    const element = name.toLowerCase()
    if (element === 'h3' || element === 'h1') pending = decodeEntities(text)
    else if (element === 'dl' || element === 'ul') folders.push(pending ?? '')
    else if (element === '/dl' || element === '/ul') folders.pop()
    else if (element === 'a') addresses.push(...readLink(attributes, text, folders))
    if (element === 'dl' || element === 'ul') pending = null
  }
  const once = new Map(addresses.map((address) => [address.url, address]))
  return importedParts('bookmarks', { addresses: [...once.values()] })
}

/** Names that browsers give to their own folders say nothing of a page. */
const OWN_FOLDERS =
  /^(?:bookmarks(?: bar| menu| toolbar)?|other bookmarks|unread|read archive|read|menu|toolbar|imported)$/i

function readLink(attributes: string, text: string, folders: readonly string[]): SavedAddress[] {
  const field = (name: string) =>
    decodeEntities(
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)?.slice(1).find(Boolean) ?? '',
    )
  const url = webAddress(field('href'))
  if (url === null) return []
  const named = folders.filter((folder) => folder !== '' && !OWN_FOLDERS.test(folder))
  return [
    {
      url,
      title: words(decodeEntities(text)) || url,
      tags: tidyTags([...named, ...splitTags(field('tags'))]),
      savedAtMs: parseMoment(field('add_date') || field('time_added')),
    },
  ]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}
