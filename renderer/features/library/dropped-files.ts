/** A file with where it lay in the folder that was chosen or dropped. */
export interface FoundFile {
  readonly file: File
  /** `Folder/part/name.txt`, or the name alone. */
  readonly path: string
}

/** Nobody drops more on purpose; a home folder may hold millions. */
const MOST_FILES = 20_000
const MOST_DEPTH = 40

/** The files of a drop, those in folders and their folders too; what systems hide in folders is left. */
export async function readDrop(transfer: DataTransfer): Promise<FoundFile[]> {
  // Entries must be asked for before the first pause: the drop is over then.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  if (entries.every((entry) => entry === null)) return [...transfer.files].map((file) => ({ file, path: file.name }))
  const found: FoundFile[] = []
  for (const entry of entries) if (entry) await readEntry(entry, found, 0)
  return found
}

/** The files of a chooser, of a folder too. */
export function readChosen(files: FileList | null): FoundFile[] {
  return [...(files ?? [])]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !isHidden(path))
    .slice(0, MOST_FILES)
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

async function readEntry(entry: FileSystemEntry, found: FoundFile[], depth: number): Promise<void> {
  if (found.length >= MOST_FILES || depth > MOST_DEPTH || (depth > 0 && isHidden(entry.name))) return
  const path = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) found.push({ file: await fileOf(entry), path })
  else if (isFolder(entry)) for (const child of await childrenOf(entry)) await readEntry(child, found, depth + 1)
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A folder gives its entries in portions, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0 || children.length >= MOST_FILES) break
    children.push(...portion)
  }
  return children.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}
