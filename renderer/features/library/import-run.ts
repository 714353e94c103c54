import type { ImportEvent, ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** What became of one file or pasted text. */
export type ImportResult = Extract<ImportEvent, { type: 'result' }>

/** One import as the person sees it: how far it is and what came of each file. */
export interface ImportRun {
  readonly total: number
  /** How many files were read so far; what came of them may be told later. */
  readonly done: number
  readonly name: string
  readonly results: readonly ImportResult[]
  readonly isRunning: boolean
  /** What broke the import as a whole, or null. */
  readonly error: unknown
}

/** An import that was just asked for. */
export function beginRun(files: readonly { readonly name: string }[]): ImportRun {
  return { total: files.length, done: 0, name: files[0]?.name ?? '', results: [], isRunning: true, error: null }
}

/** The run after an event of `article.import`; `before` counts the files of earlier calls. */
export function noteEvent(run: ImportRun, event: ImportEvent, before: number): ImportRun {
  if (event.type === 'progress') return { ...run, name: event.name, done: Math.max(run.done, before + event.done) }
  const results = [...run.results, event]
  return { ...run, name: event.name, results, done: Math.max(run.done, results.length) }
}

/** A result that is known without asking the library. */
export function failedResult(name: string, code: ImportFailure): ImportResult {
  return { type: 'result', name, outcome: { kind: 'failed', code } }
}

/** The articles a run added or gave a new text. */
export function importedIds(run: ImportRun): readonly ArticleId[] {
  return run.results.flatMap(({ outcome }) => {
    if (outcome.kind === 'imported' || outcome.kind === 'changed') return [outcome.articleId]
    return outcome.kind === 'many' ? outcome.articleIds : []
  })
}

/** Files that can be sent, and a result for each that is too large to be worth it. */
export function sortOut<F extends { readonly name: string; readonly size: number }>(
  files: readonly F[],
): { sendable: readonly F[]; refused: readonly ImportResult[] } {
  return {
    sendable: files.filter((file) => file.size <= MAX_IMPORT_BYTES),
    refused: files.filter((file) => file.size > MAX_IMPORT_BYTES).map((file) => failedResult(file.name, 'TOO_LARGE')),
  }
}

/** Cuts a list of files into calls that each stay within what one call may carry. Order is kept. */
export function splitCalls<F extends { readonly size: number }>(
  files: readonly F[],
  limits: { readonly bytes: number; readonly files: number },
): readonly (readonly F[])[] {
  const calls: F[][] = []
  let bytes = 0
  for (const file of files) {
    const call = calls.at(-1)
    if (call && call.length < limits.files && bytes + file.size <= limits.bytes) {
      call.push(file)
      bytes += file.size
    } else {
      calls.push([file])
      bytes = file.size
    }
  }
  return calls
}
