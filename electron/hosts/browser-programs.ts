import { posix, win32 } from 'node:path'
import type { SystemPlaces } from './default-library-dir.ts'

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** Where a browser that can show an app window would lie, best first. Chrome, Chromium and Edge can. */
export function browserPrograms(places: SystemPlaces): string[] {
  if (places.platform === 'win32') return windowsCandidates(places)
  if (places.platform === 'darwin') return macCandidates(places)
  const folders = (places.env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder))
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** The command that hands a URL to the person's default browser. */
export function defaultBrowserCommand(platform: NodeJS.Platform, url: string): [string, string[]] {
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', url]] // `start` is cmd's, which reads & and ^
  if (platform === 'darwin') return ['open', [url]]
  return ['xdg-open', [url]]
}

function windowsCandidates({ env }: SystemPlaces): string[] {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  )
  return windowsPrograms.flatMap((parts) => folders.map((folder) => win32.join(folder, ...parts)))
}

function macCandidates({ home }: SystemPlaces): string[] {
  const folders = ['/Applications', posix.join(home, 'Applications')]
  return macApps.flatMap((app) => folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)))
}
