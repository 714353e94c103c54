import { Button } from '@mantine/core'
import classes from '#renderer/ui/tool-strip.module.css'
import type { Selection } from './use-selection.ts'

/** What can be done with the selected names; nothing while none is. */
export function SelectionBar({ selection }: { readonly selection: Selection }) {
  const { chosen } = selection
  if (chosen.length === 0) return null
  const into = [...chosen].sort((a, b) => b.mentionCount - a.mentionCount)[0]
  return (
    <div className={classes.strip} role="toolbar" aria-label="Selected names">
      <span className={classes.words} aria-live="polite">
        {chosen.length === 1 ? `${into?.name} selected` : `${chosen.length} selected`}
      </span>
      <Button size="compact-sm" disabled={chosen.length < 2} onClick={() => void selection.merge()}>
        {chosen.length < 2 ? 'Merge' : `Merge into ${into?.name}`}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
        Clear
      </Button>
    </div>
  )
}
