import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { DisagreementPair } from '#renderer/ui/disagreement-pair.tsx'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import { MoreButton } from './more-button.tsx'
import { Part } from './part.tsx'
import { partPages } from './part-pages.ts'

const FIRST_SHOWN = 2
const PAGE_SIZE = 20

interface DossierDisagreementsProps {
  readonly entityId: Dossier['id']
  readonly asOf: AsOf | null
}

/** Figures about or by the entity that cannot both hold. */
export function DossierDisagreements({ entityId, asOf }: DossierDisagreementsProps) {
  const list = useInfiniteQuery(
    api.figure.disagreements.infiniteOptions({
      input: partPages({ entityId, asOf, first: FIRST_SHOWN, next: PAGE_SIZE }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <Part title="Figures that disagree">
      {items.map((pair) => (
        <DisagreementPair
          key={`${pair.first.id}:${pair.second.id}`}
          disagreement={pair}
          showSubject={pair.subject?.id !== entityId}
        />
      ))}
      <MoreButton list={list} left={(list.data?.pages[0]?.total ?? 0) - items.length} />
    </Part>
  )
}
