import { useMemo, useRef, useState } from 'react'
import { announce } from '#renderer/ui/announce.ts'
import { formatCount } from '#renderer/ui/format.ts'
import type { Annotation } from '#shared/contract/annotation.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'

/** Which of the marks that are shown are ticked, to do one thing to all of them. */
export interface Ticked {
  readonly marks: readonly Annotation[]
  has(id: AnnotationId): boolean
  /** Ticks the row or takes the tick off; `toHere`: ticks all from the last one ticked. */
  toggle(index: number, toHere: boolean): void
  clear(): void
}

/** The ticks in a list of marks. What is no longer shown is not ticked. */
export function useTicked(items: readonly Annotation[]): Ticked {
  const [ids, setIds] = useState<ReadonlySet<AnnotationId>>(new Set())
  const last = useRef<AnnotationId | null>(null)
  const marks = useMemo(() => items.filter(({ id }) => ids.has(id)), [items, ids])
  const put = (next: ReadonlySet<AnnotationId>) => {
    setIds(next)
    const count = items.filter(({ id }) => next.has(id)).length
    announce(count === 0 ? 'No mark is ticked.' : `${formatCount(count, 'mark is', 'marks are')} ticked.`)
  }
  return {
    marks,
    has: (id) => ids.has(id),
    clear: () => put(new Set()),
    toggle(index, toHere) {
      const item = items[index]
      if (!item) return
      const next = new Set(marks.map(({ id }) => id))
      const from = toHere ? items.findIndex(({ id }) => id === last.current) : -1
      if (from >= 0) for (const { id } of items.slice(Math.min(from, index), Math.max(from, index) + 1)) next.add(id)
      else if (!next.delete(item.id)) next.add(item.id)
      last.current = item.id
      put(next)
    },
  }
}
