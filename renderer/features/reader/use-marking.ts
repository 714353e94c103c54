import { useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { snapToWords } from '#renderer/anchoring/words.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Annotation, Category } from '#shared/contract/annotation.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'
import { stepIndex } from './mention-steps.ts'
import type { OpenedPassage } from './passage-popover.tsx'
import { isPassageMark, type PassageMark } from './pending-marks.ts'
import { categoryOf } from './reader-context.tsx'
import type { Marks } from './use-marks.ts'
import type { Page } from './use-page.ts'
import type { ParagraphCursor } from './use-paragraph-cursor.ts'
import type { TextSelection } from './use-text-selection.ts'

interface MarkingParts {
  readonly page: Page
  readonly marks: Marks
  readonly passageMarks: readonly PassageMark[]
  readonly selection: TextSelection
  readonly cursor: ParagraphCursor
  readonly goTo: (span: Span) => void
}

/** The mark in hand and the popover, and what changes them. */
export function useMarking({ page, marks, passageMarks, selection, cursor, goTo }: MarkingParts) {
  const [focusedId, setFocusedId] = useState<AnnotationId | null>(null)
  const [opened, setOpened] = useState<OpenedPassage | null>(null)
  const focused = passageMarks.find((mark) => mark.id === focusedId) ?? null

  /** What a key would act on: what is selected, else the paragraph one is at. */
  const passage = (): Span | null =>
    selection.span ? snapToWords(page.text, selection.span) : (page.blocks[cursor.index] ?? null)

  const openMark = (mark: PassageMark, focusNote: boolean) => {
    setFocusedId(mark.id)
    setOpened({ span: mark, markIds: [mark.id], mention: null, figure: null, focusNote })
  }
  const markSpan = (span: Span, category: Category) => {
    selection.select(null)
    const made = marks.add(span, category)
    setFocusedId(made.id)
    return made
  }
  const mark = (category: Category) => {
    if (!selection.span && focused) {
      announce(`Changed to ${category.name}.`)
      return void marks.update(focused.id, { categoryId: category.id })
    }
    const span = passage()
    if (span) markSpan(span, category)
  }
  const note = () => {
    if (!selection.span && focused) return openMark(focused, true)
    const span = passage()
    const [category] = marks.categories
    const made = span && category ? markSpan(span, category) : null
    if (made && isPassageMark(made)) openMark(made, true)
  }
  const remove = (target: Annotation) => {
    const words = target.start === null ? 'Note deleted.' : 'Mark deleted.'
    setOpened(null)
    setFocusedId(null)
    void marks.remove([target.id]).then((isGone) => (isGone ? offerUndo(words) : undefined))
  }
  const stepMark = (by: number) => {
    const from = passageMarks.findIndex(({ id }) => id === focusedId)
    const index = from < 0 ? nearest(passageMarks, page, cursor, by) : stepIndex(from, by, passageMarks.length)
    const next = passageMarks[index]
    if (!next) return announce('There are no marks in this article.')
    selection.select(null)
    setFocusedId(next.id)
    goTo(next)
    announce(`${categoryOf(next, marks.categories)?.name ?? 'Mark'}: ${next.quote}`)
  }
  const close = () => setOpened(null)
  return {
    focused,
    focusedId,
    setFocusedId,
    opened,
    setOpened,
    openMark,
    mark,
    markSpan,
    note,
    remove,
    stepMark,
    close,
    passage,
  }
}

async function offerUndo(words: string): Promise<void> {
  try {
    showUndoToast(words, await holdUndo())
  } catch (error) {
    showErrorToast(error)
  }
}

/** Where to begin when no mark is in hand: with the first mark from the paragraph one is at. */
function nearest(marks: readonly PassageMark[], page: Page, cursor: ParagraphCursor, by: number): number {
  const at = page.blocks[cursor.index]?.start ?? 0
  const ahead = marks.findIndex((mark) => mark.start >= at)
  if (by > 0) return ahead < 0 ? 0 : ahead
  return ahead <= 0 ? marks.length - 1 : ahead - 1
}
