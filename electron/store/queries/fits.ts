import type { FitId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

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

/** Puts a fit in force. */
export function insertFit(db: WriteHandle, fit: Omit<FitRow, 'createdAtMs'>, nowMs: number): void {
  db.prepare(
    `INSERT INTO fsrs_fit (id, parameters, review_count, log_loss_before, log_loss_after, rmse_before, rmse_after,
       created_at_ms, updated_at_ms)
     VALUES (@id, @parameters, @reviewCount, @logLossBefore, @logLossAfter, @rmseBefore, @rmseAfter, @nowMs, @nowMs)`,
  ).run({ ...fit, parameters: JSON.stringify(fit.parameters), nowMs })
}

/** Goes back to the parameters that FSRS comes with. */
export function deleteFits(db: WriteHandle, nowMs: number): void {
  db.prepare('UPDATE fsrs_fit SET deleted_at_ms = ?, updated_at_ms = ? WHERE deleted_at_ms IS NULL').run(nowMs, nowMs)
}
