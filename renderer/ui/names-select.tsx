import { type ComboboxItem, MultiSelect, type MultiSelectProps } from '@mantine/core'
import type { Annotation } from '#shared/contract/annotation.ts'
import { MOST_LINKS } from '#shared/domain/mark.ts'
import { KindBadge } from './kind-badge.tsx'
import classes from './names-select.module.css'

/** A person, group or place that marks are linked to. */
export type NamedEntity = Annotation['entities'][number]

type OwnProps = 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange' | 'filter' | 'renderOption'

interface NamesSelectProps extends Omit<MultiSelectProps, OwnProps> {
  readonly chosen: readonly NamedEntity[]
  /** Those that fit what was typed, in order. */
  readonly offered: readonly NamedEntity[]
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onChoose: (chosen: NamedEntity[]) => void
}

/** Chooses people, groups and places among those that are offered for what was typed. */
export function NamesSelect({ chosen, offered, typed, onTyped, onChoose, ...props }: NamesSelectProps) {
  const known = new Map<string, NamedEntity>([...offered, ...chosen].map((one) => [one.id, one]))
  return (
    <MultiSelect
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => onChoose(ids.map((id) => known.get(id)).filter((one) => one !== undefined))}
      searchable
      searchValue={typed}
      onSearchChange={onTyped}
      // What is typed has been searched for already, in all names a person or place goes by.
      filter={({ options }) => options.filter((option) => isOffered(option as ComboboxItem, offered))}
      renderOption={({ option }) => <Option one={known.get(option.value)} />}
      hidePickedOptions
      maxValues={MOST_LINKS}
      maxDropdownHeight={196}
      {...props}
    />
  )
}

function isOffered({ value }: ComboboxItem, offered: readonly NamedEntity[]): boolean {
  return offered.some(({ id }) => id === value)
}

function Option({ one }: { one: NamedEntity | undefined }) {
  if (!one) return null
  return (
    <span className={classes.option}>
      <span className={classes.name}>{one.name}</span>
      <KindBadge kind={one.kind} />
    </span>
  )
}
