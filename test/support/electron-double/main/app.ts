import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { claimInstance } from './instance-lock.ts'
import { RefusableEvent, StrictEmitter, strict } from './strict.ts'
import { systemLog } from './system-log.ts'

const members = [
  'name',
  'isPackaged',
  'whenReady',
  'isReady',
  'getName',
  'getVersion',
  'getAppPath',
  'getPath',
  'setPath',
  'quit',
  'exit',
  'requestSingleInstanceLock',
  'setBadgeCount',
  'addRecentDocument',
  'setAboutPanelOptions',
  'setAsDefaultProtocolClient',
  'relaunch',
  'getLoginItemSettings',
  'setAppUserModelId',
] as const

const events = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'open-file',
  'open-url',
  'render-process-gone',
]

const places = ['home', 'appData', 'temp', 'documents', 'downloads', 'desktop', 'logs'] as const

/** What the windows tell the app and the app the windows, without either module importing the other. */
interface Windows {
  closeAll(): boolean
}

class DoubleApp extends StrictEmitter implements Pick<App, (typeof members)[number]> {
  readonly name = 'Dossier'
  /** As an installed program, which knows more of the system. */
  readonly isPackaged = process.env.ELECTRON_DOUBLE_PACKAGED === '1'
  windows: Windows = { closeAll: () => true }
  #isReady = false
  #isQuitting = false
  #hasExited = false
  #readiness = Promise.withResolvers<void>()
  #userData = process.env.ELECTRON_DOUBLE_USER_DATA ?? ''
  // The person's folders stay where they are when a program moves its own.
  readonly #placesOf = this.#userData

  becomeReady(): void {
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#readiness.resolve()
  }
  whenReady(): Promise<void> {
    return this.#readiness.promise
  }
  isReady(): boolean {
    return this.#isReady
  }
  getName(): string {
    return this.name
  }
  getVersion(): string {
    const { version }: { version: string } = JSON.parse(readFileSync(join(this.getAppPath(), 'package.json'), 'utf8'))
    return version
  }
  getAppPath(): string {
    return process.cwd()
  }
  getPath(name: Parameters<App['getPath']>[0]): string {
    if (name === 'userData') return this.#userData
    if (places.some((place) => place === name)) return join(this.#placesOf, 'places', name)
    throw new Error(`electron double: app.getPath('${name}') is not implemented`)
  }
  setPath(name: string, path: string): void {
    if (name !== 'userData') throw new Error(`electron double: app.setPath('${name}') is not implemented`)
    if (this.#isReady) throw new Error('electron double: too late to move userData, Chromium has opened it')
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} is not there`)
    this.#userData = path
  }
  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    return claimInstance(this.#userData, data ?? null, (argv, workingDirectory, theirs) => {
      this.emit('second-instance', new RefusableEvent(), argv, workingDirectory, theirs)
    })
  }
  quit(): void {
    if (this.#isQuitting || this.#hasExited) return
    this.#isQuitting = this.#ask('before-quit') && this.windows.closeAll()
    if (!this.#isQuitting) return
    if (this.#ask('will-quit')) this.exit(0)
    else this.#isQuitting = false
  }
  exit(code = 0): void {
    if (this.#hasExited) return
    this.#hasExited = true
    this.emit('quit', {}, code)
    setImmediate(() => process.exit(code))
  }
  setBadgeCount(count = 0): boolean {
    systemLog.badgeCount = count
    return true
  }
  addRecentDocument(path: string): void {
    systemLog.recentDocuments.push(path)
  }
  setAboutPanelOptions(): void {
    // Shown by the system when it is asked for.
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    systemLog.protocols.push(scheme)
    return true
  }
  relaunch(): void {
    systemLog.relaunches += 1
  }
  getLoginItemSettings(): ReturnType<App['getLoginItemSettings']> {
    const wasOpenedAtLogin = process.env.ELECTRON_DOUBLE_AT_LOGIN === '1'
    const settings: Partial<ReturnType<App['getLoginItemSettings']>> = { wasOpenedAtLogin }
    return strict('LoginItemSettings', settings, ['wasOpenedAtLogin']) as ReturnType<App['getLoginItemSettings']>
  }
  setAppUserModelId(): void {
    // What Windows knows the program by.
  }
  /** The last window was closed; not by `quit`, which goes its own way. */
  lastWindowClosed(): void {
    if (this.#isQuitting || this.#hasExited) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
  #ask(event: string): boolean {
    const question = new RefusableEvent()
    this.emit(event, question)
    return !question.defaultPrevented
  }
}

/** The app object with what the double alone may call. */
export const rawApp = new DoubleApp('app', events)

/** The double of Electron's app. */
export const app = strict('app', rawApp, members)
