import { os } from './context.ts'
import type { FolderWatch } from './folder-watch.ts'

/** The folder whose new files are imported. */
export function createWatchService(watch: FolderWatch) {
  return {
    state: os.watch.state.handler(() => watch.state()),
    setFolder: os.watch.setFolder.handler(({ input }) => ({ failed: watch.setFolder(input.folder) })),
    pause: os.watch.pause.handler(({ input }) => {
      watch.pause(input.isPaused)
      return {}
    }),
  }
}
