import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/node'

const MAX_BYTES = 1_000_000
/** So much of the log goes into a report. */
const REPORTED_CHARS = 20_000

/** Where faults are noted, without anything that a person wrote. */
export interface FaultLog {
  readonly dir: string
  note(line: string): void
  /** The newest part. */
  read(): string
}

/** A log in `dir` that begins anew at a megabyte and keeps the one before. */
export function openLog(dir: string): FaultLog {
  const file = join(dir, 'dossier.log')
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => file
  log.transports.file.maxSize = MAX_BYTES
  log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s} {text}'
  return {
    dir,
    note: (line) => log.error(line),
    read: () => (existsSync(file) ? readFileSync(file, 'utf8').slice(-REPORTED_CHARS) : ''),
  }
}
