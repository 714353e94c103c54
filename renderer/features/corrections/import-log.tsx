import { Button, CloseButton } from '@mantine/core'
import { client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount, formatNumber } from '#renderer/ui/format.ts'
import { showErrorToast, type TakeBack, tellUndone } from '#renderer/ui/toast.tsx'
import classes from './corrections-screen.module.css'

/** What came of a file of corrections. */
export interface ImportedLog {
  readonly fileName: string
  readonly result: Awaited<ReturnType<typeof client.correction.import>>
  /** Takes it back as one step; null when nothing was added. */
  readonly takeBack: TakeBack | null
}

/** Adds the corrections of a file. Throws what the host refuses. */
export async function importLog(file: File): Promise<ImportedLog> {
  const result = await client.correction.import({ text: await file.text() })
  return { fileName: file.name, result, takeBack: result.added > 0 ? await holdUndo() : null }
}

interface ImportResultProps {
  readonly imported: ImportedLog
  readonly onClose: () => void
}

/** Says what came of it, until it is closed. */
export function ImportResult({ imported: { fileName, result, takeBack }, onClose }: ImportResultProps) {
  return (
    <div className={classes.result} role="status">
      <p className={classes.resultWords}>
        <strong>{fileName}</strong>: {resultWords(result)}
      </p>
      {takeBack && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onClose()
            takeBack().then(tellUndone, showErrorToast)
          }}
        >
          Undo
        </Button>
      )}
      <CloseButton aria-label="Close this message" onClick={onClose} />
    </div>
  )
}

/** "31 replayed, 2 whose passage is not here." */
export function resultWords({ added, known, unreadable, absent }: ImportedLog['result']): string {
  if (added + known === 0) return 'There are no corrections in this file. Nothing was changed.'
  const parts = [
    added - absent > 0 && `${formatNumber(added - absent)} replayed`,
    absent > 0 && `${formatNumber(absent)} whose passage is not here: kept until an article brings it`,
    known > 0 && `${formatCount(known, 'was', 'were')} here already`,
    unreadable > 0 &&
      `${formatCount(unreadable, 'line', 'lines')} could not be read and ${unreadable === 1 ? 'was' : 'were'} left out`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
