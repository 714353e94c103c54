import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session, shell as system } from 'electron'
import type { AppCommand } from '#shared/contract/channels.ts'
import { LINK_SCHEME, pathOfLink } from '#shared/domain/links.ts'
import { defaultLibraryDir } from './hosts/default-library-dir.ts'
import { failureTrace } from './hosts/failure-trace.ts'
import { explainImports } from './hosts/import-words.ts'
import { createPortHost } from './hosts/message-port.ts'
import { explainStart } from './hosts/start-words.ts'
import { resolveStaticFile } from './hosts/static-files.ts'
import { type Core, openCore } from './services/core.ts'
import { registerAppScheme, serveRenderer } from './shell/app-protocol.ts'
import { createDesktop } from './shell/desktop.ts'
import { watchDue } from './shell/due-watch.ts'
import { loadLibraries, saveLibraries, withOpened } from './shell/known-libraries.ts'
import { readLaunchRequest } from './shell/launch-request.ts'
import { closeBeforeQuit, followCrashes, followWindowHabits } from './shell/lifecycle.ts'
import { openLog } from './shell/log.ts'
import { installMenu } from './shell/menu.ts'
import { askMissing } from './shell/missing-library.ts'
import { moveWords } from './shell/move-library.ts'
import { wasOpenedAtLogin } from './shell/open-at-login.ts'
import { APP_ID, ownProgram } from './shell/own-program.ts'
import { acceptPorts, sendCommand } from './shell/page-link.ts'
import { refusePermissions } from './shell/permissions.ts'
import { printPdf } from './shell/print-pdf.ts'
import { savePdfs } from './shell/save-pdf.ts'
import { settleLibrary } from './shell/settle-library.ts'
import { type Asked, holdSingleInstance } from './shell/single-instance.ts'
import { createUpdates, type Updater } from './shell/updates.ts'
import { keepApart } from './shell/user-data.ts'
import { openMainWindow, openSideWindow, showWindow } from './shell/window.ts'
import { holdLibrary } from './store/open.ts'

const built = import.meta.dirname
const launch = readLaunchRequest(process.argv, process.defaultApp === true, process.cwd())
// Before a library of its own takes the folder elsewhere: what is known of libraries is known to all of them.
const shared = app.getPath('userData')
const librariesFile = join(shared, 'libraries.json')
const log = openLog(join(shared, 'log'))
const onFailure = (error: unknown): void => {
  const trace = failureTrace(error)
  console.error(trace)
  log.note(trace)
}

/** Where the library is; null where the person would rather leave. */
function findLibrary(): Promise<string | null> {
  return settleLibrary({
    librariesFile,
    named: launch.libraryDir,
    usual: defaultLibraryDir({ platform: process.platform, env: process.env, home: homedir() }),
    hold: holdLibrary,
    tellNotMoved: (failure) => dialog.showErrorBox('The library was not moved', moveWords[failure]),
    askMissing,
  })
}

const preload = join(built, '../preload/index.cjs')
let mainWindow: BrowserWindow | null = null

function openWindow(): BrowserWindow {
  const window = openMainWindow(preload)
  mainWindow = window
  return window
}

/** The window the person looks at: the main one, or a new one where the program runs without. */
function frontWindow(): BrowserWindow {
  return mainWindow && !mainWindow.isDestroyed() ? mainWindow : openWindow()
}

function send(command: AppCommand, window = frontWindow()): void {
  void sendCommand(window, command).catch(onFailure)
}

