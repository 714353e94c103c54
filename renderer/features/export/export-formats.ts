import type { ExportFormat } from '#shared/contract/export.ts'

interface FormatChoice {
  readonly value: ExportFormat
  readonly label: string
  /** What it is for, in one line. */
  readonly help: string
}

/** What can be written, the most asked for first. */
export const formatChoices: readonly FormatChoice[] = [
  { value: 'markdown', label: 'Markdown', help: 'A file for each article, for Obsidian and other note programs.' },
  { value: 'pdf', label: 'PDF', help: 'To print, to send, to keep.' },
  { value: 'docx', label: 'Word', help: 'To go on writing in Word, Pages or LibreOffice.' },
  { value: 'html', label: 'Web page', help: 'One page that opens in every browser.' },
  { value: 'text', label: 'Plain text', help: 'For any program at all.' },
  { value: 'anki', label: 'Anki package', help: 'Cards with their schedule; a second export updates the first.' },
  { value: 'csv', label: 'Tables (CSV)', help: 'Marks, cards, names and figures, for a spreadsheet.' },
  { value: 'json-ld', label: 'W3C Web Annotation', help: 'Marks and notes for other annotation programs.' },
  { value: 'json', label: 'JSON', help: 'Marks, notes and cards, for your own scripts.' },
  { value: 'dossiers-markdown', label: 'Dossiers as Markdown', help: 'A file for each person, group and place.' },
  { value: 'dossiers-html', label: 'Dossiers as a web page', help: 'All of them on one page, to read and print.' },
  {
    value: 'dossiers-json',
    label: 'Dossiers as JSON',
    help: 'Names, roles, quotes and figures, for your own scripts.',
  },
]

/** Whether a format holds dossiers, which marks and cards do not narrow down. */
export function isOfDossiers(format: ExportFormat): boolean {
  return format.startsWith('dossiers-')
}
