import { basename } from 'node:path'
import type { BrowserWindow, Dialog, NativeTheme, SaveDialogOptions, SaveDialogReturnValue, Shell } from 'electron'
import { StrictEmitter, strict } from './strict.ts'

/** What the program opened elsewhere, and the errors it showed. */
export const systemLog = { externalLinks: [] as string[], errorBoxes: [] as string[], offeredNames: [] as string[] }

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
  } satisfies Partial<Shell>,
  ['openExternal'],
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
  } satisfies Pick<Dialog, 'showErrorBox'> & { showSaveDialog: unknown },
  ['showErrorBox', 'showSaveDialog'],
)

const themeMembers = ['shouldUseDarkColors', 'themeSource'] as const

class DoubleTheme extends StrictEmitter implements Pick<NativeTheme, (typeof themeMembers)[number]> {
  readonly shouldUseDarkColors = false
  themeSource: NativeTheme['themeSource'] = 'system'
}

/** The double of Electron's nativeTheme. */
export const nativeTheme = strict('nativeTheme', new DoubleTheme('nativeTheme', ['updated']), themeMembers)
