import { useSearchParams } from 'react-router'
import type { EntityId } from '#shared/domain/ids.ts'

/** What the ledger can be looked at as. */
export const figureViews = ['ledger', 'measures', 'disagreements'] as const
export type FiguresView = (typeof figureViews)[number]

/** What of the ledger is shown; it stands in the address, so that Back and links find it again. */
export interface FiguresPlace {
  readonly view: FiguresView
  /** One measure, with its figures over time. */
  readonly group: string | null
  /** The figures of one dossier. */
  readonly entityId: EntityId | null
  /** Of that measure, the figures of one subject. */
  readonly subject: string | null
  readonly showSubject: (subject: string | null) => void
  readonly show: (view: FiguresView) => void
  readonly clearEntity: () => void
}

/** The place of the ledger one is at. */
export function useFiguresPlace(): FiguresPlace {
  const [params, setParams] = useSearchParams()
  const wanted = params.get('view')
  return {
    view: figureViews.find((view) => view === wanted) ?? 'ledger',
    group: params.get('measure'),
    subject: params.get('of'),
    showSubject: (subject) =>
      setParams((before) => {
        before.delete('of')
        if (subject !== null) before.set('of', subject)
        return before
      }),
    // The host checks it: an address that holds no id is answered with an error, and that is shown.
    entityId: params.get('entity') as EntityId | null,
    show: (view) => setParams(view === 'ledger' ? {} : { view }),
    clearEntity: () => setParams({}),
  }
}

/** The address of one measure. */
export function measurePath(group: string): string {
  return `/figures?${new URLSearchParams({ view: 'measures', measure: group })}`
}
