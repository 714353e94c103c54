import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import type { EntitySummary } from '#shared/contract/entity.ts'

const SHOWN = 6
const SETTLES_MS = 120
const none: readonly never[] = []

/** People, groups and places of the library whose names hold what was typed. */
export function useEntitySearch(query: string): readonly EntitySummary[] {
  const [settled] = useDebouncedValue(query.trim(), SETTLES_MS)
  const input = { query: settled, limit: SHOWN }
  const found = useQuery(
    api.entity.list.queryOptions({ input, placeholderData: keepPreviousData, enabled: settled !== '' }),
  )
  return settled === '' ? none : (found.data?.items ?? none)
}
