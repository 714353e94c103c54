import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const LOOK_EVERY_MS = 50

/**
 * Runs `work` while no other process does so with the same `lockFile`, which holds the process that works. The folder
 * must be there. A process that ended in the middle keeps nobody out.
 */
export async function whileAlone(lockFile: string, work: () => Promise<void>): Promise<void> {
  while (!take(lockFile)) await setTimeout(LOOK_EVERY_MS)
  try {
    await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function take(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (!isHeld(lockFile)) rmSync(lockFile, { force: true })
    return false
  }
}

/** Whether the process that the file names is there. One that is just being written names none yet. */
function isHeld(lockFile: string): boolean {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'))
    if (holder > 0) process.kill(holder, 0)
    return true
  } catch (error) {
    // Gone itself, or of a process that is gone. EPERM is that of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
