import type { HistoryStep } from '#shared/contract/library.ts'
import { client } from './api.ts'

/** Takes back one step; `isNext` tells whether that is what undo would take back now. */
export interface HeldUndo {
  (): Promise<HistoryStep>
  readonly isNext: () => Promise<boolean>
}

/**
 * Notes the step that undo would take back now, right after an action. The function it gives takes back exactly that
 * step; it gives null, and does nothing, when something else was done since.
 */
export async function holdUndo(): Promise<HeldUndo> {
  const { undo: held } = await client.history.state()
  const isNext = async () => {
    const { undo: now } = await client.history.state()
    return held !== null && now !== null && held.kind === now.kind && held.label === now.label
  }
  const takeBack = async () => ((await isNext()) ? (await client.history.undo()).step : null)
  return Object.assign(takeBack, { isNext })
}
