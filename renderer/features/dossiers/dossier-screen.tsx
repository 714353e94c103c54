import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { Screen } from '#renderer/ui/screen.tsx'
import { useKeptScroll } from '#renderer/ui/use-kept-state.ts'
import type { Dossier } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { AsOfControl, asOfWords } from './as-of-control.tsx'
import { DossierAside } from './dossier-aside.tsx'
import { DossierContents } from './dossier-contents.tsx'
import { DossierFolder } from './dossier-folder.tsx'
import classes from './dossier-screen.module.css'
import { MakeCard } from './make-card.tsx'
import { NoDossierYet } from './no-dossier-yet.tsx'
import { type AsOfAccess, useAsOf } from './use-as-of.ts'

export function DossierScreen() {
  const { entityId = '' } = useParams()
  // The host checks it: an address that holds no id is answered with an error, and that is shown.
  return <DossierOf key={entityId} entityId={entityId as EntityId} />
}

function DossierOf({ entityId }: { entityId: EntityId }) {
  const moment = useAsOf()
  const input = { entityId, ...(moment.asOf && { asOf: moment.asOf }) }
  const dossier = useQuery(api.entity.get.queryOptions({ input, placeholderData: keepPreviousData }))
  useDocumentTitle(dossier.data?.name || 'Dossier')
  if (dossier.data && !dossier.error) {
    return <DossierPage dossier={dossier.data} moment={moment} isStale={dossier.isPlaceholderData} />
  }
  return (
    <Screen>
      <h1 className="visually-hidden">Dossier</h1>
      <NoDossierYet error={dossier.error} onRetry={() => void dossier.refetch()} />
    </Screen>
  )
}

interface DossierPageProps {
  readonly dossier: Dossier
  readonly moment: AsOfAccess
  /** Whether this is still the dossier of the moment before. */
  readonly isStale: boolean
}

function DossierPage({ dossier, moment, isStale }: DossierPageProps) {
  const [isMakingCard, setMakingCard] = useState(false)
  // An element, not a ref: on the way back all is drawn at once, and the timeline would look for a ref not yet set.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  useKeptScroll(scroller, true)
  return (
    <Screen width="fill">
      <div ref={setScroller} className={classes.scroller}>
        <div className={classes.page} aria-busy={isStale}>
          <DossierFolder
            dossier={dossier}
            beside={<AsOfControl {...moment} />}
            onMakeCard={() => setMakingCard(true)}
          />
          {dossier.mentionCount === 0 && (
            <p className={classes.nothing}>
              {asOfWords(moment.asOf)}, no article names this {kindWords[dossier.kind]}.
            </p>
          )}
          <div className={classes.contents}>
            {scroller && <DossierContents dossier={dossier} asOf={moment.asOf} scroller={scroller} />}
            <DossierAside dossier={dossier} asOf={moment.asOf} />
          </div>
        </div>
      </div>
      {isMakingCard && <MakeCard dossier={dossier} onClose={() => setMakingCard(false)} />}
    </Screen>
  )
}

const kindWords = { person: 'person', group: 'group', place: 'place' } as const
