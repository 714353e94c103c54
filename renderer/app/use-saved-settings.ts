import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api } from '#renderer/client/api.ts'
import type { SettingsAccess } from '#renderer/ui/settings-context.tsx'
import type { Settings } from '#shared/contract/library.ts'

/** The settings of the library, changed on screen at once and saved behind it. `access` is null until they are here. */
export function useSavedSettings(enabled: boolean): {
  access: SettingsAccess | null
  error: unknown
  retry: () => void
} {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(
    api.settings.get.queryOptions({
      enabled,
      // A host that starts up again is met without a reload.
      refetchInterval: ({ state }) => (state.status === 'error' ? 2_000 : false),
    }),
  )
  const { mutate } = useMutation(
    api.settings.set.mutationOptions({
      // What was shown was a promise; when it can't be kept the stored settings are shown again.
      onError: () => queries.invalidateQueries({ queryKey: api.settings.get.key() }),
    }),
  )
  const change = useCallback(
    (part: Partial<Settings>) => {
      queries.setQueryData(api.settings.get.queryKey(), (old) => (old ? { ...old, ...part } : old))
      mutate(part)
    },
    [queries, mutate],
  )
  const access = useMemo(() => (data ? { settings: data, change } : null), [data, change])
  return { access, error, retry: () => void refetch() }
}
