import { linkOfPath } from '#shared/domain/links.ts'
import { client } from './api.ts'

/** A link to a place (a path of the router) that opens it from elsewhere: `dossier://` on the desktop, an address in a browser. */
export function linkToPlace(path: string): string {
  const link = window.dossierHost ? linkOfPath(path) : null
  return link ?? `${window.location.origin}/#${path}`
}

/** Opens a place in a window of its own. */
export function openInWindow(path: string): void {
  if (window.dossierHost) void client.desktop.openWindow({ path })
  // The window takes the key of this one along; without an opener it would have none.
  else window.open(`${window.location.origin}/?alone#${path}`, '_blank', 'popup,width=1000,height=800')
}
