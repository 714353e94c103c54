import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { entitySearch } from '#renderer/client/choose-entity.ts'
import type { EntitySummary } from '#shared/contract/entity.ts'

const SETTLES_MS = 120
const none: readonly never[] = []

/** People, groups and places of the library whose names hold what was typed, once that rests. */
export function useEntitySearch(query: string): readonly EntitySummary[] {
  const [settled] = useDebouncedValue(query, SETTLES_MS)
  const found = useQuery({ ...entitySearch(settled), placeholderData: keepPreviousData })
  return settled.trim() === '' ? none : (found.data?.items ?? none)
}
