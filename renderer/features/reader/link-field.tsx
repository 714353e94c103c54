import { type ComboboxItem, MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { KindBadge } from '#renderer/ui/kind-badge.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { MOST_LINKS } from '#shared/domain/mark.ts'
import classes from './link-field.module.css'
import { isPassageMark } from './pending-marks.ts'
import { useReader } from './reader-context.tsx'

type Linked = Annotation['entities'][number]

const OFFERED = 20
const PAUSE_MS = 120

interface LinkFieldProps {
  readonly mark: Annotation
  readonly autoFocus: boolean
  readonly onChange: (entities: Linked[]) => void
}

/** Whom or what a mark is about: found by typing, those of this article first while nothing is typed. */
export function LinkField({ mark, autoFocus, onChange }: LinkFieldProps) {
  const [typed, setTyped] = useState('')
  const { offered, isAnswered } = useOffered(mark, typed.trim())
  const known = new Map<string, Linked>([...offered, ...mark.entities].map((one) => [one.id, one]))
  return (
    <MultiSelect
      aria-label="Linked names"
      placeholder={mark.entities.length === 0 ? 'Link to a name' : ''}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={mark.entities.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => known.get(id)).filter((one) => one !== undefined))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // What is typed has been searched for already, in all names a person or place goes by.
      filter={({ options }) => options.filter((option) => isOffered(option as ComboboxItem, offered))}
      renderOption={({ option }) => <Option one={known.get(option.value)} />}
      nothingFoundMessage={typed.trim() === '' ? 'No names were found in this text' : 'No other name is like that'}
      hidePickedOptions
      maxValues={MOST_LINKS}
      maxDropdownHeight={196}
      size="sm"
      data-links
      {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
      // Enter takes the first, once what is offered belongs to what was typed.
      selectFirstOptionOnChange={typed.trim() !== '' && isAnswered}
      // Within the popover, which a click elsewhere closes; fixed, for the popover cuts off what does not fit.
      comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
    />
  )
}

function isOffered({ value }: ComboboxItem, offered: readonly Linked[]): boolean {
  return offered.some(({ id }) => id === value)
}

function Option({ one }: { one: Linked | undefined }) {
  if (!one) return null
  return (
    <span className={classes.option}>
      <span className={classes.name}>{one.name}</span>
      <KindBadge kind={one.kind} />
    </span>
  )
}

/** Names that hold what was typed; while nothing is, those in the mark's own words, then the others of the article. */
function useOffered(mark: Annotation, typed: string): { offered: readonly Linked[]; isAnswered: boolean } {
  const { finds } = useReader()
  const [asked] = useDebouncedValue(typed, PAUSE_MS)
  const found = useQuery(
    api.entity.list.queryOptions({
      input: { query: asked, limit: OFFERED },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  if (typed !== '')
    return {
      offered: found.data?.items ?? [],
      isAnswered: asked === typed && found.isSuccess && !found.isPlaceholderData,
    }
  const within = new Set(
    isPassageMark(mark)
      ? finds.mentions.filter(({ start, end }) => start < mark.end && end > mark.start).map(({ entityId }) => entityId)
      : [],
  )
  const isWithin = ({ id }: Linked) => within.has(id)
  const others = finds.entities.filter((one) => !isWithin(one))
  return { offered: [...finds.entities.filter(isWithin), ...others].slice(0, OFFERED), isAnswered: true }
}
