/** The form of open folders that this version writes; it reads this and earlier ones. */
export const FOLDER_FORMAT = 1
export const MANIFEST_FILE = 'dossier.json'
export const DATA_FOLDER = 'data'
export const ARTICLE_FOLDER = 'Articles'

/** What `dossier.json` says of the folder it lies in. */
export interface FolderManifest {
  readonly format: number
  readonly program: string
  readonly version: string
  readonly exportedAtMs: number
  /** Rows of each file in `data/`. */
  readonly tables: Readonly<Record<string, number>>
}

/** The manifest in these bytes, or null when they are none. */
export function readManifest(json: string): FolderManifest | null {
  try {
    const value: unknown = JSON.parse(json)
    return isManifest(value) ? value : null
  } catch {
    return null
  }
}

function isManifest(value: unknown): value is FolderManifest {
  if (typeof value !== 'object' || value === null) return false
  const { program, format, tables, exportedAtMs } = value as Partial<Record<keyof FolderManifest, unknown>>
  if (program !== 'Dossier' || typeof format !== 'number' || typeof exportedAtMs !== 'number') return false
  return (
    typeof tables === 'object' && tables !== null && Object.values(tables).every((count) => typeof count === 'number')
  )
}

/** What a person who opens the folder without Dossier reads first. */
export const FOLDER_README = `# A Dossier library, in the open

Everything of the library is in this folder, in forms that other programs read.

| file | holds |
| --- | --- |
| \`Articles/\` | each article as Markdown: its notes, marks and text |
| \`Dossiers/\` | each person, group and place you read about, with the passages |
| \`annotations.jsonld\` | marks and notes as W3C Web Annotations |
| \`tables/\` | marks, cards, names, figures and the log of reviews as CSV, for spreadsheets |
| \`cards.apkg\` | cards with their schedule and answers, for Anki |
| \`originals/\` | the files as they were imported |
| \`media/\` | pictures on cards |
| \`data/\` | every table of the library, a JSON object a line: what Dossier restores from |

Import this folder in Dossier (Export, "Import an open folder") to have all of it back. A note that you change in
\`Articles/\`, between its two comments, comes back changed. Changes anywhere else are not read.
`
