import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { SettingRow } from './setting-row.tsx'
import { formatSteps, readSteps } from './steps.ts'

/** What an empty field of a deck says. */
const AS_FOR_ALL = 'as for all'

interface FieldTexts {
  readonly label: string
  readonly help?: string
  /** Other words one may look for it by. */
  readonly words?: string
}

const textsOf = ({ label, help, words }: FieldTexts) => ({
  label,
  ...(help === undefined ? {} : { help }),
  ...(words === undefined ? {} : { words }),
})

interface NumberProps extends FieldTexts {
  readonly min?: number
  readonly max: number
}

/** A whole number, kept when the field is left or by Enter. */
export function NumberSetting({
  value,
  onKeep,
  ...rest
}: NumberProps & { readonly value: number; readonly onKeep: (value: number) => void }) {
  return <NumberRow {...rest} value={value} canBeEmpty={false} onKeep={(kept) => kept !== null && onKeep(kept)} />
}

/** A whole number of a deck's own; empty: as for all. */
export function OwnNumberSetting(
  props: NumberProps & { readonly value: number | null; readonly onKeep: (value: number | null) => void },
) {
  return <NumberRow {...props} canBeEmpty />
}

interface NumberRowProps extends NumberProps {
  readonly value: number | null
  readonly canBeEmpty: boolean
  readonly onKeep: (value: number | null) => void
}

function NumberRow({ value, canBeEmpty, onKeep, min = 0, max, ...texts }: NumberRowProps) {
  const shown = value ?? ''
  const [draft, setDraft] = useState<number | string>(shown)
  useEffect(() => setDraft(shown), [shown])
  const keep = () => {
    if (draft === shown) return
    if (typeof draft === 'number') onKeep(Math.min(max, Math.max(min, draft)))
    else if (canBeEmpty) onKeep(null)
    else setDraft(shown)
  }
  return (
    <SettingRow {...textsOf(texts)}>
      {({ labelId, helpId }) => (
        <NumberInput
          aria-labelledby={labelId}
          aria-describedby={helpId}
          value={draft}
          min={min}
          max={max}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          {...(canBeEmpty ? { placeholder: AS_FOR_ALL } : {})}
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

/** One of a few, with its words. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface ChoiceProps<Value extends string> extends FieldTexts {
  readonly choices: readonly Choice<Value>[]
}

/** One of a few. */
export function ChoiceSetting<Value extends string>({
  value,
  onKeep,
  ...rest
}: ChoiceProps<Value> & { readonly value: Value; readonly onKeep: (value: Value) => void }) {
  return <ChoiceRow {...rest} value={value} canBeEmpty={false} onKeep={(kept) => kept !== null && onKeep(kept)} />
}

/** One of a few, of a deck's own; empty: as for all. */
export function OwnChoiceSetting<Value extends string>(
  props: ChoiceProps<Value> & { readonly value: Value | null; readonly onKeep: (value: Value | null) => void },
) {
  return <ChoiceRow {...props} canBeEmpty />
}

interface ChoiceRowProps<Value extends string> extends ChoiceProps<Value> {
  readonly value: Value | null
  readonly canBeEmpty: boolean
  readonly onKeep: (value: Value | null) => void
}

function ChoiceRow<Value extends string>({ choices, value, canBeEmpty, onKeep, ...texts }: ChoiceRowProps<Value>) {
  return (
    <SettingRow {...textsOf(texts)}>
      {({ labelId, helpId }) => (
        <Select
          aria-labelledby={labelId}
          aria-describedby={helpId}
          data={[...(canBeEmpty ? [{ value: '', label: AS_FOR_ALL }] : []), ...choices]}
          value={value ?? ''}
          onChange={(chosen) => {
            const choice = choices.find((one) => one.value === chosen)
            if (choice) onKeep(choice.value)
            else if (canBeEmpty) onKeep(null)
          }}
          w={220}
        />
      )}
    </SettingRow>
  )
}

interface SwitchSettingProps extends FieldTexts {
  readonly value: boolean
  readonly onKeep: (value: boolean) => void
}

/** Something that is on or off. */
export function SwitchSetting({ value, onKeep, ...texts }: SwitchSettingProps) {
  return (
    <SettingRow {...textsOf(texts)}>
      {({ labelId, helpId }) => (
        <Switch
          aria-labelledby={labelId}
          aria-describedby={helpId}
          checked={value}
          onChange={(event) => onKeep(event.currentTarget.checked)}
        />
      )}
    </SettingRow>
  )
}

/** Steps in minutes, typed as `1m 10m 2h`. */
export function StepsSetting({
  value,
  onKeep,
  ...texts
}: FieldTexts & { readonly value: readonly number[]; readonly onKeep: (minutes: number[]) => void }) {
  return <StepsRow {...texts} value={value} canBeEmpty={false} onKeep={(kept) => kept !== null && onKeep(kept)} />
}

/** Steps of a deck's own. An empty field: as for all; a dash: none. */
export function OwnStepsSetting(
  props: FieldTexts & {
    readonly value: readonly number[] | null
    readonly onKeep: (minutes: number[] | null) => void
  },
) {
  return <StepsRow {...props} canBeEmpty />
}

interface StepsRowProps extends FieldTexts {
  readonly value: readonly number[] | null
  readonly canBeEmpty: boolean
  readonly onKeep: (minutes: number[] | null) => void
}

function StepsRow({ value, canBeEmpty, onKeep, ...texts }: StepsRowProps) {
  const shown = value === null ? '' : value.length === 0 && canBeEmpty ? '-' : formatSteps(value)
  const [draft, setDraft] = useState(shown)
  useEffect(() => setDraft(shown), [shown])
  const words = draft.trim()
  const isUnset = canBeEmpty && words === ''
  const steps = isUnset ? null : canBeEmpty && words === '-' ? [] : readSteps(words)
  const isWrong = steps === null && !isUnset
  const keep = () => {
    if (words === shown || isWrong) setDraft(shown)
    else onKeep(steps)
  }
  return (
    <SettingRow {...textsOf(texts)}>
      {({ labelId, helpId }) => (
        <TextInput
          aria-labelledby={labelId}
          aria-describedby={helpId}
          value={draft}
          error={isWrong ? 'Like 1m 10m 2h, each below a day' : null}
          {...(canBeEmpty ? { placeholder: AS_FOR_ALL } : {})}
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
