/** What a page tells the main process; sent as text by `encode`. Ports go by id. `document`: a new one has begun. */
export type FromPage =
  | { kind: 'document' }
  | { kind: 'ipc'; channel: string; args: unknown[]; ports: string[] }
  | { kind: 'port-message'; port: string; data: unknown; ports: string[] }
  | { kind: 'port-close'; port: string }

/** What the main process tells a page. `file-path` says what `webUtils.getPathForFile` answers for a name. */
export type ToPage = Exclude<FromPage, { kind: 'document' }> | { kind: 'file-path'; name: string; path: string }

/** An answer of a protocol handler. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** What a window is opened with. `preload` is the source of the bundle. */
export interface WindowRequest {
  width: number
  height: number
  preload: string
}

/** One entry of the application menu, as a test sees it. */
export interface MenuEntry {
  label: string
  accelerator: string
  submenu: MenuEntry[]
}

/** What the program had the system do. */
export interface SystemState {
  externalLinks: string[]
  errorBoxes: string[]
  /** What was asked in message boxes. */
  questions: string[]
  /** The names that save dialogs offered. */
  offeredNames: string[]
  badgeCount: number
  /** What the picture on the taskbar's button says, on Windows. */
  overlay: string
  /** Files that are dragged out of a window. */
  dragged: string[]
  recentDocuments: string[]
  protocols: string[]
  relaunches: number
  openedPaths: string[]
  notifications: string[]
  /** The labels of each menu that was popped up. */
  contextMenus: string[][]
  /** What went to the clipboard, the dictionary and in place of a word that was misspelled. */
  copied: string[]
  spelling: { isOn: boolean; languages: string[] }
}

/** What the main process has done so far. */
export interface MainState extends SystemState {
  schemes: Record<string, Record<string, boolean>>
  windows: {
    id: number
    isVisible: boolean
    isFocused: boolean
    isFullScreen: boolean
    isMaximized: boolean
    bounds: { x: number; y: number; width: number; height: number }
    url: string
  }[]
  menu: MenuEntry[]
  openPorts: number
}

/** What the main process asks of the test, which owns the browser. */
export interface TestSide {
  openWindow(windowId: number, request: WindowRequest): Promise<void>
  load(windowId: number, url: string): Promise<void>
  closeWindow(windowId: number): Promise<void>
  toPage(windowId: number, encoded: string): Promise<void>
  evaluate(windowId: number, code: string, userGesture: boolean): Promise<unknown>
  pdf(windowId: number, options: { printBackground: boolean; preferCSSPageSize: boolean }): Promise<Uint8Array>
}

/** What the test asks of the main process. */
export interface MainSide {
  fromPage(windowId: number, frame: { url: string; isMain: boolean }, encoded: string): void
  /** Null when no handler serves the scheme. */
  request(url: string, method: string): Promise<Answer | null>
  windowOpen(windowId: number, url: string): 'allow' | 'deny'
  /** Whether a handler refused. */
  navigate(windowId: number, url: string, isMainFrame: boolean): boolean
  requestPermission(windowId: number, permission: string): Promise<boolean>
  checkPermission(windowId: number, permission: string): boolean
  chooseMenu(path: string[]): void
  openFile(path: string): void
  openUrl(url: string): void
  openContextMenu(windowId: number, params: object): void
  chooseContextMenu(label: string): void
  chooseNotification(): void
  chooseNextFolder(path: string): void
  arrangeWindow(windowId: number, arrangement: object): void
  crashPage(windowId: number): void
  closeByUser(windowId: number): void
  /** Where the next save dialogs say the person wants a file; null for one who cancels. */
  setSavePath(path: string | null): void
  setFilePath(windowId: number, name: string, path: string): void
  state(): MainState
  quit(): void
}
