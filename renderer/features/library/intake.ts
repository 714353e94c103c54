import type { Pace } from '#renderer/ui/time-left.ts'
import type { IntakeResult, IntakeRow, IntakeState } from '#shared/contract/intake.ts'
import { MAX_IMPORT_BYTES, MAX_PACKAGE_BYTES } from '#shared/domain/article.ts'
import type { FoundFile } from './dropped-files.ts'

/** How far reading or storing is. */
export interface IntakeProgress extends Pace {
  readonly name: string
}

/** Where an import stands, as the person sees it. */
export type Intake =
  | { readonly phase: 'reading' | 'storing'; readonly rows: readonly IntakeRow[]; readonly progress: IntakeProgress }
  | { readonly phase: 'preview'; readonly rows: readonly IntakeRow[] }
  | {
      readonly phase: 'done'
      readonly rows: readonly IntakeRow[]
      readonly result: IntakeResult
      readonly stored: ReadonlySet<number>
    }
  | { readonly phase: 'broken'; readonly rows: readonly IntakeRow[]; readonly error: unknown }

/** Whether storing a row does anything. */
export function canStore({ state }: IntakeRow): boolean {
  return state === 'new' || state === 'changed' || state === 'near'
}

/** Whether a row is stored unless the person says otherwise: all that can be, but nothing is fetched unasked. */
export function isChosenAtFirst(row: IntakeRow): boolean {
  return canStore(row) && row.kind !== 'address'
}

/** Whether there is nothing for the person to decide: one file with one new article, or one that can't be read. */
export function isPlain(rows: readonly IntakeRow[], files: number): boolean {
  const [row] = rows
  if (files !== 1 || !row || rows.length !== 1) return false
  return row.kind === 'file' || (row.kind === 'article' && row.state === 'new')
}

/** How many rows are in each state. */
export function countStates(rows: readonly IntakeRow[]): Readonly<Record<IntakeState, number>> {
  const counts = { new: 0, changed: 0, near: 0, same: 0, failed: 0 }
  for (const { state } of rows) counts[state]++
  return counts
}

/** Whether a file is too large to be worth sending. */
export function isTooLarge({ file }: FoundFile): boolean {
  return file.size > (/\.(?:apkg|colpkg)$/i.test(file.name) ? MAX_PACKAGE_BYTES : MAX_IMPORT_BYTES)
}

/** Cuts files into calls that each stay within what one call may carry. Order is kept. */
export function splitCalls(
  files: readonly FoundFile[],
  limits: { readonly bytes: number; readonly files: number },
): readonly (readonly FoundFile[])[] {
  const calls: FoundFile[][] = []
  let bytes = 0
  for (const found of files) {
    const call = calls.at(-1)
    if (call && call.length < limits.files && bytes + found.file.size <= limits.bytes) {
      call.push(found)
      bytes += found.file.size
    } else {
      calls.push([found])
      bytes = found.file.size
    }
  }
  return calls
}
