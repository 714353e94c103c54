import { Button, Checkbox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { describeError } from '#renderer/ui/error-words.ts'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { ImportProgress } from '#renderer/ui/import-progress.tsx'
import { showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { FolderImported, FolderImportProgress, FolderLook } from '#shared/contract/open-folder.ts'
import classes from './export-screen.module.css'
import { importedWords } from './imported-words.ts'
import { useFolderRun } from './use-folder-run.ts'

interface FolderDecisionProps {
  readonly look: FolderLook
  readonly isNothing: boolean
  readonly bringBack: boolean
  readonly onBringBack: (bringBack: boolean) => void
  readonly onDone: () => void
}

/** Imports a folder that was looked at, with how far that is and a way to give it up. */
export function FolderDecision({ look, isNothing, bringBack, onBringBack, onDone }: FolderDecisionProps) {
  const { progress, startedAtMs, error, isRunning, run, stop } = useFolderRun<FolderImportProgress>()
  const [isStopped, setStopped] = useState(false)
  const importButton = useRef<HTMLButtonElement>(null)
  const start = async () => {
    setStopped(false)
    const isWhole = await run(
      (signal) => client.folder.import({ lookId: look.lookId, bringBack }, { signal }),
      (event) => void tell(event).then(onDone),
    )
    setStopped(!isWhole)
  }
  // Who gives it up goes on from where it was begun.
  useEffect(() => {
    if (isStopped) importButton.current?.focus()
  }, [isStopped])
  if (isRunning)
    return <Running pace={{ done: 0, total: 0, ...progress, startedAtMs }} isKnown={!!progress?.total} stop={stop} />
  return (
    <>
      <div className={classes.decide}>
        {look.deletedCount > 0 && (
          <Checkbox
            label={`Bring back what was deleted here since (${formatCount(look.deletedCount, 'row', 'rows')})`}
            checked={bringBack}
            onChange={(event) => onBringBack(event.currentTarget.checked)}
          />
        )}
        <Button ref={importButton} disabled={isNothing} onClick={() => void start()}>
          Import
        </Button>
      </div>
      {isStopped && error === null && (
        <p className={classes.quiet} role="status">
          Given up. Nothing was imported.
        </p>
      )}
      {error !== null && (
        <p className={classes.trouble} role="alert">
          {describeError(error).title}. {describeError(error).advice}
        </p>
      )}
    </>
  )
}

async function tell(imported: FolderImported): Promise<void> {
  const { tables, editCount } = imported
  const words = importedWords(imported)
  if (tables.length + editCount > 0) showUndoToast(words, await holdUndo())
  else showToast(words)
}

interface RunningProps {
  readonly pace: { readonly done: number; readonly total: number; readonly startedAtMs: number }
  readonly isKnown: boolean
  readonly stop: () => void
}

function Running({ pace, isKnown, stop }: RunningProps) {
  const root = useRef<HTMLElement>(null)
  // Not the button itself: Enter held down would begin and give up.
  useEffect(() => root.current?.focus(), [])
  return (
    <section ref={root} tabIndex={-1} className={classes.running} aria-label="Import">
      <header className={classes.runningHead}>
        <h3 className={classes.runningTitle}>
          {isKnown ? `Importing ${formatNumber(pace.done)} of ${formatNumber(pace.total)}` : 'Importing'}
        </h3>
        <Button size="compact-sm" variant="subtle" onClick={stop}>
          Cancel
        </Button>
      </header>
      <ImportProgress pace={pace} name="" />
    </section>
  )
}
