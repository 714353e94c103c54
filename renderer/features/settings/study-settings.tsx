import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatPercent } from '#renderer/ui/format.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import type { StudyOptions } from '#shared/contract/study-options.ts'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'
import { SliderSetting } from './slider-setting.tsx'
import { formatSteps, readSteps } from './steps.ts'

const newOrders: readonly Choice<StudyOptions['newOrder']>[] = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'random', label: 'By chance' },
]
const reviewOrders: readonly Choice<StudyOptions['reviewOrder']>[] = [
  { value: 'due', label: 'Longest due first' },
  { value: 'shaky', label: 'Shakiest first' },
  { value: 'firm', label: 'Firmest first' },
  { value: 'hard', label: 'Hardest first' },
  { value: 'random', label: 'By chance' },
]
const newPlaces: readonly Choice<StudyOptions['newPlace']>[] = [
  { value: 'after', label: 'After the reviews' },
  { value: 'before', label: 'Before the reviews' },
  { value: 'among', label: 'Among the reviews' },
]
const spreads: readonly Choice<StudyOptions['spread']>[] = [
  { value: 'balance', label: 'To quieter days' },
  { value: 'chance', label: 'By chance' },
  { value: 'exact', label: 'Not at all' },
]
const leechActions: readonly Choice<StudyOptions['leechAction']>[] = [
  { value: 'suspend', label: 'Set it aside' },
  { value: 'tag', label: 'Tag it only' },
]
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const loads = [
  { value: '1', label: 'as usual' },
  { value: '0.5', label: 'half' },
  { value: '0', label: 'free' },
]

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
      <StepsSetting
        label="First steps of a new card"
        help="Minutes (m) or hours (h) between its first answers. Without any, days follow at once."
        value={settings.learningStepsMinutes}
        onKeep={(learningStepsMinutes) => change({ learningStepsMinutes })}
      />
      <StepsSetting
        label="Steps after forgetting"
        help="When a forgotten card is asked again on the same day."
        value={settings.relearningStepsMinutes}
        onKeep={(relearningStepsMinutes) => change({ relearningStepsMinutes })}
      />
      <DayLimit
        label="Ask cards in learning ahead of time"
        help="By up to so many minutes, when nothing else is left."
        value={settings.learnAheadMinutes}
        max={1439}
        onKeep={(learnAheadMinutes) => change({ learnAheadMinutes })}
      />
      <ChoiceSetting
        label="Reviews come"
        words="order sort"
        choices={reviewOrders}
        value={settings.reviewOrder}
        onKeep={(reviewOrder) => change({ reviewOrder })}
      />
      <ChoiceSetting
        label="New cards come"
        words="order sort"
        choices={newOrders}
        value={settings.newOrder}
        onKeep={(newOrder) => change({ newOrder })}
      />
      <ChoiceSetting
        label="New cards are mixed in"
        words="order before after among"
        choices={newPlaces}
        value={settings.newPlace}
        onKeep={(newPlace) => change({ newPlace })}
      />
      <SettingRow
        label="Keep cards of one family apart"
        help="The other direction, or the other gaps of a text, wait for the next day."
        words="bury siblings"
      >
        {({ labelId, helpId }) => (
          <Switch
            aria-labelledby={labelId}
            aria-describedby={helpId}
            checked={settings.burySiblings}
            onChange={(event) => change({ burySiblings: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      <ChoiceSetting
        label="Move reviews a little"
        help="By a few days at most, so that no day is much fuller than the others."
        words="fuzz load balance spread"
        choices={spreads}
        value={settings.spread}
        onKeep={(spread) => change({ spread })}
      />
      <EasyDays value={settings.easyDays} onKeep={(easyDays) => change({ easyDays })} />
      <DayLimit
        label="Longest wait in days"
        help="No review lies further off than this."
        value={settings.maximumIntervalDays}
        min={1}
        max={36_500}
        onKeep={(maximumIntervalDays) => change({ maximumIntervalDays })}
      />
      <DayLimit
        label="Leech after being forgotten"
        help="So many times. Such a card costs much and sticks badly: better to rewrite it. 0 never."
        value={settings.leechAfter}
        max={99}
        onKeep={(leechAfter) => change({ leechAfter })}
      />
      <ChoiceSetting
        label="What happens to a leech"
        words="suspend tag"
        choices={leechActions}
        value={settings.leechAction}
        onKeep={(leechAction) => change({ leechAction })}
      />
      <DayLimit
        label="Old marks a day"
        help="So many of the passages you marked before come back to be read again. 0 none."
        value={settings.oldMarksPerDay}
        max={20}
        onKeep={(oldMarksPerDay) => change({ oldMarksPerDay })}
      />
      <SettingRow label="Show the time at a card" help="Quietly, on top of the review." words="timer clock seconds">
        {({ labelId, helpId }) => (
          <Switch
            aria-labelledby={labelId}
            aria-describedby={helpId}
            checked={settings.showTimer}
            onChange={(event) => change({ showTimer: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      <DayLimit
        label="Longest time of an answer, in seconds"
        help="More than that you spent on something else, and it is not counted."
        value={settings.longestAnswerSeconds}
        min={5}
        max={3600}
        onKeep={(longestAnswerSeconds) => change({ longestAnswerSeconds })}
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

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface ChoiceSettingProps<Value extends string> {
  readonly label: string
  readonly help?: string
  readonly words: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onKeep: (value: Value) => void
}

function ChoiceSetting<Value extends string>({
  label,
  help,
  words,
  choices,
  value,
  onKeep,
}: ChoiceSettingProps<Value>) {
  return (
    <SettingRow label={label} {...(help ? { help } : {})} words={words}>
      {({ labelId, helpId }) => (
        <Select
          aria-labelledby={labelId}
          aria-describedby={helpId}
          data={[...choices]}
          value={value}
          onChange={(chosen) => {
            const choice = choices.find((one) => one.value === chosen)
            if (choice) onKeep(choice.value)
          }}
          w={220}
        />
      )}
    </SettingRow>
  )
}

interface StepsSettingProps {
  readonly label: string
  readonly help: string
  readonly value: readonly number[]
  readonly onKeep: (minutes: number[]) => void
}

function StepsSetting({ label, help, value, onKeep }: StepsSettingProps) {
  const shown = formatSteps(value)
  const [draft, setDraft] = useState(shown)
  useEffect(() => setDraft(shown), [shown])
  const steps = readSteps(draft)
  const keep = () => {
    if (steps === null) setDraft(shown)
    else if (formatSteps(steps) !== shown) onKeep(steps)
    else setDraft(shown)
  }
  return (
    <SettingRow label={label} help={help} words="learning relearning steps minutes">
      {({ labelId, helpId }) => (
        <TextInput
          aria-labelledby={labelId}
          aria-describedby={helpId}
          value={draft}
          error={steps === null ? 'Like 1m 10m 2h, each below a day' : null}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
          w={220}
        />
      )}
    </SettingRow>
  )
}

function EasyDays({ value, onKeep }: { readonly value: readonly number[]; readonly onKeep: (days: number[]) => void }) {
  return (
    <SettingRow
      label="Easy days"
      help="Reviews are moved away from them where their wait allows it."
      words="weekday weekend load free half"
    >
      {() => (
        <div className={classes.weekdays}>
          {weekdays.map((weekday, index) => (
            <Select
              key={weekday}
              label={weekday}
              size="xs"
              data={loads}
              value={String(value[index] ?? 1)}
              onChange={(load) => load !== null && onKeep(value.map((one, at) => (at === index ? Number(load) : one)))}
            />
          ))}
        </div>
      )}
    </SettingRow>
  )
}

interface DayLimitProps {
  readonly label: string
  readonly help: string
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly onKeep: (value: number) => void
}

function DayLimit({ label, help, value, min = 0, max, onKeep }: DayLimitProps) {
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
          min={min}
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
