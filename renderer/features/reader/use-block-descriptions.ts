import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import { movedWords } from '#renderer/ui/moved-badge.tsx'
import type { Category } from '#shared/contract/annotation.ts'
import { describeBlock, type NamedSpan } from './describe-block.ts'
import type { PassageMark } from './pending-marks.ts'
import { categoryOf } from './reader-context.tsx'
import type { Finds } from './use-finds.ts'
import type { Page } from './use-page.ts'

/** Blocks described in one go, and the pause after it: nobody waits for this, and nothing else may wait for it. */
const BLOCKS_AT_ONCE = 40
const PAUSE_MS = 40

/**
 * Tells screen readers what is only drawn: each block says by `aria-description` which marks and names lie on it. Gives
 * what a block says.
 */
export function useBlockDescriptions(
  page: Page,
  marks: readonly PassageMark[],
  categories: readonly Category[],
  finds: Finds,
): (index: number) => string {
  const { map, text } = page
  const { mentions, entities } = finds
  const named = useMemo(
    () =>
      marks.map(({ start, end, ...mark }) => ({
        start,
        end,
        name: [categoryOf(mark as PassageMark, categories)?.name ?? 'Mark', movedWords(mark)]
          .filter(Boolean)
          .join(', '),
      })),
    [marks, categories],
  )
  const names = useMemo(() => {
    const known = new Map(entities.map(({ id, name }) => [String(id), name]))
    return mentions.flatMap(({ start, end, entityId }) => {
      const name = known.get(entityId)
      return name === undefined ? [] : [{ start, end, name }]
    })
  }, [mentions, entities])
  const describe = useCallback(
    (index: number) => {
      const block = map?.blocks[index]
      return block ? describeBlock(text, block, named, namesFrom(names, block)) : ''
    },
    [map, text, named, names],
  )
  const described = useRef(new Set<number>())
  useEffect(() => {
    if (!map) return
    const touched = new Set([
      ...described.current,
      ...[...named, ...names].map(({ start }) => blockIndexAt(map.blocks, start)),
    ])
    for (const { start, end } of named)
      for (let index = blockIndexAt(map.blocks, start); (map.blocks[index]?.start ?? end) < end; index++)
        touched.add(index)
    const left = [...touched].sort((a, b) => a - b)
    let timer = 0
    const go = () => {
      for (const index of left.splice(0, BLOCKS_AT_ONCE)) put(map.blocks[index]?.element, describe(index))
      if (left.length > 0) timer = window.setTimeout(go, PAUSE_MS)
    }
    timer = window.setTimeout(go, PAUSE_MS)
    described.current = touched
    return () => clearTimeout(timer)
  }, [map, named, names, describe])
  return describe
}

function put(element: Node | undefined, words: string): void {
  if (!(element instanceof HTMLElement)) return
  if (words === '') element.removeAttribute('aria-description')
  else if (element.getAttribute('aria-description') !== words) element.setAttribute('aria-description', words)
}

/** The names that may lie on the block. They come by place and do not overlap. */
function namesFrom(names: readonly NamedSpan[], block: Span): readonly NamedSpan[] {
  const first = blockIndexAt(names, block.start)
  const found: NamedSpan[] = []
  for (let index = first; index < names.length; index++) {
    const name = names[index]
    if (!name || name.start >= block.end) break
    found.push(name)
  }
  return found
}
