import { Tooltip } from '@mantine/core'
import { IconCards, IconCopy, IconNote, IconUserQuestion } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { lineBoxes } from '#renderer/anchoring/page-text.ts'
import type { Span } from '#renderer/anchoring/span.ts'
import { keysOf } from '#renderer/ui/keys.tsx'
import type { Category } from '#shared/contract/annotation.ts'
import { CategoryKeys } from './category-keys.tsx'
import classes from './selection-bar.module.css'
import type { Page } from './use-page.ts'

interface SelectionBarProps {
  readonly page: Page
  readonly span: Span
  readonly categories: readonly Category[]
  readonly onMark: (category: Category) => void
  readonly onNote: () => void
  readonly onCard: () => void
  readonly onCopy: () => void
  readonly onIdentify: () => void
}

const GAP_PX = 10

/** What can be done with the selection, just above it. Never takes the focus, so the selection stays. */
export function SelectionBar(props: SelectionBarProps) {
  const { page, span, categories, onMark, onNote, onCard, onCopy, onIdentify } = props
  const bar = useRef<HTMLDivElement>(null)
  const place = usePlaceAbove(page, span, bar)
  return (
    <div
      ref={bar}
      className={classes.bar}
      role="toolbar"
      aria-label="With the selection"
      style={place ?? { visibility: 'hidden' }}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <CategoryKeys categories={categories} chosenId={null} onChoose={onMark} verb="Mark as" />
      <span className={classes.rule} />
      <BarButton label="Note" keys={keysOf('reader.note')} onClick={onNote}>
        <IconNote size={18} stroke={1.6} />
      </BarButton>
      <BarButton label="Make a card" keys={keysOf('reader.card')} onClick={onCard}>
        <IconCards size={18} stroke={1.6} />
      </BarButton>
      <BarButton label="Copy with source" keys={keysOf('reader.copy')} onClick={onCopy}>
        <IconCopy size={18} stroke={1.6} />
      </BarButton>
      <BarButton label="Say who or what it is" keys={keysOf('reader.identify')} onClick={onIdentify}>
        <IconUserQuestion size={18} stroke={1.6} />
      </BarButton>
    </div>
  )
}

interface BarButtonProps {
  readonly label: string
  readonly keys: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function BarButton({ label, keys, onClick, children }: BarButtonProps) {
  return (
    <Tooltip label={`${label} · ${keys}`}>
      <button type="button" className={classes.action} aria-label={label} aria-keyshortcuts={keys} onClick={onClick}>
        {children}
      </button>
    </Tooltip>
  )
}

/** Above the first line; below the last one where the window leaves no room above. */
function usePlaceAbove(page: Page, span: Span, bar: { current: HTMLDivElement | null }) {
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null)
  const { map, sheetRef, scrollRef } = page
  useLayoutEffect(() => {
    const measure = () => {
      const [sheet, view] = [sheetRef.current?.getBoundingClientRect(), scrollRef.current?.getBoundingClientRect()]
      const lines = map ? lineBoxes(map, span) : []
      const [first, last] = [lines[0], lines.at(-1)]
      if (!sheet || !view || !first || !last || !bar.current) return
      const { offsetWidth: width, offsetHeight: height } = bar.current
      const above = first.top - height - GAP_PX
      const top = above > view.top + 48 ? above : last.bottom + GAP_PX
      const middle = (Math.min(first.left, last.left) + Math.max(first.right, last.right)) / 2
      const left = Math.min(Math.max(middle - width / 2, view.left + 12), view.right - width - 24)
      setPlace({ top: top - sheet.top, left: left - sheet.left })
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [map, sheetRef, scrollRef, span, bar])
  return place
}
