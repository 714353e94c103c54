import type { HistoryStep } from '#shared/contract/library.ts'
import { client } from './api.ts'

/**
 * Notes the step that undo would take back now, right after an action. The function it gives takes back exactly that
 * step; it gives null, and does nothing, when something else was done since.
 */
export async function holdUndo(): Promise<() => Promise<HistoryStep>> {
  const { undo: held } = await client.history.state()
  return async () => {
    const { undo: now } = await client.history.state()
    if (!held || !now || held.kind !== now.kind || held.label !== now.label) return null
    return (await client.history.undo()).step
  }
}
