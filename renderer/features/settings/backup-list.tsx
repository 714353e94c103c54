import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { backupWords, formatBytes } from '#renderer/ui/backup-words.ts'
import { formatMoment } from '#renderer/ui/format.ts'
import { showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Backup } from '#shared/contract/backup.ts'
import classes from './backup-settings.module.css'
import { RestoreChoice } from './restore-choice.tsx'

const FIRST_SHOWN = 5

/** The backups, the newest first, with what is in each. */
export function BackupList({ items }: { readonly items: readonly Backup[] }) {
  const [showsAll, setShowsAll] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const { mutate, isPending } = useMutation(
    api.backup.restore.mutationOptions({
      onSuccess: async ({ beforeId }, { backupId }) => {
        setChosen(null)
        const at = items.find(({ id }) => id === backupId)?.atMs ?? Date.now()
        const told = `The library is as it was ${formatMoment(at, Date.now())}`
        if (beforeId === null) showToast(told)
        else showUndoToast(told, await holdUndo())
      },
    }),
  )
  // A button that hides a single row takes its place and tells less.
  const isCut = items.length > FIRST_SHOWN + 1
  const list = useRowFocus(chosen)
  if (items.length === 0) return <p className={classes.more}>None yet.</p>
  return (
    <>
      <ul ref={list} className={classes.list} aria-label="Backups">
        {items.slice(0, showsAll || !isCut ? undefined : FIRST_SHOWN).map((backup) => (
          <li key={backup.id} className={classes.backup} data-backup={backup.id}>
            <time dateTime={new Date(backup.atMs).toISOString()}>{formatMoment(backup.atMs, Date.now())}</time>
            <span className={classes.why}>
              {backupWords(backup)}
              {backup.places.includes('library') ? '' : ' (in the second place)'}
            </span>
            <span className={classes.size}>{formatBytes(backup.sizeBytes)}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={backup.contents === null || isPending}
              aria-label={`Restore the backup of ${formatMoment(backup.atMs, Date.now())}`}
              aria-expanded={chosen === backup.id}
              onClick={() => setChosen(chosen === backup.id ? null : backup.id)}
            >
              Restore…
            </Button>
            {chosen === backup.id && (
              <RestoreChoice
                backup={backup}
                isPending={isPending}
                onRestore={() => mutate({ backupId: backup.id })}
                onLeave={() => setChosen(null)}
              />
            )}
          </li>
        ))}
      </ul>
      {isCut && (
        <div className={classes.more}>
          <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Show the newest' : `Show all ${items.length}`}
          </Button>
        </div>
      )}
    </>
  )
}

/** The focus goes into what was opened at a row, and back to the row when it closes. */
function useRowFocus(chosen: string | null) {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef<string | null>(null)
  useEffect(() => {
    const left = before.current
    before.current = chosen
    const row = (id: string) => list.current?.querySelector(`[data-backup="${CSS.escape(id)}"]`)
    if (chosen !== null) row(chosen)?.querySelector<HTMLElement>('[role="group"]')?.focus()
    else if (left !== null) row(left)?.querySelector<HTMLElement>('button')?.focus()
  }, [chosen])
  return list
}