async function loadUpdater(): Promise<Updater | null> {
  // A build that knows no place to look at has no such file.
  if (!process.resourcesPath || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return null
  const { autoUpdater } = await import('electron-updater')
  return autoUpdater
}

function startOn(libraryDir: string): void {
  const own = process.defaultApp ? [app.getAppPath()] : []
  spawn(ownProgram(process.env, process.execPath), [...own, '--library', libraryDir], {
    detached: true,
    stdio: 'ignore',
  }).unref()
}

function createShell(libraryDir: string) {
  const knownNow = () => loadLibraries(librariesFile)
  const updates = createUpdates(loadUpdater, () => shell.onDesktop())
  const shell = { onDesktop: () => {}, lookAtDue: () => {} }
  const desktop = createDesktop({
    libraryDir,
    librariesFile,
    choicesFile: join(shared, 'desktop.json'),
    dragIcon: join(built, '../../resources/icons/64x64.png'),
    session: session.defaultSession,
    log,
    updates,
    frontWindow,
    openWindow: (path) => void openSideWindow(preload, path),
    startOn,
    loadLibraries: knownNow,
    onChoice: () => shell.lookAtDue(),
  })
  return { desktop, updates, shell, knownNow }
}

function start(libraryDir: string): Core {
  const { desktop, updates, shell, knownNow } = createShell(libraryDir)
  const core = openCore({
    libraryDir,
    host: 'electron',
    version: app.getVersion(),
    workerFile: join(built, 'worker.js'),
    starterDir: join(built, '../../resources/starter'),
    desktop,
    clock: Date.now,
    printPdf,
    typeDir: join(built, '../renderer'),
    chooseFolder: () => desktop.chooseFolder('A folder'),
    // An empty string says that it went well.
    openFile: async (path) => (await system.openPath(path)) === '',
    onFailure,
  })
  saveLibraries(librariesFile, withOpened(knownNow(), libraryDir))
  const due = watchDue({
    dueCount: core.dueCount,
    choices: desktop.choices,
    file: join(shared, 'due-told.json'),
    onChosen: () => {
      showWindow(frontWindow())
      send('go-review')
    },
  })
  shell.lookAtDue = due.lookSoon
  shell.onDesktop = () => core.announce(['desktop'])
  const ending = new AbortController()
  closeBeforeQuit(async () => {
    ending.abort()
    due.end()
    updates.end()
    await core.close()
  }, onFailure)
  serveRenderer((urlPath) => resolveStaticFile(join(built, '../renderer'), urlPath))
  refusePermissions(session.defaultSession)
  acceptPorts(createPortHost({ router: core.router, onFailure }))
  savePdfs(onFailure)
  const drawMenu = () =>
    installMenu(
      (command, given) =>
        send(
          command,
          BrowserWindow.getAllWindows().find(({ id }) => id === given?.id),
        ),
      {
        recent: core.recentArticles(),
        libraries: knownNow().recent.filter((dir) => dir !== libraryDir),
        openWindow: () => void openSideWindow(preload, '/library'),
        openReview: () => void openSideWindow(preload, '/review'),
        openLibrary: (dir) => void desktop.openLibrary(dir).catch(onFailure),
        moveLibrary: () => void desktop.moveLibrary().catch(onFailure),
        openFolder: desktop.openFolder,
      },
    )
  drawMenu()
  followChanges(core, ending.signal, drawMenu, due.lookSoon).catch(onFailure)
  followWindowHabits(openWindow)
  if (!launch.isHidden && !wasOpenedAtLogin()) openWindow()
  return core
}

/** What the menu and the icon show follows what is done in the library. */
async function followChanges(core: Core, signal: AbortSignal, drawMenu: () => void, lookAtDue: () => void) {
  lookAtDue()
  for await (const { areas } of core.watch(signal)) {
    if (areas.some((area) => area === 'article' || area === 'articleCounts' || area === 'library')) drawMenu()
    if (areas.some((area) => area === 'card' || area === 'review' || area === 'library')) lookAtDue()
  }
}

async function importFiles(core: Core, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  for (const file of files) app.addRecentDocument(file)
  const results = await core.importPaths(files)
  const words = explainImports(results)
  if (words !== null) dialog.showErrorBox('Not everything was imported', words)
}

/** Imports files and goes where a link says; a link that leads nowhere is ignored. */
function answer(core: Core, { files, links }: Asked): void {
  importFiles(core, files).catch(onFailure)
  const path = links.map(pathOfLink).find((one) => one !== null)
  if (path) send(`go:${path}` as AppCommand)
}

async function run(): Promise<void> {
  const opened = Promise.withResolvers<Core>()
  const isFirst = holdSingleInstance(launch, async (asked) => {
    const core = await opened.promise
    showWindow(frontWindow())
    answer(core, asked)
  })
  if (!isFirst) return app.quit()
  await app.whenReady()
  app.setAboutPanelOptions({
    applicationName: 'Dossier',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
  })
  // Without it Windows shows no messages of an installed program.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
  if (!process.defaultApp) app.setAsDefaultProtocolClient(LINK_SCHEME)
  // Not before it is known that nobody else has it open.
  const found = await findLibrary()
  if (found === null) return app.quit()
  libraryDir = found
  const core = start(libraryDir)
  opened.resolve(core)
  answer(core, launch)
}

// All of this must have happened before the app is ready.
registerAppScheme()
followCrashes(onFailure)
if (launch.libraryDir !== null) keepApart(launch.libraryDir)

let libraryDir = launch.libraryDir ?? ''
run().catch((error: unknown) => {
  const words = explainStart(error, { libraryDir, elsewhere: 'with --library', fileCount: launch.files.length })
  if (words === null) onFailure(error)
  const bug = `Something is wrong in Dossier itself. Your library is as it was. The log in ${log.dir} says more.`
  dialog.showErrorBox('Dossier could not start', words ?? bug)
  app.exit(1)
})
