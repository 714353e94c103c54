import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { type NamedEntity, NamesSelect } from '#renderer/ui/names-select.tsx'
import type { Annotation } from '#shared/contract/annotation.ts'
import { isPassageMark } from './pending-marks.ts'
import { useReader } from './reader-context.tsx'

const OFFERED = 20
const PAUSE_MS = 120

interface LinkFieldProps {
  readonly mark: Annotation
  readonly autoFocus: boolean
  readonly onChange: (entities: NamedEntity[]) => void
}

/** Whom or what a mark is about: found by typing, those of this article first while nothing is typed. */
export function LinkField({ mark, autoFocus, onChange }: LinkFieldProps) {
  const [typed, setTyped] = useState('')
  const { offered, isAnswered } = useOffered(mark, typed.trim())
  return (
    <NamesSelect
      aria-label="Linked names"
      placeholder={mark.entities.length === 0 ? 'Link to a name' : ''}
      chosen={mark.entities}
      offered={offered}
      typed={typed}
      onTyped={setTyped}
      onChoose={onChange}
      nothingFoundMessage={typed.trim() === '' ? 'No names were found in this text' : 'No other name is like that'}
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

/** Names that hold what was typed; while nothing is, those in the mark's own words, then the others of the article. */
function useOffered(mark: Annotation, typed: string): { offered: readonly NamedEntity[]; isAnswered: boolean } {
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
  const isWithin = ({ id }: NamedEntity) => within.has(id)
  const others = finds.entities.filter((one) => !isWithin(one))
  return { offered: [...finds.entities.filter(isWithin), ...others].slice(0, OFFERED), isAnswered: true }
}
