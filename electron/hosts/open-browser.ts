import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { browserPrograms, defaultBrowserCommand } from './browser-programs.ts'
import { type SystemPlaces, windowStateDir } from './default-library-dir.ts'

/** How Dossier was shown: in a window of its own, in the default browser, or not at all. */
export type Opened = 'window' | 'browser' | 'none'

/** The computer as opening a browser sees it; everything that differs from one to the next. */
export interface BrowserSystem extends SystemPlaces {
  /** Whether this is root on Linux, where Chromium refuses to start with its sandbox on. */
  readonly isRoot: boolean
  readonly exists: (file: string) => boolean
  readonly spawn: (command: string, args: readonly string[]) => ChildProcess
  /** How long a browser has to show that it stays, in milliseconds. */
  readonly settleMs: number
}

/** The computer this runs on. */
export function thisSystem(places: SystemPlaces): BrowserSystem {
  return {
    ...places,
    isRoot: places.platform === 'linux' && process.getuid?.() === 0,
    exists: existsSync,
    spawn: (command, args) => spawn(command, args, { stdio: 'ignore', windowsHide: false }),
    settleMs: 2_500,
  }
}

/** What is to be opened. */
export interface OpenRequest {
  /** A fresh address each time: it holds a one-time code. */
  readonly address: () => string
  /** Its window gets a browser profile of its own, so that closing it ends one library's host and no other. */
  readonly libraryDir: string
  /** The window that was opened here was closed. Not called when another process took the window over. */
  readonly onClosed: () => void
}

/**
 * Shows Dossier: as an app window of an installed Chrome, Chromium or Edge, else in the default browser. Never
 * throws; when neither can be had the caller has printed the address.
 */
export async function openBrowser(request: OpenRequest, system: BrowserSystem): Promise<Opened> {
  if (system.isRoot || !hasScreen(system)) return 'none'
  const program = browserPrograms(system).find(system.exists)
  if (program && (await openWindow(program, request, system))) return 'window'
  const [command, args] = defaultBrowserCommand(system.platform, request.address())
  const opener = start(command, args, system)
  const end = await Promise.race([opener.ended, setTimeout(system.settleMs, 'running' as const)])
  return end === 'running' || end === 0 ? 'browser' : 'none'
}

async function openWindow(program: string, request: OpenRequest, system: BrowserSystem): Promise<boolean> {
  const browser = start(program, windowArguments(request, system), system)
  const end = await Promise.race([browser.ended, setTimeout(system.settleMs, 'running' as const)])
  // A browser with this profile was open already, took the window over, and this one ended well at once.
  if (end !== 'running') return end === 0
  void browser.ended.then(request.onClosed)
  return true
}

function windowArguments(request: OpenRequest, system: BrowserSystem): string[] {
  const library = createHash('sha256').update(request.libraryDir).digest('hex').slice(0, 12)
  return [
    `--app=${request.address()}`,
    `--user-data-dir=${join(windowStateDir(system), library)}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode', // else the browser outlives its last window, and the host with it
    '--window-size=1280,860',
  ]
}

function hasScreen({ platform, env }: SystemPlaces): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Starts a program; `ended` gives its exit code, or null when it could not start or was killed. It never rejects. */
function start(command: string, args: readonly string[], system: BrowserSystem): { ended: Promise<number | null> } {
  try {
    const child = system.spawn(command, args)
    return {
      ended: new Promise((resolve) => {
        child.once('error', () => resolve(null))
        child.once('exit', resolve)
      }),
    }
  } catch {
    return { ended: Promise.resolve(null) } // a path that can't even be asked for starts nothing
  }
}
