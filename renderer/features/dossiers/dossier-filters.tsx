import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { api } from '#renderer/client/api.ts'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import classes from './dossier-filters.module.css'

/** What the list of dossiers shows. */
export interface DossierFilter {
  readonly kind: EntityKind | 'all'
  readonly query: string
  readonly sort: 'mentions' | 'articles' | 'name'
}

const sorts = [
  { value: 'mentions', label: 'Most mentioned' },
  { value: 'articles', label: 'In most articles' },
  { value: 'name', label: 'By name' },
] as const

/** Each letter asks for the list and four counts: only what is typed in one go is worth asking for. */
export const QUERY_SETTLES_MS = 120

interface DossierFiltersProps {
  readonly filter: DossierFilter
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<DossierFilter>) => void
}

/** Tabs of kinds with their counts, a field to find a name, the order. */
export function DossierFilters({ filter, fieldRef, onChange }: DossierFiltersProps) {
  const [query] = useDebouncedValue(filter.query.trim(), QUERY_SETTLES_MS)
  return (
    <div className={classes.root}>
      <FilterTabs
        label="Kind"
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        tabs={[
          { value: 'all', label: 'All', count: useEntityCount(query) },
          { value: 'person', label: 'People', count: useEntityCount(query, 'person') },
          { value: 'group', label: 'Groups', count: useEntityCount(query, 'group') },
          { value: 'place', label: 'Places', count: useEntityCount(query, 'place') },
        ]}
      />
      <TextInput
        ref={fieldRef}
        aria-label="Find a name"
        placeholder="Find a name"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={filter.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => leaveFieldByKey(event, () => onChange({ query: '' }))}
        className={classes.field ?? ''}
      />
      <Select
        aria-label="Order"
        data={sorts}
        value={filter.sort}
        onChange={(value) => onChange({ sort: sorts.find((sort) => sort.value === value)?.value ?? 'mentions' })}
        className={classes.sort ?? ''}
      />
    </div>
  )
}

function useEntityCount(query: string, kind?: EntityKind): number | undefined {
  const input = { query, limit: 1, ...(kind === undefined ? {} : { kind }) }
  return useQuery(api.entity.list.queryOptions({ input, placeholderData: keepPreviousData })).data?.total
}
