import { app, BrowserWindow, Notification, nativeImage } from 'electron'
import type { DesktopChoices } from '#shared/contract/desktop.ts'
import { drawBadge } from './badge-image.ts'
import { loadJson, saveJson } from './json-file.ts'

const LOOK_EVERY_MS = 5 * 60_000
/** What is done in the app changes the count; many changes are looked at once. */
const SETTLE_MS = 800

/** What the watch works with. */
export interface DueWatchOptions {
  /** How many cards are due now. */
  readonly dueCount: () => number
  readonly choices: () => DesktopChoices
  /** Where the day of the last message is kept. */
  readonly file: string
  /** The person chose the message. */
  readonly onChosen: () => void
}

/** Shows the count of due cards at the program's icon, and tells of it once a day. */
export function watchDue({ dueCount, choices, file, onChosen }: DueWatchOptions): { lookSoon(): void; end(): void } {
  let soon: NodeJS.Timeout | null = null
  // Kept, or it would be collected together with what it does when it is chosen.
  let shown: Notification | null = null
  const look = () => {
    const { showsBadge, notifiesDue } = choices()
    const count = dueCount()
    showCount(showsBadge ? count : 0)
    const today = new Date().toDateString()
    if (!notifiesDue || count === 0 || loadJson(file) === today || !Notification.isSupported()) return
    saveJson(file, today)
    shown = new Notification({ title: 'Dossier', body: dueWords(count), silent: true })
    shown.on('click', onChosen)
    shown.show()
  }
  const each = setInterval(look, LOOK_EVERY_MS)
  return {
    lookSoon() {
      soon ??= setTimeout(() => {
        soon = null
        look()
      }, SETTLE_MS)
    },
    end() {
      clearInterval(each)
      if (soon) clearTimeout(soon)
    },
  }
}

/** At the icon in the dock or launcher; in the taskbar of Windows on the buttons of the windows. */
function showCount(count: number): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const { bitmap, side } = drawBadge(count)
  const image = count === 0 ? null : nativeImage.createFromBitmap(bitmap, { width: side, height: side, scaleFactor: 2 })
  for (const window of BrowserWindow.getAllWindows()) window.setOverlayIcon(image, image ? dueWords(count) : '')
}

function dueWords(count: number): string {
  return count === 1 ? '1 card is ready for review.' : `${count} cards are ready for review.`
}
