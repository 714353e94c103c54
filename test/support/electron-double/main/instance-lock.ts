import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type OnSecond = (argv: string[], workingDirectory: string, data: unknown) => void

/**
 * Whether this process is the first one alive for the folder. If not, the first one hears of this one's arguments:
 * they are left in a file, because the real call answers at once too.
 */
export function claimInstance(userData: string, data: unknown, onSecond: OnSecond): boolean {
  const calls = join(userData, 'double-second-instances')
  const lock = join(userData, 'double-instance-lock')
  mkdirSync(calls, { recursive: true })
  if (isHeld(lock)) {
    const call = JSON.stringify({ argv: process.argv, workingDirectory: process.cwd(), data })
    writeFileSync(join(calls, `${process.pid}.json`), call)
    return false
  }
  writeFileSync(lock, String(process.pid))
  setInterval(() => takeCalls(calls, onSecond), 50).unref()
  return true
}

function isHeld(lock: string): boolean {
  if (!existsSync(lock)) return false
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch {
    return false // whoever held it was killed
  }
}

function takeCalls(folder: string, onSecond: OnSecond): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    if (text === '') continue // not written to the end yet
    rmSync(file)
    const { argv, workingDirectory, data }: { argv: string[]; workingDirectory: string; data: unknown } =
      JSON.parse(text)
    onSecond(argv, workingDirectory, data)
  }
}
