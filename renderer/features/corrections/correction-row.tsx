import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { formatWhen } from '#renderer/ui/format.ts'
import type { Correction } from '#shared/contract/correction.ts'
import { effectOf, kindName, placeOfCorrection } from './correction-words.ts'
import classes from './corrections-screen.module.css'

interface CorrectionRowProps {
  readonly item: Correction
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly onTakeBack: () => void
}

/** One line of the log. */
export function CorrectionRow({ item, isActive, onFocus, onTakeBack }: CorrectionRowProps) {
  const path = placeOfCorrection(item)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears where the focus is, is no control itself
    <div className={classes.row} data-active={isActive} onFocus={onFocus}>
      <span className={classes.kind}>{kindName(item.record.kind)}</span>
      <span className={classes.words}>
        {path ? (
          <Link to={path} className={classes.label}>
            {item.label}
          </Link>
        ) : (
          <span className={classes.label}>{item.label}</span>
        )}
        <span className={classes.effect} data-absent={!item.isHere}>
          {effectOf(item)}
        </span>
      </span>
      <time className={classes.when} dateTime={new Date(item.createdAtMs).toISOString()}>
        {formatWhen(item.createdAtMs, Date.now())}
      </time>
      <Button size="compact-sm" variant="subtle" aria-label={`Take back ${item.label}`} onClick={onTakeBack}>
        Take back
      </Button>
    </div>
  )
}
