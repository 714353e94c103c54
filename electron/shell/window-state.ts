import { readFileSync, writeFileSync } from 'node:fs'

/** How large the window was when it was last closed, in device-independent pixels. */
export interface WindowState {
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

const firstState: WindowState = { width: 1240, height: 860, isMaximized: false }
const smallest = { width: 640, height: 480 }

/** The smallest window that the pages are laid out for. */
export const minimumSize: Readonly<{ width: number; height: number }> = smallest

/** What `saveWindowState` wrote, or the first size when there is nothing that can be read. */
export function loadWindowState(file: string): WindowState {
  try {
    return parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return firstState // absent on the first start; a damaged one is worth no more than a default size
  }
}

/** Keeps the size for the next start. */
export function saveWindowState(file: string, state: WindowState): void {
  writeFileSync(file, JSON.stringify(state))
}

function parse(stored: Partial<Record<keyof WindowState, unknown>>): WindowState {
  return {
    width: sizeOr(stored.width, smallest.width, firstState.width),
    height: sizeOr(stored.height, smallest.height, firstState.height),
    isMaximized: stored.isMaximized === true,
  }
}

function sizeOr(stored: unknown, least: number, otherwise: number): number {
  return typeof stored === 'number' && Number.isInteger(stored) ? Math.max(stored, least) : otherwise
}
