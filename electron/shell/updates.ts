import type { DesktopChoices, UpdateState } from '#shared/contract/desktop.ts'

/** As much of electron-updater as is used. */
export interface Updater {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  allowPrerelease: boolean
  channel: string | null
  allowDowngrade: boolean
  checkForUpdates(): Promise<unknown>
  quitAndInstall(): void
  on(event: 'update-available' | 'update-downloaded', listener: (info: { version: string }) => void): unknown
  on(event: 'update-not-available' | 'error', listener: () => void): unknown
}

const LOOK_EVERY_MS = 24 * 3_600_000
const FIRST_LOOK_MS = 30_000

/** Keeps the program new, if the person wants that. */
export interface Updates {
  state(): UpdateState
  follow(choices: DesktopChoices): void
  look(): Promise<UpdateState>
  install(): void
  end(): void
}

/**
 * `load` gives the updater, or null where this build has nowhere to look; it is asked for only once updates are on, and
 * nothing touches the network before.
 */
export function createUpdates(load: () => Promise<Updater | null>, onChange: () => void): Updates {
  let state: UpdateState = { kind: 'off' }
  let updater: Promise<Updater | null> | null = null
  let timers: NodeJS.Timeout[] = []
  let wanted: DesktopChoices | null = null
  const become = (next: UpdateState) => {
    state = next
    onChange()
  }
  const prepare = async (): Promise<Updater | null> => {
    const loaded = await load()
    if (!loaded) return null
    loaded.autoDownload = true
    loaded.autoInstallOnAppQuit = true
    loaded.on('update-available', ({ version }) => become({ kind: 'fetching', version }))
    loaded.on('update-downloaded', ({ version }) => become({ kind: 'ready', version }))
    loaded.on('update-not-available', () => become({ kind: 'newest' }))
    loaded.on('error', () => become({ kind: 'failed' }))
    return loaded
  }
  const look = async (): Promise<UpdateState> => {
    if (!wanted?.updates) return state
    updater ??= prepare()
    const ready = await updater.catch(() => undefined)
    if (ready === undefined) {
      updater = null
      become({ kind: 'failed' })
    } else if (!ready) become({ kind: 'unavailable' })
    else if (state.kind !== 'fetching' && state.kind !== 'ready') {
      ready.channel = wanted.updateChannel
      // To name a channel permits older versions, with the holes that the newer ones have closed.
      ready.allowDowngrade = false
      ready.allowPrerelease = wanted.updateChannel === 'beta'
      become({ kind: 'looking' })
      await ready.checkForUpdates().catch(() => become({ kind: 'failed' }))
    }
    return state
  }
  const end = () => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }
  return {
    state: () => state,
    follow(choices) {
      wanted = choices
      end()
      if (!choices.updates) {
        state = { kind: 'off' }
        return
      }
      const first = setTimeout(() => void look(), FIRST_LOOK_MS)
      const each = setInterval(() => void look(), LOOK_EVERY_MS)
      timers = [first, each]
    },
    look,
    install() {
      if (state.kind === 'ready') void updater?.then((ready) => ready?.quitAndInstall())
    },
    end,
  }
}
