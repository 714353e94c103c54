import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The program to run, or why there is none: a clause without a full stop. */
export type ElectronBinary =
  | { readonly kind: 'found'; readonly file: string }
  | { readonly kind: 'unavailable'; readonly reason: string }

const DOWNLOAD_LIMIT_MS = 5 * 60_000
const QUIET_MS = 2000

/** Finds Electron's binary, downloading it when it is not there yet. Never imports 'electron', which downloads unasked. */
export async function getElectron(root: string): Promise<ElectronBinary> {
  const reason = reasonAgainstDesktop(process.platform, process.env, process.getuid?.() ?? null)
  if (reason !== null) return { kind: 'unavailable', reason }
  const file = findElectron(root)
  if (file !== null) return { kind: 'found', file }
  const failure = await download(root)
  const fetched = findElectron(root)
  if (fetched !== null) return { kind: 'found', file: fetched }
  return { kind: 'unavailable', reason: `Electron could not be downloaded (${failure})` }
}

/** Electron's binary, or null when it was not downloaded. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(named, 'utf8').trim())
  return existsSync(file) ? file : null
}

/**
 * Why a desktop program can't run here, whether there is one or not; null when it can. `userId`: null where users
 * have no number.
 */
export function reasonAgainstDesktop(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  userId: number | null,
): string | null {
  if (platform !== 'linux') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no display here'
  // Chromium's sandbox refuses root, and without a sandbox Dossier is not started.
  return userId === 0 ? 'Electron does not run as root' : null
}

/** Runs Electron's own installer; gives what went wrong, in a few words. */
function download(root: string): Promise<string> {
  const installer = join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return Promise.resolve('its package is not installed')
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return Promise.resolve('ELECTRON_SKIP_BINARY_DOWNLOAD is set')
  return new Promise((ended) => {
    const child = spawn(process.execPath, [installer], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: DOWNLOAD_LIMIT_MS,
    })
    const notice = setTimeout(() => console.error('Downloading Electron, about 120 MB, once…'), QUIET_MS)
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('close', (_code, signal) => {
      clearTimeout(notice)
      ended(signal === null ? firstError(said) : 'it took too long')
    })
  })
}

function firstError(said: string): string {
  return /^\s*(?:\w*Error: )?(.*\S)/m.exec(said)?.[1] ?? 'the download failed'
}
