import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { AsOf } from '#shared/contract/entity.ts'
import { parseAsOf } from '#shared/domain/routes.ts'

/** Up to when the dossier looks. It stands in the address, so that Back and links find it again. */
export interface AsOfAccess {
  readonly asOf: AsOf | null
  readonly change: (asOf: AsOf | null) => void
}

/** The moment in the address, and how to go to another. */
export function useAsOf(): AsOfAccess {
  const [params, setParams] = useSearchParams()
  const [by, day] = [params.get('by'), params.get('day')]
  const asOf = useMemo(() => parseAsOf(new URLSearchParams({ by: by ?? '', day: day ?? '' })), [by, day])
  return { asOf, change: (next) => setParams(next ? { by: next.by, day: next.day } : {}, { replace: true }) }
}
