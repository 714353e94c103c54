import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadWindowState, placeWindow, saveWindowState } from '#electron/shell/window-state.ts'

const left = { x: 0, y: 25, width: 1920, height: 1015 }
const right = { x: 1920, y: 0, width: 1280, height: 800 }
const state = { x: 100, y: 80, width: 1200, height: 700, isMaximized: false, isFullScreen: false }

describe('placeWindow', () => {
  it('leaves a window where it was while its top edge can be taken hold of', () => {
    expect(placeWindow(state, [left, right], [])).toEqual(state)
    const onTheRight = { ...state, x: 2900, y: 700 }
    expect(placeWindow(onTheRight, [left, right], [])).toEqual({ ...onTheRight, width: 1200 })
  })

  it.each([
    ['its display is gone', { ...state, x: 2000 }],
    ['its top edge lies above the display', { ...state, y: 0 }],
    ['its top edge lies below it', { ...state, y: 1030 }],
    ['too little of it is left at the side', { ...state, x: 1900 }],
    ['no place was kept', { ...state, x: null }],
  ])('lets the system choose when %s', (_case, given) => {
    expect(placeWindow(given, [left], [])).toEqual({ ...given, x: null, y: null })
  })

  it('makes a window no larger than its display, and never smaller than the pages are laid out for', () => {
    expect(placeWindow({ ...state, x: 2000, width: 4000, height: 900 }, [left, right], [])).toMatchObject({
      width: 1280,
      height: 800,
    })
    expect(placeWindow(state, [{ x: 0, y: 0, width: 320, height: 200 }], [])).toMatchObject({ width: 640, height: 480 })
  })

  it('puts it beside those that are there, until the display ends', () => {
    const at = (x: number, y: number) => ({ x, y, width: 1, height: 1 })
    expect(placeWindow(state, [left], [at(100, 80), at(128, 108)])).toMatchObject({ x: 156, y: 136 })
    const low = { ...state, y: 1000 }
    expect(placeWindow(low, [left], [at(100, 1000)])).toMatchObject({ x: 100, y: 1000 })
  })
})

describe('loadWindowState', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-window-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('gives what was kept, and the first state for what can not be read', () => {
    const file = join(folder, 'deep/window.json')
    const first = loadWindowState(file)
    expect(first).toMatchObject({ x: null, y: null, isMaximized: false, isFullScreen: false })
    saveWindowState(file, state)
    expect(loadWindowState(file)).toEqual(state)
    for (const damaged of ['{"width":', 'null', '{"width":"wide","x":0.5,"isMaximized":1}']) {
      writeFileSync(file, damaged)
      expect(loadWindowState(file)).toEqual(first)
    }
  })
})
