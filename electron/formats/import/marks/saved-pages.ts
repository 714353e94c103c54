import type { SavedAddress } from '#shared/domain/imported.ts'
import { decodeEntities } from '../html/decode-entities.ts'
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
    // The heading of the whole, and the folders that a browser made itself, say nothing of a page in any language.
    if (element === 'h1' || OWN_FOLDER.test(attributes)) pending = null
    else if (element === 'h3') pending = decodeEntities(text)
    else if (element === 'dl' || element === 'ul') folders.push(pending ?? '')
    else if (element === '/dl' || element === '/ul') folders.pop()
    else if (element === 'a') addresses.push(...readLink(attributes, text, folders))
    if (element === 'dl' || element === 'ul') pending = null
  }
  const once = new Map(addresses.map((address) => [address.url, address]))
  return importedParts('bookmarks', { addresses: [...once.values()] })
}

/** How a browser tells the folders that it made itself. */
const OWN_FOLDER = /\b(?:personal_toolbar_folder|unfiled_bookmarks_folder|bookmarks_toolbar_folder)\s*=/i

/** Names that browsers give to their own folders say nothing of a page. */
const OWN_FOLDERS =
  /^(?:bookmarks(?: bar| menu| toolbar)?|other bookmarks|mobile bookmarks|unread|read archive|read|menu|toolbar|imported|favorites|reading list)$/i

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
