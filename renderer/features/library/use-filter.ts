import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

const states = ['all', 'unread', 'reading', 'read'] as const
const sorts = ['imported', 'opened', 'published', 'title', 'new'] as const

/** What the list shows and in which order. */
export interface LibraryFilter {
  readonly query: string
  readonly state: (typeof states)[number]
  readonly sort: (typeof sorts)[number]
  /** The book whose chapters are shown, or null for everything. */
  readonly book: string | null
}

/** The filter kept in the address: back returns to the list as it was. */
export function useFilter(): [LibraryFilter, (change: Partial<LibraryFilter>) => void] {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => readFilter(params), [params])
  const change = useCallback(
    (part: Partial<LibraryFilter>) => {
      setParams((old) => writeFilter({ ...readFilter(old), ...part }), { replace: true })
    },
    [setParams],
  )
  return [filter, change]
}

/** The filter an address asks for; what is missing or unknown takes its default. */
export function readFilter(params: URLSearchParams): LibraryFilter {
  return {
    query: (params.get('q') ?? '').slice(0, 500),
    state: states.find((state) => state === params.get('state')) ?? 'all',
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'imported',
    book: /^[0-9a-f-]{36}$/.exec(params.get('book') ?? '')?.[0] ?? null,
  }
}

/** The shortest address for a filter: defaults are left out. */
export function writeFilter({ query, state, sort, book }: LibraryFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (query !== '') params.set('q', query)
  if (state !== 'all') params.set('state', state)
  if (sort !== 'imported') params.set('sort', sort)
  if (book !== null) params.set('book', book)
  return params
}
