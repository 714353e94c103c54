import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/api.ts'
import { DisagreementPair } from '#renderer/ui/disagreement-pair.tsx'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import classes from './dossier-aside.module.css'
import { Part } from './part.tsx'

const FIRST_SHOWN = 2
const MOST_SHOWN = 50

interface DossierDisagreementsProps {
  readonly entityId: Dossier['id']
  readonly asOf: AsOf | null
}

/** Figures about or by the entity that cannot both hold. */
export function DossierDisagreements({ entityId, asOf }: DossierDisagreementsProps) {
  const [isOpen, setOpen] = useState(false)
  const input = { entityId, limit: isOpen ? MOST_SHOWN : FIRST_SHOWN, ...(asOf && { asOf }) }
  const pairs = useQuery(api.figure.disagreements.queryOptions({ input })).data
  if (!pairs || pairs.items.length === 0) return null
  return (
    <Part title="Figures that disagree">
      {pairs.items.map((pair) => (
        <DisagreementPair
          key={`${pair.first.id}:${pair.second.id}`}
          disagreement={pair}
          showSubject={pair.subject?.id !== entityId}
        />
      ))}
      {!isOpen && pairs.total > pairs.items.length && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {pairs.total - pairs.items.length} more
        </button>
      )}
    </Part>
  )
}
