import { listRecentArticles } from '#electron/store/queries/articles.ts'
import { removeLeftFolders } from '#electron/store/temporary-folders.ts'
import { createTextWorker, createThreads, WorkerClosedError } from '#electron/workers/text-worker.ts'
import type { ImportEvent } from '#shared/contract/article.ts'
import type { Change, ChangedArea } from '#shared/contract/library.ts'
import { createBackupKeeper } from './backup-keeper.ts'
import { createChangeFeed } from './changes.ts'
import type { PrintPdf, ServiceContext } from './context.ts'
import type { Desktop } from './desktop.ts'
import { createExtractor } from './extractor.ts'
import { createFolderWatch } from './folder-watch.ts'
import { turnFollower } from './follow-turn.ts'
import { createImporter } from './import-service.ts'
import { sourcesOf } from './importing/files-below.ts'
import { createJobs } from './jobs.ts'
import { createMemoryKeeper } from './memory-service.ts'
import { createPictureKeeper } from './picture-keeper.ts'
import { createPrinter } from './printer.ts'
import { openOrRescue } from './rescue.ts'
import { countDueNow } from './review-service.ts'
import { createRouter, type Router } from './router.ts'
import { backUpBeforeMany, createSafety } from './safety.ts'

const RECENT = 10

/** What reading a file may take besides the file itself: what takes more is made to. */
const READER_MEMORY_MB = 400

/** What a host opens a core with. */
export interface CoreOptions {
  /** The library's folder, or `':memory:'`. */
  readonly libraryDir: string
  readonly host: 'electron' | 'loopback'
  readonly version: string
  /** The built (or source) file of the text worker. */
  readonly workerFile: string
  /** Lets the system open a file; true when it did. Left out where the window is a browser's. */
  readonly openFile?: (path: string) => Promise<boolean>
  /** The folder of the starter articles. */
  readonly starterDir: string
  /** Left out where nothing can print. */
  readonly printPdf?: PrintPdf
  /** The folder of the built renderer's style and type, which a PDF is set in. */
  readonly typeDir?: string
  /** Lets the person choose a folder; left out where no dialog of the system can be had. */
  readonly chooseFolder?: () => Promise<string | null>
  /** What the desktop can do; null in a browser. */
  readonly desktop?: Desktop | null
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** So many milliseconds a new text's names are waited for before it is answered; else a few seconds. */
  readonly patienceMs?: number
  /** Hears of bugs and broken machines. */
  readonly onFailure: (error: unknown) => void
}

/** Dossier without a window: an open library and the router over it. */
export interface Core {
  readonly router: Router
  /** The articles that were opened last, for menus. */
  recentArticles(): readonly { readonly id: string; readonly title: string }[]
  /** How many cards are due now. */
  dueCount(): number
  /** Changes of any kind, by whoever made them, until `signal` aborts. */
  watch(signal: AbortSignal): AsyncGenerator<Change, void, void>
  /** Tells the pages of a change outside of the library. */
  announce(areas: readonly ChangedArea[]): void
  /** Imports files of this machine, and those in folders, as one action; gives one result per file, in order. */
  importPaths(paths: readonly string[]): Promise<Extract<ImportEvent, { type: 'result' }>[]>
  /** Resolves when every article has been searched for names and figures, and memories are up to date. */
  settled(): Promise<void>
  /** Clears away the pictures that nothing names any more; gives how many. It is done each day by itself. */
  clearPictures(): Promise<number>
  close(): Promise<void>
}

/**
 * Opens a library and everything that works on it.
 * A damaged library is set aside and an empty one opened, which says so until the person has answered. Throws
 * LibraryInUseError, NewerLibraryError or DamagedLibraryError (electron/store/open.ts, migrate.ts) where it can't be.
 */
export function openCore(options: CoreOptions): Core {
  const library = openOrRescue(options.libraryDir, options.clock())
  const finishTurns = () => library.finishTurns(options.clock(), turnFollower(options.clock))
  // Before anybody sees it: what a crash left in between is no library of anyone's.
  finishTurns()
  const worker = createTextWorker(options.workerFile)
  const reader = createTextWorker(options.workerFile, READER_MEMORY_MB)
  const changes = createChangeFeed()
  const threads = createThreads(options.workerFile)
  const ending = new AbortController()
  const context: ServiceContext = {
    ...options,
    printPdf: options.printPdf ?? null,
    typeDir: options.typeDir ?? null,
    ending: ending.signal,
    chooseFolder: options.chooseFolder ?? null,
    desktop: options.desktop ?? null,
    library,
    worker,
    reader,
    changes,
    jobs: createJobs(),
    openFile: options.openFile ?? null,
    startWorker: () => threads.start(),
  }
  const extractor = createExtractor(context)
  const memory = createMemoryKeeper(context)
  const printer = createPrinter(context)
  const backups = createBackupKeeper(context)
  const pictures = createPictureKeeper(context)
  const importer = backUpBeforeMany(context, createImporter(context, extractor), backups)
  const safety = createSafety(context, backups, () => {
    finishTurns()
    extractor.resume()
    extractor.renew()
    memory.follow()
    void printer.caughtUp()
  })
  const importPaths: Core['importPaths'] = async (paths) => {
    const sources = await sourcesOf(paths)
    const results: Extract<ImportEvent, { type: 'result' }>[] = []
    try {
      for await (const event of importer.importFiles(sources, false)) if (event.type === 'result') results.push(event)
    } catch (error) {
      // The program is about to end: nothing was imported, and nobody is left to be told.
      if (!(error instanceof WorkerClosedError)) throw error
    }
    return results
  }
  const watch = createFolderWatch(context, importPaths)
  extractor.resume()
  extractor.renew()
  memory.follow()
  void printer.caughtUp()
  watch.follow()
  backups.follow()
  pictures.follow()
  safety.lookInBackground()
  removeLeftFolders().catch(options.onFailure)
  return {
    router: createRouter(context, importer, extractor, memory, safety, watch, printer),
    recentArticles: () => listRecentArticles(library.read, RECENT),
    dueCount: () => countDueNow(context),
    watch: (signal) => changes.watch(signal),
    announce: (areas) => changes.announce(areas),
    importPaths,
    settled: async () => {
      await Promise.all([extractor.settled(), memory.settled()])
    },
    clearPictures: () => pictures.clear(),
    async close() {
      extractor.close()
      memory.close()
      printer.close()
      changes.close()
      await Promise.all([
        worker.close(),
        reader.close(),
        safety.close(),
        backups.close(),
        pictures.close(),
        watch.close(),
      ])
      // After the backup that was being made: what it had copied would be lost.
      await threads.close()
      ending.abort()
      library.close()
    },
  }
}
