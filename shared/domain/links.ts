import { articlePath, cardPath, dossierPath, parsePassage } from './routes.ts'

/** The scheme of links that other programs may hold: `dossier://article/ID?at=10-24`. */
export const LINK_SCHEME = 'dossier'

const idPattern = /^[\w-]{1,80}$/

/** The link to a place of the app, or null for a place that has none. `path`: as the router has it. */
export function linkOfPath(path: string): string | null {
  const { pathname, searchParams } = new URL(path, 'https://place.invalid')
  const [, room = '', id = ''] = pathname.split('/')
  const card = searchParams.get('card')
  if (room === 'cards' && card !== null && idPattern.test(card)) return `${LINK_SCHEME}://card/${card}`
  if (!idPattern.test(id)) return null
  const at = parsePassage(searchParams.get('at'))
  if (room === 'article') return `${LINK_SCHEME}://article/${id}${at ? `?at=${at.start}-${at.end}` : ''}`
  return room === 'dossier' ? `${LINK_SCHEME}://entity/${id}` : null
}

/** The place that a link names, or null for anything that is no link of ours. Whoever sends one is not trusted. */
export function pathOfLink(link: string): string | null {
  if (link.length > 400 || !URL.canParse(link)) return null
  const url = new URL(link)
  const id = url.pathname.replace(/^\//, '').replace(/\/$/, '')
  if (url.protocol !== `${LINK_SCHEME}:` || !idPattern.test(id)) return null
  if (url.hostname === 'article') return articlePath(id, parsePassage(url.searchParams.get('at')))
  if (url.hostname === 'entity') return dossierPath(id)
  return url.hostname === 'card' ? cardPath(id) : null
}
