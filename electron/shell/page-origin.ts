import { app, type WebFrameMain } from 'electron'
import { APP_ORIGIN } from '#shared/contract/channels.ts'

/** Where the page is loaded from: our own scheme, or the development server when electron-vite started one. */
export function pageUrl(): string {
  return `${pageOrigin()}/index.html`
}

/** Whether `url` is a page of ours. */
export function isOwnUrl(url: string): boolean {
  return url.startsWith(`${pageOrigin()}/`)
}

/** Whether a message came from our own page, and not from a frame inside it or from a page that took its place. */
export function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url)
}

function pageOrigin(): string {
  const developmentUrl = process.env.ELECTRON_RENDERER_URL
  return developmentUrl && !app.isPackaged ? developmentUrl.replace(/\/$/, '') : APP_ORIGIN
}
