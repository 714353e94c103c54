import { countContents } from '#electron/store/queries/library-check.ts'
import { os, type ServiceContext } from './context.ts'
import { createDragFiles } from './drag-out.ts'

/** What only a program of the desktop can do; without one, nothing is done. */
export function createDesktopService(context: ServiceContext) {
  const { desktop, changes, onFailure } = context
  const writeDragFile = createDragFiles(context)
  return {
    state: os.desktop.state.handler(() => desktop?.state() ?? null),
    set: os.desktop.set.handler(({ input }) => {
      const state = desktop?.set(input) ?? null
      changes.announce(['desktop'])
      return state
    }),
    openWindow: os.desktop.openWindow.handler(({ input }) => {
      desktop?.openWindow(input.path)
      return {}
    }),
    dragOut: os.desktop.dragOut.handler(({ input }) => {
      const file = desktop ? writeDragFile(input.articleId) : null
      if (file !== null) desktop?.startDrag(file)
      return {}
    }),
    openFolder: os.desktop.openFolder.handler(({ input }) => {
      desktop?.openFolder(input.which)
      return {}
    }),
    chooseFolder: os.desktop.chooseFolder.handler(async ({ input }) => ({
      folder: (await desktop?.chooseFolder(input.title)) ?? null,
    })),
    openLibrary: os.desktop.openLibrary.handler(async ({ input }) => ({
      opened: (await desktop?.openLibrary(input.dir)) ?? null,
    })),
    moveLibrary: os.desktop.moveLibrary.handler(async () => ({ moving: (await desktop?.moveLibrary()) ?? null })),
    installUpdate: os.desktop.installUpdate.handler(() => {
      desktop?.installUpdate()
      return {}
    }),
    lookForUpdate: os.desktop.lookForUpdate.handler(() => desktop?.lookForUpdate() ?? { kind: 'unavailable' as const }),
    noteFault: os.desktop.noteFault.handler(({ input }) => {
      onFailure(new PageFault(input.name, input.stack))
      return {}
    }),
    diagnostics: os.desktop.diagnostics.handler(() => ({ text: describe(context) })),
  }
}

/** A screen that broke, as its page tells of it. */
class PageFault extends Error {
  override readonly name: string
  constructor(name: string, stack: string) {
    super('A screen broke.')
    this.name = `PageFault ${name}`
    this.stack = stack
  }
}

/** Versions, sizes and the log. Paths of the person's own are left out: they name people and things. */
function describe({ library, version, host, desktop }: ServiceContext): string {
  const { articles, marks, cards } = countContents(library.read)
  const memoryMb = Math.round(process.memoryUsage().rss / 1e6)
  const lines = [
    `Dossier ${version} (${host})`,
    `${process.platform} ${process.arch}, Node ${process.versions.node}, Electron ${process.versions.electron ?? '-'}`,
    `${articles} articles, ${marks} marks, ${cards} cards, format ${library.formatVersion()}`,
    `Running for ${Math.round(process.uptime() / 60)} min, ${memoryMb} MB`,
  ]
  const log = desktop?.readLog().trim() ?? ''
  return [...lines, ...(log === '' ? [] : ['', log])].join('\n')
}
