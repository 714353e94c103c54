import { MutationCache, QueryClient } from '@tanstack/react-query'
import { showErrorToast } from '#renderer/ui/toast.tsx'

/**
 * The one cache of answers. The host is on this computer: nothing is retried in silence, and being offline means
 * nothing. Answers stay good until `library.changes` says otherwise. A mutation that shows its own errors carries
 * `meta: { showsErrors: true }`; all others show a toast.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.showsErrors !== true) showErrorToast(error)
      },
    }),
  })
}
