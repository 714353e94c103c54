import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LibraryContents } from '#electron/store/queries/library-check.ts'
import type { Backup } from '#shared/contract/backup.ts'
import { parseBackupName } from '#shared/domain/thin-backups.ts'

/** What a file holds; null for one that can't be read. */
type Found = (LibraryContents & { readonly isKnown: boolean }) | null

/** Where backups lie: in the library's own folder first. */
type Place = readonly [name: Backup['places'][number], folder: string]

interface Copy {
  readonly place: Backup['places'][number]
  readonly file: string
  readonly sizeBytes: number
  /** Tells the file from what it was before. */
  readonly stamp: string
}

/** The backups that lie in some places, and what is in them. */
export interface BackupShelf {
  /** All of them, the newest first. One that can't be read in one place is shown as it lies in the other. */
  list(): Promise<Backup[]>
  /** Where the copies of a backup lie. */
  copiesOf(id: string): readonly string[]
}

/** `read` opens files, one answer each; a file is opened again only when it has changed. */
export function createBackupShelf(
  places: () => readonly Place[],
  read: (files: readonly string[]) => Promise<readonly Found[]>,
): BackupShelf {
  const known = new Map<string, { readonly stamp: string; readonly found: Found }>()
  const foundIn = ({ file, stamp }: Copy): Found => {
    const last = known.get(file)
    return last?.stamp === stamp ? last.found : null
  }

  async function open(copies: readonly Copy[]): Promise<void> {
    const unread = copies.filter(({ file, stamp }) => known.get(file)?.stamp !== stamp)
    if (unread.length === 0) return
    const found = await read(unread.map(({ file }) => file))
    for (const [at, { file, stamp }] of unread.entries()) known.set(file, { stamp, found: found[at] ?? null })
  }

  function listCopies(): Map<string, Copy[]> {
    const copies = new Map<string, Copy[]>()
    for (const [place, folder] of places())
      for (const { name } of listBackupNames(folder)) {
        const copy = copyAt(place, join(folder, name))
        if (copy) copies.set(name, [...(copies.get(name) ?? []), copy])
      }
    return copies
  }

  return {
    async list() {
      const all = [...listCopies()]
      await open(all.flatMap(([, copies]) => copies.slice(0, 1)))
      // A second place may be far away: only what is damaged here is looked for there.
      await open(all.flatMap(([, [first, ...others]]) => (first && foundIn(first) === null ? others : [])))
      return all.flatMap(([id, copies]) => toBackup(id, copies, foundIn)).sort((a, b) => b.atMs - a.atMs)
    },
    copiesOf(id) {
      if (parseBackupName(id) === null) return []
      return places()
        .map(([, folder]) => join(folder, id))
        .filter((file) => existsSync(file))
    },
  }
}

/** Backups in a folder, the newest first; none when it can't be read. */
export function listBackupNames(folder: string) {
  try {
    return readdirSync(folder)
      .flatMap((name) => parseBackupName(name) ?? [])
      .sort((a, b) => b.atMs - a.atMs)
  } catch {
    return [] // not there yet, or a place that is away: said when something is to be written to it
  }
}

function copyAt(place: Copy['place'], file: string): Copy | null {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? { place, file, sizeBytes: stat.size, stamp: `${stat.size} ${stat.mtimeMs}` } : null
}

function toBackup(id: string, copies: readonly Copy[], foundIn: (copy: Copy) => Found): Backup[] {
  const dated = parseBackupName(id)
  const at = Math.max(
    0,
    copies.findIndex((copy) => foundIn(copy) !== null),
  )
  const [best, ...others] = copies.slice(at)
  if (!dated || !best) return []
  const found = foundIn(best)
  const contents = found && { articles: found.articles, marks: found.marks, cards: found.cards }
  const places = [best, ...others].map(({ place }) => place)
  return [{ id, atMs: dated.atMs, reason: dated.reason, sizeBytes: best.sizeBytes, places, contents }]
}
