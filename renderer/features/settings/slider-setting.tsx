import { Slider } from '@mantine/core'
import { useEffect, useState } from 'react'
import { SettingRow } from './setting-row.tsx'
import classes from './settings-screen.module.css'

interface SliderSettingProps {
  readonly label: string
  readonly help?: string
  readonly words?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly format: (value: number) => string
  /** Called while dragging, for what shows the value at once. */
  readonly onDraft?: (value: number) => void
  /** Called with the value to keep. */
  readonly onKeep: (value: number) => void
}

/** A number on a scale, with its value in words beside it. Kept when let go. */
export function SliderSetting({ label, help, words, value, format, onDraft, onKeep, ...scale }: SliderSettingProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  return (
    <SettingRow label={label} {...(help ? { help } : {})} {...(words ? { words } : {})}>
      {() => (
        <div className={classes.slider}>
          <Slider
            {...scale}
            size="sm"
            label={null}
            thumbLabel={label}
            thumbProps={{ 'aria-valuetext': format(draft) }}
            value={draft}
            onChange={(next) => {
              setDraft(next)
              onDraft?.(next)
            }}
            onChangeEnd={onKeep}
          />
          <output className={classes.value}>{format(draft)}</output>
        </div>
      )}
    </SettingRow>
  )
}
