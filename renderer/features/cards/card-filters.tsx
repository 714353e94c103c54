import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import classes from './card-filters.module.css'

const states = [
  { value: 'all', label: 'All' },
  { value: 'due', label: 'Due' },
  { value: 'new', label: 'New' },
  { value: 'learning', label: 'Being learned' },
  { value: 'suspended', label: 'Set aside' },
] as const

/** Which cards are shown. */
export interface CardFilter {
  readonly query: string
  readonly state: (typeof states)[number]['value']
}

/** All of them. */
export const noFilter: CardFilter = { query: '', state: 'all' }

interface CardFiltersProps {
  readonly filter: CardFilter
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<CardFilter>) => void
}

/** Words on the card, and how it stands with it. */
export function CardFilters({ filter, fieldRef, onChange }: CardFiltersProps) {
  return (
    <div className={classes.root}>
      <TextInput
        ref={fieldRef}
        aria-label="Find a card"
        placeholder="Find a card"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={filter.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => leaveFieldByKey(event, () => onChange({ query: '' }))}
        className={classes.field ?? ''}
      />
      <Select
        aria-label="State"
        data={states}
        value={filter.state}
        onChange={(value) => onChange({ state: states.find((state) => state.value === value)?.value ?? 'all' })}
        className={classes.state ?? ''}
      />
    </div>
  )
}
