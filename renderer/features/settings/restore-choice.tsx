import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { api } from '#renderer/client/api.ts'
import { contentsWords } from '#renderer/ui/backup-words.ts'
import { formatCount } from '#renderer/ui/format.ts'
import type { Backup } from '#shared/contract/backup.ts'
import classes from './backup-settings.module.css'

interface RestoreChoiceProps {
  readonly backup: Backup
  readonly isPending: boolean
  readonly onRestore: () => void
  readonly onLeave: () => void
}

/** What a restore would take away and bring, before it is done. */
export function RestoreChoice({ backup, isPending, onRestore, onLeave }: RestoreChoiceProps) {
  const titleId = useId()
  const { data: now } = useQuery(
    // What is compared must be of this moment.
    api.backup.now.queryOptions({ input: { sinceMs: backup.atMs }, staleTime: 0, gcTime: 0 }),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand for fields, and here are none
    <div
      role="group"
      // The words are read first; the button follows.
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classes.choice}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <div id={titleId}>
        <p>It holds {backup.contents ? contentsWords(backup.contents) : 'what can’t be read'}.</p>
        <p>
          {now
            ? `The library holds ${contentsWords(now)} now. ${sinceWords(now)}`
            : 'Looking at what the library holds…'}
        </p>
        <p>How it is now is kept as a backup, and undo goes back to it.</p>
      </div>
      <div className={classes.ways}>
        <Button size="compact-sm" loading={isPending} disabled={!now} onClick={onRestore}>
          Restore it
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  )
}

function sinceWords({ steps, lastStep }: { readonly steps: number; readonly lastStep: string | null }): string {
  if (steps === 0) return 'Nothing was done since.'
  const last = lastStep === null ? '' : steps === 1 ? `: ${lastStep}` : `, the last of them: ${lastStep}`
  return `${formatCount(steps, 'step was', 'steps were')} done since${last}.`
}
