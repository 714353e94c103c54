import { useMemo } from 'react'
import { drawFinds, drawMarks, drawMoment } from './drawing.ts'
import { drawMemory } from './memory-drawing.ts'
import { useDrawings } from './use-page.ts'
import type { ReaderModel } from './use-reader-model.ts'

/** Keeps on the page what is marked, what was found and what shows for a moment. */
export function useReaderDrawings({
  page,
  marks,
  passageMarks,
  finds,
  memory,
  isMemoryDrawn,
  areNamesShown,
  lit,
  marking,
  walk,
  flashed,
  find,
}: ReaderModel) {
  const { mentions, figures } = finds
  useDrawings(
    page.layer,
    useMemo(() => drawMarks(passageMarks, marks.categories), [passageMarks, marks.categories]),
  )
  // Where all is new the lines would tell nothing: there they tell of what kind each name is.
  const isAnyLearned = memory.things?.some(({ state }) => state !== 'new') ?? false
  const remembered = areNamesShown && isMemoryDrawn && isAnyLearned ? memory.things : null
  const isKindDrawn = areNamesShown && remembered === null
  useDrawings(
    page.layer,
    useMemo(
      () => drawFinds(areNamesShown ? mentions : [], isKindDrawn ? figures : [], lit.id, isKindDrawn),
      [areNamesShown, isKindDrawn, mentions, figures, lit.id],
    ),
  )
  useDrawings(
    page.layer,
    useMemo(() => drawMemory(remembered), [remembered]),
  )
  const focused = marking.focused ?? walk.current
  const { found, current } = find
  useDrawings(
    page.layer,
    useMemo(() => drawMoment({ focused, flashed, found, foundNow: current }), [focused, flashed, found, current]),
  )
}
