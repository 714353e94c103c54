import { type ReactNode, useId } from 'react'
import { useIsLookedFor } from './find-context.ts'
import classes from './settings-screen.module.css'

interface SettingRowProps {
  readonly label: string
  readonly help?: ReactNode
  /** Other words one may look for it by. */
  readonly words?: string
  /** The control; gets the ids of what names and explains it. */
  readonly children: (ids: { labelId: string; helpId: string }) => ReactNode
}

/** One setting: its name and what it does on the left, the control on the right. */
export function SettingRow({ label, help, words = '', children }: SettingRowProps) {
  const id = useId()
  const isShown = useIsLookedFor(`${label} ${typeof help === 'string' ? help : ''} ${words}`)
  if (!isShown) return null
  const ids = { labelId: `${id}label`, helpId: `${id}help` }
  return (
    <div className={classes.row} data-setting>
      <div className={classes.about}>
        <div id={ids.labelId} className={classes.label}>
          {label}
        </div>
        <div id={ids.helpId} className={classes.help}>
          {help}
        </div>
      </div>
      <div className={classes.control}>{children(ids)}</div>
    </div>
  )
}

interface SettingSectionProps {
  readonly title: string
  readonly children: ReactNode
}

/** Settings that belong together; goes away with its last row. */
export function SettingSection({ title, children }: SettingSectionProps) {
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      {children}
    </section>
  )
}
