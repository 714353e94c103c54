import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { defaultLibraryDir } from './hosts/default-library-dir.ts'
import { failureTrace } from './hosts/failure-trace.ts'
import { explainImports } from './hosts/import-words.ts'
import { createPortHost } from './hosts/message-port.ts'
import { withPageFonts } from './hosts/page-fonts.ts'
import { resolveStaticFile } from './hosts/static-files.ts'
import { type Core, openCore } from './services/core.ts'
import { registerAppScheme, serveRenderer } from './shell/app-protocol.ts'
import { readLaunchRequest } from './shell/launch-request.ts'
import { closeBeforeQuit, followWindowHabits } from './shell/lifecycle.ts'
import { installMenu } from './shell/menu.ts'
import { acceptPorts, sendCommand } from './shell/page-link.ts'
import { refusePermissions } from './shell/permissions.ts'
import { printPdf } from './shell/print-pdf.ts'
import { savePdfs } from './shell/save-pdf.ts'
import { holdSingleInstance } from './shell/single-instance.ts'
import { keepApart } from './shell/user-data.ts'
import { openMainWindow, showWindow } from './shell/window.ts'

const built = import.meta.dirname
const launch = readLaunchRequest(process.argv, process.defaultApp === true, process.cwd())
const onFailure = (error: unknown): void => console.error(failureTrace(error))

function openLibraryCore(): Core {
  const places = { platform: process.platform, env: process.env, home: homedir() }
  return openCore({
    libraryDir: launch.libraryDir ?? defaultLibraryDir(places),
    host: 'electron',
    version: app.getVersion(),
    workerFile: join(built, 'worker.js'),
    starterDir: join(built, '../../resources/starter'),
    clock: Date.now,
    printPdf: (html) => printPdf(withPageFonts(html, join(built, '../renderer'))),
    chooseFolder,
    onFailure,
  })
}

async function chooseFolder(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(frontWindow(), { properties: ['openDirectory', 'createDirectory'] })
  return filePaths[0] ?? null
}

function openWindow(): BrowserWindow {
  return openMainWindow(join(built, '../preload/index.cjs'))
}

/** The window the person looks at: the only one, or a new one where macOS kept the program running without. */
function frontWindow(): BrowserWindow {
  return BrowserWindow.getAllWindows()[0] ?? openWindow()
}

function start(): Core {
  const core = openLibraryCore()
  closeBeforeQuit(core.close, onFailure)
  serveRenderer((urlPath) => resolveStaticFile(join(built, '../renderer'), urlPath))
  refusePermissions(session.defaultSession)
  acceptPorts(createPortHost({ router: core.router, onFailure }))
  savePdfs(onFailure)
  installMenu((command) => void sendCommand(frontWindow(), command).catch(onFailure))
  followWindowHabits(openWindow)
  openWindow()
  return core
}

async function importFiles(core: Core, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  const results = await core.importPaths(files)
  const words = explainImports(results)
  if (words !== null) dialog.showErrorBox('Not everything was imported', words)
}

async function run(): Promise<void> {
  const opened = Promise.withResolvers<Core>()
  const isFirst = holdSingleInstance(launch.files, async (files) => {
    const core = await opened.promise
    showWindow(frontWindow())
    importFiles(core, files).catch(onFailure)
  })
  if (!isFirst) return app.quit()
  await app.whenReady()
  const core = start()
  opened.resolve(core)
  importFiles(core, launch.files).catch(onFailure)
}

// Both must have happened before the app is ready.
registerAppScheme()
if (launch.libraryDir !== null) keepApart(launch.libraryDir)

run().catch((error: unknown) => {
  onFailure(error)
  dialog.showErrorBox('Dossier could not start', error instanceof Error ? error.message : String(error))
  app.exit(1)
})
