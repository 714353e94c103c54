import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { type NamedEntity, NamesSelect } from '#renderer/ui/names-select.tsx'

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
  return (
    <NamesSelect
      label={label}
      placeholder={chosen.length === 0 ? 'Find a name' : ''}
      chosen={chosen}
      offered={found?.items ?? []}
      typed={typed}
      onTyped={setTyped}
      onChoose={onChange}
      nothingFoundMessage="No other name is like that"
    />
  )
}
