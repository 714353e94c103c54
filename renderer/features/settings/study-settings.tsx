import { NumberInput, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatPercent } from '#renderer/ui/format.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { SettingRow, SettingSection } from './setting-row.tsx'
import { SliderSetting } from './slider-setting.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }))

/** How much is learned in a day, and how well it shall stick. */
export function StudySettings() {
  const { settings, change } = useSettings()
  return (
    <SettingSection title="Study">
      <DayLimit
        label="New cards a day"
        help="Twenty a day come to about two hundred reviews a day after some weeks."
        value={settings.newCardsPerDay}
        max={9999}
        onKeep={(newCardsPerDay) => change({ newCardsPerDay })}
      />
      <DayLimit
        label="Reviews a day"
        help="What is over the limit waits for the next day."
        value={settings.reviewsPerDay}
        max={99_999}
        onKeep={(reviewsPerDay) => change({ reviewsPerDay })}
      />
      <SliderSetting
        label="Answers to be remembered"
        help="Cards come back when you are about to fall below this. Higher means more reviews; 90 % suits most."
        words="retention desired interval memory"
        value={settings.desiredRetention}
        min={0.7}
        max={0.99}
        step={0.01}
        format={formatPercent}
        onKeep={(share) => change({ desiredRetention: Math.round(share * 100) / 100 })}
      />
      <SettingRow
        label="A new day begins at"
        help="Late evenings still count as the day before."
        words="start hour midnight"
      >
        {({ labelId, helpId }) => (
          <Select
            aria-labelledby={labelId}
            aria-describedby={helpId}
            data={hours}
            value={String(settings.dayStartsAtHour)}
            onChange={(hour) => hour !== null && change({ dayStartsAtHour: Number(hour) })}
            w={120}
          />
        )}
      </SettingRow>
    </SettingSection>
  )
}

interface DayLimitProps {
  readonly label: string
  readonly help: string
  readonly value: number
  readonly max: number
  readonly onKeep: (value: number) => void
}

function DayLimit({ label, help, value, max, onKeep }: DayLimitProps) {
  const [draft, setDraft] = useState<number | string>(value)
  useEffect(() => setDraft(value), [value])
  const keep = () => {
    if (typeof draft !== 'number') setDraft(value)
    else if (draft !== value) onKeep(draft)
  }
  return (
    <SettingRow label={label} help={help} words="limit daily">
      {({ labelId, helpId }) => (
        <NumberInput
          aria-labelledby={labelId}
          aria-describedby={helpId}
          value={draft}
          min={0}
          max={max}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          onChange={setDraft}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
          w={120}
        />
      )}
    </SettingRow>
  )
}
