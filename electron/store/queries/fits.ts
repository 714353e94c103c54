import type { FitId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'

/** Parameters fitted from the log of reviews, and how well they and those before foretold it. */
export interface FitRow {
  readonly id: FitId
  readonly parameters: readonly number[]
  readonly reviewCount: number
  readonly logLossBefore: number
  readonly logLossAfter: number
  readonly rmseBefore: number
  readonly rmseAfter: number
  readonly createdAtMs: number
}

/** The fit in force, or null while the parameters are those that FSRS comes with. */
export function findFit(db: ReadHandle): FitRow | null {
  const row = db
    .prepare(
      `SELECT id, parameters, review_count AS reviewCount, log_loss_before AS logLossBefore, log_loss_after AS logLossAfter,
         rmse_before AS rmseBefore, rmse_after AS rmseAfter, created_at_ms AS createdAtMs
       FROM fsrs_fit WHERE deleted_at_ms IS NULL ORDER BY created_at_ms DESC, id DESC LIMIT 1`,
    )
    .get() as (Omit<FitRow, 'parameters'> & { parameters: string }) | undefined
  return row ? { ...row, parameters: JSON.parse(row.parameters) as number[] } : null
}
