import { Popover } from '@mantine/core'
import { useLayoutEffect, useState } from 'react'
import { lineBoxes } from '#renderer/anchoring/page-text.ts'
import type { Span } from '#renderer/anchoring/span.ts'
import { CategoryDot } from '#renderer/ui/category-dot.tsx'
import type { Figure, PlacedMention } from '#shared/contract/entity.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'
import { EntityCard } from './entity-card.tsx'
import { FigureCard } from './figure-card.tsx'
import { MarkEditor } from './mark-editor.tsx'
import classes from './passage-popover.module.css'
import type { PassageMark } from './pending-marks.ts'
import { categoryOf, useReader } from './reader-context.tsx'
import type { Page } from './use-page.ts'

/** What a popover is about: everything that lies on one place of the text. */
export interface OpenedPassage {
  readonly span: Span
  readonly markIds: readonly AnnotationId[]
  readonly mention: PlacedMention | null
  readonly figure: Figure | null
  /** What of the mark one is about to write. */
  readonly focus: 'note' | 'links' | null
}

interface PassagePopoverProps {
  readonly page: Page
  readonly opened: OpenedPassage
  readonly marks: readonly PassageMark[]
  readonly onFocusMark: (id: AnnotationId) => void
  readonly onClose: () => void
}

/** Opens beside its passage with the marks, the name and the figure that lie there. */
export function PassagePopover({ page, opened, marks, onFocusMark, onClose }: PassagePopoverProps) {
  const anchor = useAnchor(page, opened.span)
  const { focusedId, correcting } = useReader()
  const current = marks.find((mark) => mark.id === focusedId) ?? marks[0] ?? null
  if (!anchor) return null
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      onDismiss={onClose}
      trapFocus
      closeOnEscape={false}
      withRoles={false}
      // Below dialogs: the list of shortcuts opens over it.
      zIndex={150}
      position="bottom-start"
      offset={8}
      width={340}
      radius="lg"
      shadow="md"
      // Room to grow while a note is typed: it would jump to the other side of the passage under one's hands.
      middlewares={{ shift: { padding: 12 }, flip: { padding: { top: 12, bottom: 140 } } }}
    >
      <Popover.Target>
        <div className={classes.anchor} style={anchor} />
      </Popover.Target>
      <Popover.Dropdown
        className={classes.popover ?? ''}
        role="dialog"
        aria-label={labelOf(marks, opened)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // The mark stays in hand: only the popover goes.
          event.stopPropagation()
          onClose()
        }}
      >
        {marks.length > 1 && <MarkChoice marks={marks} currentId={current?.id ?? null} onChoose={onFocusMark} />}
        {current && <MarkEditor key={current.id} mark={current} focus={opened.focus} onDone={onClose} />}
        {opened.mention && <EntityCard mention={opened.mention} onLeave={onClose} />}
        {opened.figure && (
          <FigureCard
            figure={opened.figure}
            isAlone={!current && !opened.mention}
            onCorrect={() => opened.figure && correcting.askMeasure(opened.figure)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function labelOf(marks: readonly PassageMark[], opened: OpenedPassage): string {
  if (marks.length > 0) return marks.length === 1 ? 'Mark' : `${marks.length} marks`
  return opened.mention ? 'Name' : 'Figure'
}

interface MarkChoiceProps {
  readonly marks: readonly PassageMark[]
  readonly currentId: AnnotationId | null
  readonly onChoose: (id: AnnotationId) => void
}

/** Where marks lie on each other: which of them is meant. */
function MarkChoice({ marks, currentId, onChoose }: MarkChoiceProps) {
  const { categories } = useReader().marks
  return (
    <ul className={classes.choice} aria-label="Marks here">
      {marks.map((mark) => {
        const category = categoryOf(mark, categories)
        return (
          <li key={mark.id}>
            <button
              type="button"
              className={classes.option}
              aria-pressed={mark.id === currentId}
              onClick={() => onChoose(mark.id)}
            >
              <CategoryDot color={category?.color ?? 'grey'} name={category?.name ?? 'Mark'} nameHidden />
              <span className={classes.quote}>{mark.quote}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The lines of the passage, in the coordinates of the sheet, so that it moves with the text. */
export function useAnchor(page: Page, span: Span) {
  const [anchor, setAnchor] = useState<{ top: number; left: number; width: number; height: number } | null>(null)
  const { map, sheetRef } = page
  const { start, end } = span
  useLayoutEffect(() => {
    const sheet = sheetRef.current?.getBoundingClientRect()
    const lines = map ? lineBoxes(map, { start, end }) : []
    const [first, last] = [lines[0], lines.at(-1)]
    if (!sheet || !first || !last) return
    // A passage of a screen or more would push the popover away: then it stands at its first line.
    const lowest = last.bottom - first.top > 260 ? first : last
    const left = Math.min(first.left, lowest.left)
    const right = Math.max(first.right, lowest.right)
    setAnchor({
      top: first.top - sheet.top,
      left: left - sheet.left,
      width: right - left,
      height: lowest.bottom - first.top,
    })
  }, [map, sheetRef, start, end])
  return anchor
}
