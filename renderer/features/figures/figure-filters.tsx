import { Button, Select, TextInput } from '@mantine/core'
import { IconArrowLeft, IconSearch, IconX } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { api } from '#renderer/client/api.ts'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { leaveFieldByKey } from '#renderer/ui/leave-field.ts'
import type { Quantity } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import classes from './figures-screen.module.css'
import { type Sort, sorts } from './use-figures.ts'
import type { FiguresPlace } from './use-figures-view.ts'

const quantities = [
  { value: 'count', label: 'Counts' },
  { value: 'money', label: 'Money' },
  { value: 'share', label: 'Per cent' },
  { value: 'years', label: 'Years and months' },
  { value: 'time', label: 'Days and hours' },
  { value: 'length', label: 'Lengths' },
  { value: 'area', label: 'Areas' },
  { value: 'weight', label: 'Weights' },
] as const satisfies readonly { value: Quantity; label: string }[]

/** What of the figures the person asked for. */
export interface FigureQuestion {
  readonly query: string
  readonly sort: Sort
  readonly quantity: Quantity | null
}

interface FigureFiltersProps {
  readonly place: FiguresPlace
  readonly question: FigureQuestion
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<FigureQuestion>) => void
}

/** Tabs of what the ledger can be looked at as, and what narrows it. */
export function FigureFilters({ place, question, fieldRef, onChange }: FigureFiltersProps) {
  const disagreements = useQuery(api.figure.disputes.queryOptions({ input: { limit: 1 } })).data?.total
  const wanted = place.view === 'disagreements' ? 'Find a disagreement' : 'Find a figure'
  return (
    <div className={classes.filters}>
      <FilterTabs
        label="Show"
        value={place.view}
        onChange={place.show}
        tabs={[
          { value: 'ledger', label: 'Ledger' },
          { value: 'measures', label: 'By measure' },
          { value: 'disagreements', label: 'Disagreements', count: disagreements },
        ]}
      />
      <TextInput
        ref={fieldRef}
        aria-label={wanted}
        placeholder={wanted}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        className={classes.field ?? ''}
        value={question.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => leaveFieldByKey(event, () => onChange({ query: '' }))}
      />
      {!place.group && (
        <Select
          aria-label="Kind of quantity"
          placeholder="All quantities"
          data={quantities}
          value={question.quantity}
          clearable
          className={classes.select ?? ''}
          onChange={(value) => onChange({ quantity: quantities.find((one) => one.value === value)?.value ?? null })}
        />
      )}
      {place.view === 'ledger' && (
        <Select
          aria-label="Order"
          data={sorts}
          value={question.sort}
          className={classes.select ?? ''}
          onChange={(value) => onChange({ sort: sorts.find((one) => one.value === value)?.value ?? 'article' })}
        />
      )}
      {place.entityId && <EntityFilter entityId={place.entityId} onClear={place.clearEntity} />}
      {place.group && (
        <Button variant="subtle" onClick={() => place.show('measures')} leftSection={<IconArrowLeft size={16} />}>
          All measures
        </Button>
      )}
    </div>
  )
}

function EntityFilter({ entityId, onClear }: { entityId: EntityId | null; onClear: () => void }) {
  const entity = useQuery(api.entity.get.queryOptions({ input: entityId ? { entityId } : skipToken })).data
  return (
    <Button variant="light" onClick={onClear} rightSection={<IconX size={14} />}>
      Of {entity?.name ?? '…'}
      <span className="visually-hidden">. Show the figures of all</span>
    </Button>
  )
}
