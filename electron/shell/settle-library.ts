import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadLibraries, saveLibraries, withMoved } from './known-libraries.ts'
import { type MoveFailure, moveLibrary } from './move-library.ts'

/** What the person wants where a library that was opened before is not there. */
export type OnMissing = 'look again' | 'begin anew' | 'leave' | { readonly dir: string }

/** What a start knows before it has a library. */
export interface SettleOptions {
  readonly librariesFile: string
  /** What the start was told to open, or null. */
  readonly named: string | null
  /** What opens when nothing is chosen. */
  readonly usual: string
  /** Keeps others out of a library; see `MoveSteps`. */
  readonly hold: (dir: string) => () => void
  readonly tellNotMoved: (failure: MoveFailure) => void
  readonly askMissing: (dir: string) => Promise<OnMissing>
}

/**
 * Where the library is, after it was moved if that was asked for. Null: the person would rather leave. No empty library
 * takes the place of one that was there before, say on a disk that is not connected now, unless that is wanted.
 */
export async function settleLibrary(options: SettleOptions): Promise<string | null> {
  const { librariesFile, named, usual, askMissing } = options
  const { current } = loadLibraries(librariesFile)
  let dir = moveIfAsked(named ?? current ?? usual, options)
  while (isMissing(dir, librariesFile)) {
    const wish = await askMissing(dir)
    if (wish === 'leave') return null
    if (wish === 'begin anew') return dir
    if (wish === 'look again') continue
    dir = wish.dir
    if (named === null) saveLibraries(librariesFile, { ...loadLibraries(librariesFile), current: dir })
  }
  return dir
}

function isMissing(dir: string, librariesFile: string): boolean {
  const { current, recent } = loadLibraries(librariesFile)
  // Beside damaged ones that were set aside there is always another.
  return (dir === current || recent.includes(dir)) && !existsSync(join(dir, 'library.db'))
}

function moveIfAsked(dir: string, { librariesFile, usual, hold, tellNotMoved }: SettleOptions): string {
  const { move } = loadLibraries(librariesFile)
  if (move === null || move.from !== dir) return dir
  const note = (change: object) => saveLibraries(librariesFile, { ...loadLibraries(librariesFile), ...change })
  const failure = moveLibrary(move, {
    hold,
    onCopied: () => note({ move: { ...move, isCopied: true } }),
    onArrived: () => saveLibraries(librariesFile, withMoved(loadLibraries(librariesFile), move, usual)),
  })
  if (failure === null) return move.to
  note({ move: null })
  tellNotMoved(failure)
  return dir
}
