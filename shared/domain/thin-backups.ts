/** Why a backup was made. `manual`: the person asked for it. */
export type BackupReason = 'start' | 'daily' | 'manual' | 'import' | 'restore' | 'format'

/** A backup as far as thinning looks at it. */
export interface DatedBackup {
  readonly name: string
  readonly atMs: number
  readonly reason: BackupReason
}

const DAY_MS = 86_400_000
/** Of those made by themselves. */
const NEWEST_KEPT = 5
const MANUAL_KEPT = 10
/** The newest of each span is kept, for so many spans. They are fixed: spans that move along would empty themselves. */
const spans = [
  { lengthMs: DAY_MS, count: 7 },
  { lengthMs: 7 * DAY_MS, count: 5 },
  { lengthMs: 30 * DAY_MS, count: 12 },
]

/**
 * The names of backups that may go: all but the five newest, the last of each of seven days, five weeks and twelve
 * months, and the ten newest that the person made. Spans are those that hold a backup and not the
 * latest before now: a clock that jumps, or a year without a start, takes nothing away.
 */
export function listSuperfluousBackups(backups: readonly DatedBackup[]): string[] {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1))
  const manual = newestFirst.filter(({ reason }) => reason === 'manual')
  const others = newestFirst.filter(({ reason }) => reason !== 'manual')
  const kept = new Set([...manual.slice(0, MANUAL_KEPT), ...others.slice(0, NEWEST_KEPT)])
  for (const { lengthMs, count } of spans) {
    const taken = new Set<number>()
    for (const backup of others) {
      const span = Math.floor(backup.atMs / lengthMs)
      if (taken.size >= count || taken.has(span)) continue
      taken.add(span)
      kept.add(backup)
    }
  }
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

/** The file name of a backup: `library-2026-05-14T12-00-00.000Z-daily.db`. */
export function backupName(atMs: number, reason: BackupReason): string {
  return `library-${new Date(atMs).toISOString().replaceAll(':', '-')}-${reason}.db`
}

/** What `backupName` put into a name, or null for any other file. */
export function parseBackupName(name: string): DatedBackup | null {
  const match = /^library-(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-([a-z]+)\.db$/.exec(name)
  if (!match) return null
  const atMs = Date.parse(`${match[1]}${match[2]}:${match[3]}:${match[4]}`)
  const reason = reasons.find((one) => one === match[5])
  return Number.isNaN(atMs) || reason === undefined ? null : { name, atMs, reason }
}

const reasons: readonly BackupReason[] = ['start', 'daily', 'manual', 'import', 'restore', 'format']
