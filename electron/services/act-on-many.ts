import type { ActionStep } from '#electron/store/actions.ts'
import type { WriteHandle } from '#electron/store/handle.ts'
import type { ServiceContext } from './context.ts'
import { turnFollower } from './follow-turn.ts'
import { asJob } from './jobs.ts'

/** Does something to each of many as one action: few at once, thousands in turns with room between for the person. */
export async function actOnMany<Item>(
  { library, clock, jobs }: ServiceContext,
  step: ActionStep,
  nowMs: number,
  items: readonly Item[],
  work: (db: WriteHandle, item: Item) => void,
): Promise<void> {
  const parts = items.map((item) => (db: WriteHandle) => work(db, item))
  for await (const _ of asJob(jobs, library.actInParts(step, nowMs, parts, turnFollower(clock))));
}
