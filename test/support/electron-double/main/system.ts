import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type {
  BrowserWindow,
  Clipboard,
  CreateFromBitmapOptions,
  Dialog,
  MessageBoxOptions,
  NativeImage,
  NativeTheme,
  NotificationConstructorOptions,
  Notification as RealNotification,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron'
import { StrictEmitter, strict } from './strict.ts'
import { systemLog } from './system-log.ts'

let savePath: string | null = null

/** Says where the person wants files that are saved from now on; null for one who cancels. */
export function setSavePath(path: string | null): void {
  savePath = path
}

/** The double of Electron's shell. */
export const shell = strict(
  'shell',
  {
    openExternal: async (url: string): Promise<void> => {
      systemLog.externalLinks.push(url)
    },
    openPath: async (path: string): Promise<string> => {
      systemLog.openedPaths.push(path)
      return ''
    },
  } satisfies Partial<Shell>,
  ['openExternal', 'openPath'],
)

/** What the person chooses in the next dialogs; with nothing left they are cancelled. */
export const chosenFolders: string[] = JSON.parse(process.env.ELECTRON_DOUBLE_FOLDERS ?? '[]')

/** What the person presses in the next message boxes. */
export const pressedButtons: string[] = JSON.parse(process.env.ELECTRON_DOUBLE_PRESSES ?? '[]')

/** The double of Electron's clipboard. */
export const clipboard = strict(
  'clipboard',
  {
    writeText: async (text: string): Promise<void> => {
      systemLog.copied.push(text)
    },
  } satisfies Partial<Clipboard>,
  ['writeText'],
)

const notificationMembers = ['show'] as const

class DoubleNotification extends StrictEmitter implements Pick<RealNotification, 'show'> {
  readonly #body: string
  constructor({ body = '' }: NotificationConstructorOptions = {}) {
    super('Notification', ['click', 'show', 'close'])
    this.#body = body
  }
  show(): void {
    systemLog.notifications.push(this.#body)
    lastNotification = this
  }
}

let lastNotification: DoubleNotification | null = null

/** The person chooses the message that was shown last. */
export function chooseNotification(): void {
  lastNotification?.emit('click')
}

/** The double of Electron's Notification. */
export const Notification = new Proxy(DoubleNotification, {
  construct: (_target, [options]: [NotificationConstructorOptions?]) =>
    strict('Notification', new DoubleNotification(options), notificationMembers),
  get: (_target, key) => Reflect.get(strict('Notification', { isSupported: () => true }, ['isSupported']), key),
})

/** The double of Electron's nativeImage: bytes of the size they state. */
export const nativeImage = strict(
  'nativeImage',
  {
    createFromBitmap(bitmap: Buffer, { width, height }: CreateFromBitmapOptions): NativeImage {
      if (bitmap.length !== width * height * 4) throw new Error('a bitmap of another size')
      return strict<Partial<NativeImage>>('NativeImage', {}, []) as NativeImage
    },
    createFromPath: (path: string): NativeImage => {
      if (!existsSync(path)) throw new Error(`no image at ${path}`)
      return strict<Partial<NativeImage>>('NativeImage', {}, []) as NativeImage
    },
  },
  ['createFromBitmap', 'createFromPath'],
)

/** The double of Electron's dialog. */
export const dialog = strict(
  'dialog',
  {
    showErrorBox: (title: string, content: string): void => {
      systemLog.errorBoxes.push(`${title}: ${content}`)
    },
    showSaveDialog: async (_window: BrowserWindow, options: SaveDialogOptions): Promise<SaveDialogReturnValue> => {
      systemLog.offeredNames.push(basename(options.defaultPath ?? ''))
      return { canceled: savePath === null, filePath: savePath ?? '' }
    },
    showMessageBox: async ({ message, detail, buttons = [], cancelId = 0 }: MessageBoxOptions) => {
      systemLog.questions.push(`${message}: ${detail}`)
      const pressed = pressedButtons.shift()
      if (pressed !== undefined && !buttons.includes(pressed)) throw new Error(`electron double: no button ${pressed}`)
      return { response: pressed === undefined ? cancelId : buttons.indexOf(pressed), checkboxChecked: false }
    },
    showOpenDialog: async () => {
      const filePaths = chosenFolders.splice(0, 1)
      return { canceled: filePaths.length === 0, filePaths }
    },
  } satisfies Pick<Dialog, 'showErrorBox'> & Record<'showSaveDialog' | 'showOpenDialog' | 'showMessageBox', unknown>,
  ['showErrorBox', 'showSaveDialog', 'showOpenDialog', 'showMessageBox'],
)

const themeMembers = ['shouldUseDarkColors', 'themeSource'] as const

class DoubleTheme extends StrictEmitter implements Pick<NativeTheme, (typeof themeMembers)[number]> {
  readonly shouldUseDarkColors = false
  themeSource: NativeTheme['themeSource'] = 'system'
}

/** The double of Electron's nativeTheme. */
export const nativeTheme = strict('nativeTheme', new DoubleTheme('nativeTheme', ['updated']), themeMembers)
