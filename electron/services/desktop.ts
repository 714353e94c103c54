import type { DesktopChoices, DesktopState, UpdateState } from '#shared/contract/desktop.ts'

/** What the shell of a desktop program can do for the page. */
export interface Desktop {
  state(): DesktopState
  set(change: Partial<DesktopChoices>): DesktopState
  openWindow(path: string): void
  /** Lets the person drag a file out of the window in front. */
  startDrag(file: string): void
  openFolder(which: 'library' | 'backups' | 'log'): void
  chooseFolder(title: string): Promise<string | null>
  openLibrary(dir: string | null): Promise<string | null>
  moveLibrary(): Promise<string | null>
  installUpdate(): void
  lookForUpdate(): Promise<UpdateState>
  /** The newest lines of the log, which holds nothing private. */
  readLog(): string
}
