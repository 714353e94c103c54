import type { ScopeFilter } from '#electron/store/queries/export-scope.ts'
import type { SharedProgress } from '#electron/workers/progress.ts'
import type { ExportFormat, ExportScope } from '#shared/contract/export.ts'

const DAY_MS = 86_400_000

/** What to export, from a library on disk into a file. */
export interface ExportOrder {
  readonly libraryDir: string
  /** Where the file goes; must not exist. */
  readonly file: string
  readonly format: ExportFormat
  readonly scope: ExportScope
  /** In Markdown: names as links, with a file for each dossier. */
  readonly wikiLinks: boolean
  /** How an article's Markdown is laid out, or empty. */
  readonly template: string
  /** Where the type lies that a PDF is set in, or null. */
  readonly typeDir: string | null
  readonly nowMs: number
  readonly progress: SharedProgress
}

/** The file that was written, or why there is none: a template that is broken in a line, more files than a zip can hold. */
export type ExportResult =
  | { readonly kind: 'written'; readonly name: string; readonly mediaType: string }
  | { readonly kind: 'template-broken'; readonly line: number; readonly message: string }
  | { readonly kind: 'too-many-files' }

/** A scope in times instead of days. */
export function toFilter({ fromDay, untilDay, ...scope }: ExportScope): ScopeFilter {
  return {
    ...scope,
    ...(fromDay !== undefined && { fromMs: Date.parse(fromDay) }),
    ...(untilDay !== undefined && { beforeMs: Date.parse(untilDay) + DAY_MS }),
  }
}

/** Whether nothing is asked for but which articles. */
export function isWhole({ hasMarks, hasCards, ...filter }: ExportScope): boolean {
  const asked = ['tag', 'categoryId', 'entityId', 'fromDay', 'untilDay', 'anchor', 'cardState'] as const
  return hasMarks && hasCards && asked.every((name) => filter[name] === undefined)
}
