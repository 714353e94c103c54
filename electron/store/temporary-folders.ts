import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a folder is for. `open` holds what other programs show, also when this one has ended. */
const purposes = ['drag', 'file', 'import', 'look', 'open', 'verify'] as const
type Purpose = (typeof purposes)[number]

const NAME = new RegExp(`^dossier-(?:${purposes.join('|')})-(\\d+)-.{6}$`)

const made = new Set<string>()

/** A folder that no other person of the computer may read. Whoever made it removes it; the end of the program does else. */
export function makeTemporaryFolder(purpose: Purpose): string {
  // The number of the process tells the next program whether anybody still works in it.
  const dir = mkdtempSync(join(tmpdir(), `dossier-${purpose}-${process.pid}-`))
  if (purpose === 'open') return dir
  if (made.size === 0) process.once('exit', removeMade)
  made.add(dir)
  return dir
}

function removeMade(): void {
  for (const dir of made) rmSync(dir, { recursive: true, force: true })
}

/** Removes what programs that were killed have left in `root`, with the private texts in it. */
export async function removeLeftFolders(root: string = tmpdir()): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = NAME.exec(name)?.[1]
    if (pid === undefined) continue
    const dir = join(root, name)
    // One that can't be removed is another person's, or held by a program that shows it.
    if (await isLeft(dir, Number(pid))) await rm(dir, { recursive: true, force: true }).catch(() => {})
  }
}

/** Numbers are given again: a folder of our own number that is older than we are was another's. */
async function isLeft(dir: string, pid: number): Promise<boolean> {
  if (pid !== process.pid) return !isRunning(pid)
  const startedAtMs = Date.now() - process.uptime() * 1000
  return stat(dir).then(
    ({ mtimeMs }) => mtimeMs < startedAtMs,
    () => false,
  )
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Of another person: it is there, and not ours to ask.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
