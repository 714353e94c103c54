import { Button } from '@mantine/core'
import { formatCount } from '#renderer/ui/format.ts'
import classes from '#renderer/ui/tool-strip.module.css'

interface TickedBarProps {
  readonly count: number
  readonly onChange: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
  readonly onClear: () => void
}

/** What can be done to the marks that are ticked; nothing while none is. */
export function TickedBar({ count, onChange, onExport, onRemove, onClear }: TickedBarProps) {
  if (count === 0) return null
  return (
    <div className={classes.strip} role="toolbar" aria-label="Ticked marks">
      <span className={classes.words}>{formatCount(count, 'mark', 'marks')} ticked</span>
      <Button size="compact-sm" onClick={onChange}>
        Change
      </Button>
      <Button size="compact-sm" variant="default" onClick={onExport}>
        Export
      </Button>
      <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
        Delete
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Untick
      </Button>
    </div>
  )
}
