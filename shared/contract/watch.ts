import { oc } from '@orpc/contract'
import { z } from 'zod'
import { importFailure } from './article.ts'
import { articleId } from './primitives.ts'

const arrival = z.object({
  name: z.string(),
  atMs: z.number().int(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('imported'), title: z.string(), articleId: articleId.nullable() }),
    z.object({ kind: z.literal('known') }),
    z.object({ kind: z.literal('failed'), code: importFailure }),
  ]),
})
export type Arrival = z.output<typeof arrival>

export const watchState = z.object({
  /** The folder whose new files are imported; null for none. */
  folder: z.string().nullable(),
  isPaused: z.boolean(),
  /** Whether the folder can't be read now. */
  isAway: z.boolean(),
  /** What came since the start, the latest first. */
  arrivals: z.array(arrival),
})
export type WatchState = z.output<typeof watchState>

/** MISSING: no folder that can be read. LIBRARY: the library's own folder, or one around or inside of it. */
const refusal = z.enum(['MISSING', 'LIBRARY'])

export const watchContract = {
  state: oc.output(watchState),
  /** Watches a folder, by its absolute path; what is in it already stays out. `failed`: why it is as it was. */
  setFolder: oc
    .input(z.object({ folder: z.string().max(4096).nullable() }))
    .output(z.object({ failed: refusal.nullable() })),
  pause: oc.input(z.object({ isPaused: z.boolean() })).output(z.object({})),
}
