import { useMemo } from 'react'
import { drawFinds, drawMarks, drawMoment } from './drawing.ts'
import { useDrawings } from './use-page.ts'
import type { ReaderModel } from './use-reader-model.ts'

/** Keeps on the page what is marked, what was found and what shows for a moment. */
export function useReaderDrawings({
  page,
  marks,
  passageMarks,
  finds,
  areNamesShown,
  lit,
  marking,
  flashed,
  find,
}: ReaderModel) {
  const { mentions, figures } = finds
  useDrawings(
    page.layer,
    useMemo(() => drawMarks(passageMarks, marks.categories), [passageMarks, marks.categories]),
  )
  useDrawings(
    page.layer,
    useMemo(
      () => (areNamesShown ? drawFinds(mentions, figures, lit.id) : drawFinds([], [], null)),
      [areNamesShown, mentions, figures, lit.id],
    ),
  )
  const { focused } = marking
  const { found, current } = find
  useDrawings(
    page.layer,
    useMemo(() => drawMoment({ focused, flashed, found, foundNow: current }), [focused, flashed, found, current]),
  )
}
