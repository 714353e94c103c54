import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type { BrowserWindowConstructorOptions, NativeImage, BrowserWindow as RealWindow, WebContents } from 'electron'
import { rawApp } from './app.ts'
import { RefusableEvent, StrictEmitter, strict } from './strict.ts'
import { systemLog } from './system-log.ts'
import { testLink } from './test-link.ts'
import { DoubleContents } from './web-contents.ts'

const members = [
  'id',
  'webContents',
  'loadURL',
  'show',
  'focus',
  'isVisible',
  'isDestroyed',
  'isMinimized',
  'restore',
  'isMaximized',
  'isFullScreen',
  'maximize',
  'getNormalBounds',
  'close',
  'destroy',
  'setOverlayIcon',
] as const

const events = ['ready-to-show', 'show', 'focus', 'close', 'closed']

const open = new Map<number, DoubleWindow>()
let lastId = 0

/** How a person has arranged a window. */
export interface Arrangement {
  readonly x: number
  readonly y: number
  readonly isMaximized: boolean
  readonly isFullScreen: boolean
}

/** A window, with what the double alone may call. */
export class DoubleWindow extends StrictEmitter implements Pick<RealWindow, (typeof members)[number]> {
  readonly id = ++lastId
  readonly contents = new DoubleContents(this.id)
  readonly webContents: WebContents = this.contents.visible
  readonly visible: RealWindow
  readonly #size: { width: number; height: number }
  readonly #opened: Promise<void>
  isFocused = false
  #isVisible: boolean
  #place: { x: number; y: number }
  #isMaximized = false
  #isFullScreen: boolean
  #isDestroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events)
    if (!rawApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const preload = readPreload(options.webPreferences ?? {})
    this.#isVisible = options.show !== false
    // A system puts a window that names no place in the middle, say.
    this.#place = { x: options.x ?? 340, y: options.y ?? 90 }
    this.#isFullScreen = options.fullscreen === true
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 }
    // The double has what `members` lists, checked by `implements`.
    this.visible = strict('BrowserWindow', this, members) as unknown as RealWindow
    open.set(this.id, this)
    this.#opened = testLink.ask('openWindow', this.id, { ...this.#size, preload })
  }
  setOverlayIcon(_image: NativeImage | null, description: string): void {
    systemLog.overlay = description
  }
  async loadURL(url: string): Promise<void> {
    await this.#opened
    this.contents.url = url
    await testLink.ask('load', this.id, url)
    if (this.#isDestroyed) return
    this.contents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  show(): void {
    this.#isVisible = true
    this.emit('show')
  }
  focus(): void {
    this.isFocused = true
    this.emit('focus')
  }
  isVisible(): boolean {
    return this.#isVisible
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {
    this.#isVisible = true
  }
  isMaximized(): boolean {
    return this.#isMaximized
  }
  maximize(): void {
    this.#isMaximized = true
  }
  isFullScreen(): boolean {
    return this.#isFullScreen
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { ...this.#place, ...this.#size }
  }
  /** A person moves, maximises or fills the screen. */
  arrange({ x, y, isMaximized, isFullScreen }: Partial<Arrangement>): void {
    this.#place = { x: x ?? this.#place.x, y: y ?? this.#place.y }
    this.#isMaximized = isMaximized ?? this.#isMaximized
    this.#isFullScreen = isFullScreen ?? this.#isFullScreen
  }
  close(): void {
    const question = new RefusableEvent()
    this.emit('close', question)
    if (!question.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    open.delete(this.id)
    this.contents.destroy()
    testLink.ask('closeWindow', this.id).catch(() => {}) // closed already when the person did it
    this.emit('closed')
    if (open.size === 0) rawApp.lastWindowClosed()
  }
}

function readPreload(preferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): string {
  const { preload, sandbox, contextIsolation, nodeIntegration, webSecurity } = preferences
  if (nodeIntegration || contextIsolation === false || sandbox === false || webSecurity === false)
    throw new Error('electron double: only sandboxed, isolated windows with web security are supported')
  if (preload === undefined) return ''
  if (!isAbsolute(preload)) throw new Error(`preload must be an absolute path: ${preload}`)
  if (!existsSync(preload)) throw new Error(`Unable to load preload script: ${preload}`)
  return readFileSync(preload, 'utf8')
}

/** The windows that are open, oldest first. */
export function listWindows(): DoubleWindow[] {
  return [...open.values()]
}

/** The window of that id; throws when it is closed. */
export function getWindow(id: number): DoubleWindow {
  const window = open.get(id)
  if (window === undefined) throw new Error(`electron double: window ${id} is closed`)
  return window
}

rawApp.windows = {
  closeAll: () => {
    for (const window of listWindows()) window.close()
    return open.size === 0
  },
}

const statics = {
  getFocusedWindow: (): RealWindow | null => listWindows().find(({ isFocused }) => isFocused)?.visible ?? null,
  getAllWindows: (): RealWindow[] => listWindows().map((window) => window.visible),
  fromWebContents: (contents: WebContents): RealWindow | null =>
    listWindows().find(({ webContents }) => webContents === contents)?.visible ?? null,
} satisfies Partial<typeof RealWindow>

/** The double of Electron's BrowserWindow. */
export const BrowserWindow = new Proxy(DoubleWindow, {
  construct: (_target, [options]: [BrowserWindowConstructorOptions?]) => new DoubleWindow(options).visible,
  get: (_target, key) =>
    Reflect.get(strict('BrowserWindow', statics, ['getAllWindows', 'getFocusedWindow', 'fromWebContents']), key),
})
