import { MultiSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { MOST_LINKS } from '#shared/domain/mark.ts'
import classes from './names-field.module.css'

/** A person, group or place that marks are linked to. */
export type NamedEntity = Annotation['entities'][number]

const OFFERED = 20

interface NamesFieldProps {
  readonly label: string
  readonly chosen: readonly NamedEntity[]
  readonly onChange: (chosen: readonly NamedEntity[]) => void
}

/** People, groups and places of the library, found by any of their names. */
export function NamesField({ label, chosen, onChange }: NamesFieldProps) {
  const [typed, setTyped] = useState('')
  const found = useQuery(
    api.entity.list.queryOptions({
      input: { query: typed.trim(), limit: OFFERED },
      placeholderData: keepPreviousData,
    }),
  ).data
  const offered = found?.items ?? []
  const known = new Map<string, NamedEntity>([...offered, ...chosen].map((one) => [one.id, one]))
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? 'Find a name' : ''}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => known.get(id)).filter((one) => one !== undefined))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // What is typed has been searched for already, in all names a person or place goes by.
      filter={({ options }) => options.filter((one) => 'value' in one && offered.some(({ id }) => id === one.value))}
      renderOption={({ option }) => <Option one={known.get(option.value)} />}
      nothingFoundMessage="No other name is like that"
      hidePickedOptions
      maxValues={MOST_LINKS}
      maxDropdownHeight={196}
    />
  )
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
