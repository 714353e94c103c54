import type { CopyFailure } from '#electron/store/backup-files.ts'
import { countContents, countStepsSince } from '#electron/store/queries/library-check.ts'
import { os, type ServiceContext } from './context.ts'
import type { Safety } from './safety.ts'

/** Copies of the library, and going back to one. */
export function createBackupService({ library }: ServiceContext, safety: Safety) {
  const { backups } = safety
  return {
    list: os.backup.list.handler(async () => ({
      items: await backups.list(),
      folder: backups.folder,
      secondFolder: backups.secondFolder(),
      trouble: backups.trouble(),
    })),
    create: os.backup.create.handler(async ({ errors }) => {
      const made = await backups.make('manual')
      if (made.kind === 'failed') throw errors[restoreCodes[made.code]]()
      const backup = (await backups.list()).find(({ id }) => id === made.id)
      if (!backup) throw errors.BACKUP_GONE()
      return backup
    }),
    setSecondFolder: os.backup.setSecondFolder.handler(async ({ input }) => ({
      failed: await backups.setSecondFolder(input.folder),
    })),
    now: os.backup.now.handler(({ input }) => {
      const steps = countStepsSince(library.read, input.sinceMs)
      return { ...countContents(library.read), steps, lastStep: steps > 0 ? (library.findUndo()?.label ?? null) : null }
    }),
    restore: os.backup.restore.handler(async ({ input, errors }) => {
      const restored = await safety.restore(input.backupId)
      if ('failed' in restored) throw errors[restoreCodes[restored.failed]]()
      return restored
    }),
  }
}

/** The errors of the contract by why a backup could not be made or restored. */
export const restoreCodes = {
  DISK_FULL: 'BACKUP_DISK_FULL',
  FOLDER: 'BACKUP_FOLDER',
  DAMAGED: 'BACKUP_DAMAGED',
  NEWER: 'BACKUP_NEWER',
  GONE: 'BACKUP_GONE',
  BUSY: 'BACKUP_BUSY',
} as const satisfies Record<CopyFailure | 'BUSY', string>
