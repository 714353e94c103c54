import { useState } from 'react'
import type { Span } from '#renderer/anchoring/span.ts'
import { blockIndexAt } from '#renderer/anchoring/text-map.ts'
import { snapToWords } from '#renderer/anchoring/words.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import { movedWords } from '#renderer/ui/moved-badge.tsx'
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
  readonly scrollTo: (span: Span) => void
}

/** The mark in hand and the popover, and what changes them. */
export function useMarking({ page, marks, passageMarks, selection, cursor, scrollTo }: MarkingParts) {
  // Where a mark is taken in hand, the keys go on from there.
  const moveTo = (span: Span) => cursor.moveTo(blockIndexAt(page.blocks, span.start))
  const inHand = useMarkInHand(passageMarks, moveTo)
  const { focused, focusedId, setFocusedId, takeInHand, openMark, close } = inHand

  /** What a key would act on: what is selected, else the paragraph one is at. */
  const passage = (): Span | null =>
    selection.span ? snapToWords(page.text, selection.span) : (page.blocks[cursor.index] ?? null)

  const markSpan = (span: Span, category: Category) => {
    selection.select(null)
    const made = marks.add(span, category)
    setFocusedId(made.id)
    moveTo(span)
    return made
  }
  const mark = (category: Category) => {
    if (!selection.span && focused) {
      announce(`Changed to ${category.name}.`)
      if (focused.categoryId !== category.id) void marks.update(focused.id, { categoryId: category.id })
      return
    }
    const span = passage()
    if (span) markSpan(span, category)
    else announce('Select words or go to a paragraph first.')
  }
  /** Opens what is in hand, or marks what is selected, to write a note on it or to link it to a name. */
  const writeOn = (field: 'note' | 'links') => {
    if (!selection.span && focused) return openMark(focused, field)
    const span = passage()
    const [category] = marks.categories
    const made = span && category ? markSpan(span, category) : null
    if (made && isPassageMark(made)) openMark(made, field)
  }
  const remove = (target: Annotation) => {
    const words = target.start === null ? 'Note deleted.' : 'Mark deleted.'
    close()
    setFocusedId(null)
    void marks.remove([target.id]).then((isGone) => (isGone ? offerUndo(words) : undefined))
  }
  const stepMark = (by: number) => {
    const next = markFrom({ page, passageMarks, cursor }, focusedId, by)
    if (!next) return announce('There are no marks in this article.')
    selection.select(null)
    takeInHand(next)
    // The rules around the mark in hand show where it is; lighting it up too would hide its colour.
    scrollTo(next)
    const what = [categoryOf(next, marks.categories)?.name ?? 'Mark', movedWords(next)].filter(Boolean).join(', ')
    announce(`${what}: ${next.quote}`)
  }
  return { ...inHand, mark, markSpan, writeOn, remove, stepMark, passage }
}

/** The mark that keys act on, and what the popover shows. */
function useMarkInHand(passageMarks: readonly PassageMark[], moveTo: (span: Span) => void) {
  const [focusedId, setFocusedId] = useState<AnnotationId | null>(null)
  const [opened, setOpened] = useState<OpenedPassage | null>(null)
  const focused = passageMarks.find((mark) => mark.id === focusedId) ?? null
  const takeInHand = (mark: PassageMark) => {
    setFocusedId(mark.id)
    moveTo(mark)
  }
  const openMark = (mark: PassageMark, focus: OpenedPassage['focus']) => {
    takeInHand(mark)
    setOpened({ span: mark, markIds: [mark.id], mention: null, figure: null, focus })
  }
  const close = () => setOpened(null)
  return { focused, focusedId, setFocusedId, opened, setOpened, takeInHand, openMark, close }
}

async function offerUndo(words: string): Promise<void> {
  try {
    showUndoToast(words, await holdUndo())
  } catch (error) {
    showErrorToast(error)
  }
}

type Places = Pick<MarkingParts, 'page' | 'passageMarks' | 'cursor'>

/** The mark `by` steps from the one in hand, round the end; without one, from the paragraph one is at. */
function markFrom({ page, passageMarks, cursor }: Places, focusedId: AnnotationId | null, by: number) {
  const from = passageMarks.findIndex(({ id }) => id === focusedId)
  if (from >= 0) return passageMarks[stepIndex(from, by, passageMarks.length)]
  const at = page.blocks[cursor.index]?.start ?? 0
  const ahead = passageMarks.findIndex((mark) => mark.start >= at)
  if (by > 0) return passageMarks[Math.max(0, ahead)]
  return passageMarks.at(ahead <= 0 ? -1 : ahead - 1)
}
