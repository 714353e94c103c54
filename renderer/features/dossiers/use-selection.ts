import { useRef, useState } from 'react'
import { correct } from '#renderer/client/correct.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { EntitySummary } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'

/** Which names are selected, in the order they were. */
export interface Selection {
  readonly chosen: readonly EntitySummary[]
  has(id: EntityId): boolean
  /** Selects the row or lets it go; `toHere`: all from the last one selected. */
  toggle(index: number, toHere: boolean): void
  clear(): void
  /** Makes one of them, under the name that is mentioned most. */
  merge(): Promise<void>
}

/** The selection in a list of names. */
export function useSelection(items: readonly EntitySummary[]): Selection {
  const [chosen, setChosen] = useState<readonly EntitySummary[]>([])
  const last = useRef(-1)
  const has = (id: EntityId) => chosen.some((one) => one.id === id)
  const clear = () => setChosen([])
  return {
    chosen,
    has,
    clear,
    toggle(index, toHere) {
      const item = items[index]
      if (!item) return
      const [from, to] = [Math.min(last.current, index), Math.max(last.current, index)]
      if (toHere && last.current >= 0) {
        const added = items.slice(from, to + 1).filter((one) => !has(one.id))
        setChosen([...chosen, ...added])
      } else setChosen(has(item.id) ? chosen.filter((one) => one.id !== item.id) : [...chosen, item])
      last.current = index
    },
    async merge() {
      const [into, ...others] = [...chosen].sort((a, b) => b.mentionCount - a.mentionCount)
      if (!into || others.length === 0) return
      try {
        const done = await correct({ kind: 'merge', into: into.id, entityIds: others.map((one) => one.id) })
        clear()
        showUndoToast(`Merged into ${into.name}. ${done.told}.`, done.takeBack)
      } catch (error) {
        showErrorToast(error)
      }
    },
  }
}
