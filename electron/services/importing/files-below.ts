import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type ImportSource, pathSource } from './import-source.ts'

/** Nobody names more on purpose; a home folder may hold millions. */
const MOST_FILES = 20_000
const DEEPEST = 40

/** What paths name, to be imported: a folder stands for the files in it and in its folders, but hidden ones. */
export async function sourcesOf(paths: readonly string[]): Promise<ImportSource[]> {
  const sources: ImportSource[] = []
  for (const path of paths) {
    if (!(await isFolder(path))) {
      sources.push(await pathSource(path))
      continue
    }
    const files: string[] = []
    await addFiles(path, files, MOST_FILES - sources.length, 0)
    sources.push(...(await Promise.all(files.map(pathSource))))
    // Something must be said of it, too.
    if (files.length === 0) sources.push(emptySource(path))
  }
  return sources
}

/** Links are not followed: they lead out of the folder, or round in it. */
async function addFiles(folder: string, files: string[], most: number, depth: number): Promise<void> {
  // A folder within that is not ours to read is passed over, as one that is hidden.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    if (files.length >= most || entry.name.startsWith('.') || entry.name === '__MACOSX') continue
    const path = join(folder, entry.name)
    if (entry.isFile()) files.push(path)
    else if (entry.isDirectory() && depth < DEEPEST) await addFiles(path, files, most, depth + 1)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function emptySource(path: string): ImportSource {
  return { name: basename(path), sizeBytes: 0, bytes: async () => new Uint8Array() }
}
