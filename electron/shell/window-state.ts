import { loadJson, saveJson } from './json-file.ts'

/** A part of the screen, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the window was when it was last closed. `x`, `y`: null where the system may choose. */
export interface WindowState {
  readonly x: number | null
  readonly y: number | null
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
  readonly isFullScreen: boolean
}

const firstState: WindowState = {
  x: null,
  y: null,
  width: 1240,
  height: 860,
  isMaximized: false,
  isFullScreen: false,
}
const smallest = { width: 640, height: 480 }
/** As much of the top edge as a hand needs to take hold of the window. */
const GRIP = { width: 120, height: 24 }
/** How far a window lies beside the one that is there already. */
const STEP = 28

/** The smallest window that the pages are laid out for. */
export const minimumSize: Readonly<{ width: number; height: number }> = smallest

/** What `saveWindowState` wrote, or the first state when there is nothing that can be read. */
export function loadWindowState(file: string): WindowState {
  return parse((loadJson(file) ?? {}) as Partial<Record<keyof WindowState, unknown>>)
}

/** Keeps it for the next start. */
export function saveWindowState(file: string, state: WindowState): void {
  saveJson(file, state)
}

/**
 * Where a window goes: where it was, unless its display is gone or smaller now; beside others that are there. `displays`:
 * what windows may cover, the first display first.
 */
export function placeWindow(state: WindowState, displays: readonly Area[], others: readonly Area[]): WindowState {
  const { x, y } = state
  const display = x === null || y === null ? undefined : displays.find((area) => canBeTaken({ ...state, x, y }, area))
  const fitted = fitInto(state, display ?? displays[0])
  if (x === null || y === null || display === undefined) return { ...fitted, x: null, y: null }
  const taken = (at: number) => others.some((other) => other.x === x + at && other.y === y + at)
  let shift = 0
  while (taken(shift)) shift += STEP
  return canBeTaken({ ...fitted, x: x + shift, y: y + shift }, display)
    ? { ...fitted, x: x + shift, y: y + shift }
    : { ...fitted, x, y }
}

function fitInto(state: WindowState, area: Area | undefined): WindowState {
  const within = (size: number, least: number, most: number) => Math.max(least, Math.min(size, most))
  return {
    ...state,
    width: within(state.width, smallest.width, area?.width ?? state.width),
    height: within(state.height, smallest.height, area?.height ?? state.height),
  }
}

/** Whether enough of the top edge of `window` lies in `area`. */
function canBeTaken(window: Area, area: Area): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height
}

function parse(stored: Partial<Record<keyof WindowState, unknown>>): WindowState {
  return {
    x: wholeOr(stored.x, null),
    y: wholeOr(stored.y, null),
    width: Math.max(wholeOr(stored.width, firstState.width), smallest.width),
    height: Math.max(wholeOr(stored.height, firstState.height), smallest.height),
    isMaximized: stored.isMaximized === true,
    isFullScreen: stored.isFullScreen === true,
  }
}

function wholeOr<Otherwise extends number | null>(stored: unknown, otherwise: Otherwise): number | Otherwise {
  return typeof stored === 'number' && Number.isInteger(stored) ? stored : otherwise
}
