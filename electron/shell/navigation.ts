import { shell, type WebContents } from 'electron'
import { isOwnUrl } from './page-origin.ts'

const externalSchemes = new Set(['http:', 'https:', 'mailto:'])

/** Keeps the window on our own page: other pages, frames and windows are refused, links go to the system browser. */
export function guardNavigation(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternally(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isOwnUrl(details.url)) return
    details.preventDefault()
    if (details.isMainFrame) openExternally(details.url)
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Whether the system browser, or the program for letters, may be given `url`. */
export function isExternal(url: string): boolean {
  return URL.canParse(url) && externalSchemes.has(new URL(url).protocol) && !isOwnUrl(url)
}

/** Opens http(s) and mailto links in the program the person uses for them; anything else is ignored. */
export function openExternally(url: string): void {
  if (isExternal(url)) void shell.openExternal(url)
}
