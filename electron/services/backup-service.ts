import type { CopyFailure } from '#electron/store/backup-files.ts'
import { os } from './context.ts'
import type { Safety } from './safety.ts'

/** Copies of the library, and going back to one. */
export function createBackupService(safety: Safety) {
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
      if (made.kind === 'failed') throw errors[codes[made.code]]()
      const backup = (await backups.list()).find(({ id }) => id === made.id)
      if (!backup) throw errors.BACKUP_GONE()
      return backup
    }),
    setSecondFolder: os.backup.setSecondFolder.handler(async ({ input }) => ({
      failed: await backups.setSecondFolder(input.folder),
    })),
    restore: os.backup.restore.handler(async ({ input, errors }) => {
      const restored = await safety.restore(input.backupId)
      if ('failed' in restored) throw errors[codes[restored.failed]]()
      return restored
    }),
  }
}

const codes = {
  DISK_FULL: 'BACKUP_DISK_FULL',
  FOLDER: 'BACKUP_FOLDER',
  DAMAGED: 'BACKUP_DAMAGED',
  NEWER: 'BACKUP_NEWER',
  GONE: 'BACKUP_GONE',
  BUSY: 'BACKUP_BUSY',
} as const satisfies Record<CopyFailure | 'BUSY', string>
