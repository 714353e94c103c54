import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { backupWords, formatBytes } from '#renderer/ui/backup-words.ts'
import { formatWhen } from '#renderer/ui/format.ts'
import { showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Backup } from '#shared/contract/backup.ts'
import classes from './backup-settings.module.css'

const FIRST_SHOWN = 5

/** The backups, the newest first, with what is in each. */
export function BackupList({ items }: { readonly items: readonly Backup[] }) {
  const [showsAll, setShowsAll] = useState(false)
  const { mutate, variables, isPending } = useMutation(
    api.backup.restore.mutationOptions({
      onSuccess: ({ beforeId }, { backupId }) => {
        const at = items.find(({ id }) => id === backupId)?.atMs ?? Date.now()
        const told = `The library is as it was ${momentOf(at)}`
        if (beforeId === null) return showToast(told)
        showUndoToast(told, async () => {
          await client.backup.restore({ backupId: beforeId })
          return { label: 'Restore of a backup' }
        })
      },
    }),
  )
  if (items.length === 0) return <p className={classes.more}>None yet.</p>
  return (
    <>
      <ul className={classes.list} aria-label="Backups">
        {items.slice(0, showsAll ? undefined : FIRST_SHOWN).map((backup) => (
          <li key={backup.id} className={classes.backup}>
            <time dateTime={new Date(backup.atMs).toISOString()}>{momentOf(backup.atMs)}</time>
            <span className={classes.why}>
              {backupWords(backup)}
              {backup.places.includes('library') ? '' : ' (in the second place)'}
            </span>
            <span className={classes.size}>{formatBytes(backup.sizeBytes)}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={backup.contents === null || isPending}
              loading={isPending && variables?.backupId === backup.id}
              aria-label={`Restore the backup of ${momentOf(backup.atMs)}`}
              onClick={() => mutate({ backupId: backup.id })}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
      {items.length > FIRST_SHOWN && (
        <div className={classes.more}>
          <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Show the newest' : `Show all ${items.length}`}
          </Button>
        </div>
      )}
    </>
  )
}

function momentOf(atMs: number): string {
  const date = new Date(atMs)
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
  return `${formatWhen(atMs, Date.now())}, ${time}`
}
