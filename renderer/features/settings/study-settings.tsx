import { Select } from '@mantine/core'
import { formatPercent } from '#renderer/ui/format.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { ChoiceSetting, NumberSetting, StepsSetting, SwitchSetting } from './setting-fields.tsx'
import { SettingRow, SettingSection } from './setting-row.tsx'
import classes from './settings-screen.module.css'
import { SliderSetting } from './slider-setting.tsx'
import { leechActions, newOrders, newPlaces, reviewOrders, spreads } from './study-choices.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const loads = [
  { value: '1', label: 'full' },
  { value: '0.5', label: 'half' },
  { value: '0', label: 'free' },
]

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }))

/** How much is learned in a day, and how well it shall stick. */
export function StudySettings() {
  const { settings, change } = useSettings()
  return (
    <SettingSection title="Study">
      <NumberSetting
        label="New cards a day"
        help="Twenty a day come to about two hundred reviews a day after some weeks."
        words="limit daily"
        value={settings.newCardsPerDay}
        max={9999}
        onKeep={(newCardsPerDay) => change({ newCardsPerDay })}
      />
      <NumberSetting
        label="Reviews a day"
        help="What is over the limit waits for the next day."
        words="limit daily"
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
        words="learning relearning steps minutes"
        value={settings.learningStepsMinutes}
        onKeep={(learningStepsMinutes) => change({ learningStepsMinutes })}
      />
      <StepsSetting
        label="Steps after forgetting"
        help="When a forgotten card is asked again on the same day."
        words="learning relearning steps minutes"
        value={settings.relearningStepsMinutes}
        onKeep={(relearningStepsMinutes) => change({ relearningStepsMinutes })}
      />
      <NumberSetting
        label="Ask cards in learning ahead of time"
        help="By up to so many minutes, when nothing else is left."
        words="limit daily"
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
      <SwitchSetting
        label="Keep cards of one family apart"
        help="The other direction, or the other gaps of a text, wait for the next day."
        words="bury siblings"
        value={settings.burySiblings}
        onKeep={(burySiblings) => change({ burySiblings })}
      />
      <ChoiceSetting
        label="Move reviews a little"
        help="By a few days at most, so that no day is much fuller than the others."
        words="fuzz load balance spread"
        choices={spreads}
        value={settings.spread}
        onKeep={(spread) => change({ spread })}
      />
      <EasyDays value={settings.easyDays} onKeep={(easyDays) => change({ easyDays })} />
      <NumberSetting
        label="Longest wait in days"
        help="No review lies further off than this."
        words="limit daily"
        value={settings.maximumIntervalDays}
        min={1}
        max={36_500}
        onKeep={(maximumIntervalDays) => change({ maximumIntervalDays })}
      />
      <NumberSetting
        label="Leech after being forgotten"
        help="So many times. Such a card costs much and sticks badly: better to rewrite it. 0 never."
        words="limit daily"
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
      <NumberSetting
        label="Old marks a day"
        help="So many of the passages you marked before come back to be read again. 0 none."
        words="limit daily"
        value={settings.oldMarksPerDay}
        max={20}
        onKeep={(oldMarksPerDay) => change({ oldMarksPerDay })}
      />
      <SwitchSetting
        label="Show the time at a card"
        help="Quietly, on top of the review."
        words="timer clock seconds"
        value={settings.showTimer}
        onKeep={(showTimer) => change({ showTimer })}
      />
      <NumberSetting
        label="Longest time of an answer, in seconds"
        help="More than that you spent on something else, and it is not counted."
        words="limit daily"
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

function EasyDays({ value, onKeep }: { readonly value: readonly number[]; readonly onKeep: (days: number[]) => void }) {
  return (
    <SettingRow
      label="Easy days"
      help="Reviews are moved away from days that are half or free, where their wait allows it."
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
