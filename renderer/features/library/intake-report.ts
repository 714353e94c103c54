import type { IntakeResult, IntakeRow } from '#shared/contract/intake.ts'
import { escapeLine } from '#shared/text/escape-markdown.ts'
import { importFailureWords } from './import-words.ts'
import { kindNames, resultWords, rowWords, stateNames } from './intake-words.ts'

interface Report {
  readonly rows: readonly IntakeRow[]
  readonly result: IntakeResult
  readonly stored: ReadonlySet<number>
  readonly atMs: number
}

const columns = ['File', 'Title', 'Kind', 'State', 'Imported', 'Remark'] as const

function cells(row: IntakeRow, { result, stored }: Report): readonly string[] {
  const failure = result.failed.find(({ rowId }) => rowId === row.rowId)
  const isStored = stored.has(row.rowId) && !failure
  const remark = failure ? importFailureWords[failure.code] : rowWords(row)
  return [row.file, row.title, kindNames[row.kind], stateNames[row.state], isStored ? 'yes' : 'no', remark]
}

const nameOf = (atMs: number) => `Dossier import ${new Date(atMs).toISOString().slice(0, 10)}`

/** What became of each row, as a page of Markdown. */
export function reportToMarkdown(report: Report): File {
  const rows = report.rows.map((row) => `| ${cells(row, report).map(escapeLine).join(' | ')} |`)
  const head = [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`]
  const lines = ['# Import', '', `${resultWords(report.result)}.`, '', ...head, ...rows, '']
  return new File([lines.join('\n')], `${nameOf(report.atMs)}.md`, { type: 'text/markdown' })
}

/** The same as a table. A cell that a spreadsheet would take for a formula is told to be text. Source: RFC 4180. */
export function reportToCsv(report: Report): File {
  const quoted = (cell: string) => `"${cell.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
  const lines = [columns, ...report.rows.map((row) => cells(row, report))].map((row) => row.map(quoted).join(','))
  return new File([`\uFEFF${lines.join('\r\n')}\r\n`], `${nameOf(report.atMs)}.csv`, { type: 'text/csv' })
}
