import type { WriteHandle } from '#electron/store/handle.ts'
import { putEffect } from '#electron/store/queries/corrections.ts'
import type { CorrectionEffect, CorrectionRecord } from '#shared/contract/correction.ts'
import type { CorrectionId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { settleCorrections } from './settle-corrections.ts'

/**
 * Writes the log of corrections as one action and lets everything follow it. `records` are those that `work` adds or
 * takes away; `noted` is the one whose effect is kept to be told later.
 */
export type ActOnLog = (
  kind: string,
  label: string,
  records: readonly CorrectionRecord[],
  work: (db: WriteHandle) => void,
  noted?: CorrectionId,
) => CorrectionEffect

/** The way every change of the log takes. */
export function createActOnLog({ library, changes, clock }: ServiceContext): ActOnLog {
  return (kind, label, records, work, noted) => {
    let effect: CorrectionEffect = { mentions: 0, articles: 0, figures: 0 }
    const nowMs = clock()
    library.act({ kind, label, articleId: null }, nowMs, work, (db) => {
      effect = settleCorrections(db, records, nowMs)
      if (noted) putEffect(db, noted, effect)
    })
    changes.announce(['entity', 'figure', 'suggestion', 'article', 'card', 'history'])
    return effect
  }
}
