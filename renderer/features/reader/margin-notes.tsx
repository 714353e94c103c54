import { useLayoutEffect, useRef, useState } from 'react'
import { lineBoxes } from '#renderer/anchoring/page-text.ts'
import { blockIndexAt, type TextMap } from '#renderer/anchoring/text-map.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import { MarkdownView } from '#renderer/ui/markdown-view.tsx'
import { NameLinks } from '#renderer/ui/name-links.tsx'
import { stackNotes } from './margin-layout.ts'
import classes from './margin-notes.module.css'
import type { PassageMark } from './pending-marks.ts'
import { categoryOf, useReader } from './reader-context.tsx'
import type { Page } from './use-page.ts'

const GAP_PX = 16

/** Notes beside their passages. Only where the window has room for them. */
export function MarginNotes({ page, notes }: { page: Page; notes: readonly PassageMark[] }) {
  const column = useRef<HTMLDivElement>(null)
  const tops = useNoteTops(page, notes, column)
  const { marks, focusedId, goToMark } = useReader()
  if (notes.length === 0) return null
  return (
    <aside ref={column} aria-label="Notes in the margin">
      {notes.map((note, index) => {
        const category = categoryOf(note, marks.categories)
        const top = tops[index]
        return (
          <div
            key={note.id}
            className={classes.note}
            data-focused={note.id === focusedId}
            style={top === undefined ? { visibility: 'hidden' } : { top }}
          >
            <button type="button" className={classes.open} onClick={() => goToMark(note, true)}>
              <CategoryDot color={category?.color ?? 'grey'} name={category?.name ?? 'Mark'} />
              <span className="visually-hidden">Edit the note</span>
            </button>
            <div className={classes.words}>
              <MarkdownView text={note.note} />
            </div>
            <NameLinks names={note.entities} />
          </div>
        )
      })}
    </aside>
  )
}

/** Measured again whenever the text or a note changes its size. */
function useNoteTops(page: Page, notes: readonly PassageMark[], column: { current: HTMLDivElement | null }) {
  const [tops, setTops] = useState<readonly number[]>([])
  const { map, textRef, sheetRef } = page
  useLayoutEffect(() => {
    if (!map || !column.current || !textRef.current) return
    const measure = () => {
      const sheetTop = sheetRef.current?.getBoundingClientRect().top ?? 0
      const elements = [...(column.current?.children ?? [])]
      const items = notes.map((note, index) => ({
        topPx: topOf(map, note) - sheetTop,
        heightPx: elements[index]?.getBoundingClientRect().height ?? 0,
      }))
      const next = stackNotes(items, GAP_PX)
      setTops((before) => (before.length === next.length && before.every((top, i) => top === next[i]) ? before : next))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(textRef.current)
    const text = textRef.current
    // A stretch of a long text is about to be laid out, or no longer is.
    text.addEventListener('contentvisibilityautostatechange', measure, true)
    for (const element of column.current.children) observer.observe(element)
    measure()
    return () => {
      observer.disconnect()
      text.removeEventListener('contentvisibilityautostatechange', measure, true)
    }
  }, [map, notes, column, textRef, sheetRef])
  return tops
}

/** The top of a passage's first line; where the text is not laid out yet, the top of its stretch: asking would do it. */
function topOf(map: TextMap<Node>, note: PassageMark): number {
  const element = map.blocks[blockIndexAt(map.blocks, note.start)]?.element
  if (!(element instanceof HTMLElement)) return 0
  const isDrawn = element.checkVisibility({ contentVisibilityAuto: true })
  if (!isDrawn) return element.closest('[data-long]')?.getBoundingClientRect().top ?? 0
  return lineBoxes(map, note)[0]?.top ?? element.getBoundingClientRect().top
}
