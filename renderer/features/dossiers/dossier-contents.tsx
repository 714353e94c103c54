import { lazy, Suspense } from 'react'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import type { AsOf, Dossier } from '#shared/contract/entity.ts'
import classes from './dossier-contents.module.css'
import { MentionTimeline } from './mention-timeline.tsx'

// What lays it out is fetched when one asks for the picture.
const CompanyGraph = lazy(async () => ({ default: (await import('./company-graph.tsx')).CompanyGraph }))

type View = 'mentions' | 'company'

interface DossierContentsProps {
  readonly dossier: Dossier
  readonly asOf: AsOf | null
  readonly scroller: HTMLElement
}

/** The middle of the folder: every mention, or who it appears with as a picture one can walk. */
export function DossierContents({ dossier, asOf, scroller }: DossierContentsProps) {
  const [view, setView] = useKeptState<View>('view', 'mentions')
  return (
    <div className={classes.contents}>
      <FilterTabs<View>
        label="What to show"
        value={view}
        onChange={setView}
        tabs={[
          { value: 'mentions', label: 'Mentions', count: dossier.mentionCount },
          { value: 'company', label: 'Company', count: dossier.appearsWith.length },
        ]}
      />
      {view === 'mentions' ? (
        <MentionTimeline dossier={dossier} asOf={asOf} scroller={scroller} />
      ) : (
        <Suspense fallback={<LoadingState label="Drawing the company" />}>
          <CompanyGraph key={dossier.id} entityId={dossier.id} asOf={asOf} />
        </Suspense>
      )}
    </div>
  )
}
