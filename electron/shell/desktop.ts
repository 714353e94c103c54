import { app, BrowserWindow, dialog, nativeImage, type Session, shell } from 'electron'
import { type DesktopChoices, type DesktopState, desktopChoices } from '#shared/contract/desktop.ts'
import { loadJson, saveJson } from './json-file.ts'
import { type KnownLibraries, saveLibraries } from './known-libraries.ts'
import type { FaultLog } from './log.ts'
import { canOpenAtLogin, setOpenAtLogin } from './open-at-login.ts'
import { ownProgram } from './own-program.ts'
import { applySpelling, listSpellingLanguages } from './spelling.ts'
import type { Updates } from './updates.ts'

/** What the desktop works with. */
export interface DesktopOptions {
  readonly libraryDir: string
  readonly librariesFile: string
  readonly choicesFile: string
  /** A picture that follows the pointer while a file is dragged out. */
  readonly dragIcon: string
  readonly session: Session
  readonly log: FaultLog
  readonly updates: Updates
  readonly frontWindow: () => BrowserWindow
  readonly openWindow: (path: string) => void
  /** Starts the program once more, on another library. */
  readonly startOn: (libraryDir: string) => void
  readonly loadLibraries: () => KnownLibraries
  /** What was chosen has changed. */
  readonly onChoice: () => void
}

/** What the person wants of the computer, as last chosen. */
export function loadChoices(file: string): DesktopChoices {
  const parsed = desktopChoices.safeParse(loadJson(file) ?? {})
  return parsed.success ? parsed.data : desktopChoices.parse({})
}

/** What a program of the desktop does for its pages. */
export function createDesktop(options: DesktopOptions) {
  const { libraryDir, librariesFile, choicesFile, session, log, updates, loadLibraries } = options
  let choices = loadChoices(choicesFile)
  applySpelling(session, choices)
  updates.follow(choices)

  const state = (): DesktopState => ({
    choices,
    canOpenAtLogin: canOpenAtLogin(),
    spellingLanguages: listSpellingLanguages(session),
    update: updates.state(),
    libraries: [libraryDir, ...loadLibraries().recent.filter((dir) => dir !== libraryDir)].map((dir) => ({
      dir,
      isOpen: dir === libraryDir,
    })),
  })

  async function chooseFolder(title: string): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(options.frontWindow(), {
      title,
      properties: ['openDirectory', 'createDirectory'],
    })
    return filePaths[0] ?? null
  }

  return {
    choices: () => choices,
    state,
    set(change: Partial<DesktopChoices>) {
      const before = choices
      choices = { ...choices, ...change }
      saveJson(choicesFile, choices)
      if (choices.openAtLogin !== before.openAtLogin) setOpenAtLogin(choices.openAtLogin)
      applySpelling(session, choices)
      if (choices.updates !== before.updates || choices.updateChannel !== before.updateChannel) updates.follow(choices)
      options.onChoice()
      return state()
    },
    openWindow: options.openWindow,
    startDrag(file: string) {
      const window = BrowserWindow.getFocusedWindow() ?? options.frontWindow()
      window.webContents.startDrag({ file, icon: nativeImage.createFromPath(options.dragIcon) })
    },
    openFolder(which: 'library' | 'backups' | 'log') {
      const folder = { library: libraryDir, backups: `${libraryDir}/backups`, log: log.dir }[which]
      void shell.openPath(folder)
    },
    chooseFolder,
    async openLibrary(dir: string | null) {
      const chosen = dir ?? (await chooseFolder('A folder with a library, or an empty one'))
      if (chosen !== null && chosen !== libraryDir) options.startOn(chosen)
      return chosen
    },
    async moveLibrary() {
      const to = await chooseFolder('An empty folder for the library')
      if (to === null || to === libraryDir) return null
      // Nobody may have it open while it moves: it is moved by the next start, before that opens it.
      saveLibraries(librariesFile, { ...loadLibraries(), move: { from: libraryDir, to, isCopied: false } })
      app.relaunch({ execPath: ownProgram(process.env, process.execPath), args: process.argv.slice(1) })
      app.quit()
      return to
    },
    installUpdate: updates.install,
    lookForUpdate: updates.look,
    readLog: log.read,
  }
}
