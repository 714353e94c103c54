import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timeMs } from './primitives.ts'

/** How well parameters foretold the answers of the log: mean log loss, and root mean square error by bins. */
const foretelling = z.object({ logLoss: z.number(), rmse: z.number() })

/** A fit that was kept. */
const fit = z.object({
  before: foretelling,
  after: foretelling,
  answers: z.number().int(),
  fittedAtMs: timeMs,
})

export const memoryContract = {
  /** By what memory is foretold now: fitted parameters, or null for those that FSRS-6 comes with. */
  state: oc.output(
    z.object({
      fit: fit.nullable(),
      answers: z.number().int(),
      /** Answers that a fit needs at least, each a day or more after the one before. */
      fewestAnswers: z.number().int(),
      parameters: z.array(z.number()).length(21),
    }),
  ),
  /** Fits the parameters to the log; they are kept if they foretell it better than those in force. One action. */
  fit: oc.output(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('few'), answers: z.number().int(), fewestAnswers: z.number().int() }),
      z.object({ kind: z.enum(['kept', 'worse']), answers: z.number().int(), before: foretelling, after: foretelling }),
    ]),
  ),
  /** Goes back to the parameters that FSRS-6 comes with. */
  unfit: oc.output(z.object({})),
  /** Gives every card in review the day that parameters and retention of today ask for. One action. */
  reschedule: oc
    .input(z.object({ now: timeMs.optional() }).default({}))
    .output(z.object({ changed: z.number().int() })),
  /** The log as a table that the FSRS optimiser reads. Source: github.com/open-spaced-repetition/fsrs-optimizer */
  exportLog: oc.output(z.file()),
}
