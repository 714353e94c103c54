import { useTextPointer } from './use-pointer.ts'
import type { ReaderModel } from './use-reader-model.ts'

/** Clicks and hovering on the text. Names and figures that are not shown are not there to be clicked either. */
export function useReaderPointer(reader: ReaderModel) {
  const { page, passageMarks, finds, areNamesShown, marking, lit, findCard } = reader
  const layers = {
    marks: passageMarks,
    mentions: areNamesShown ? finds.mentions : [],
    figures: areNamesShown ? finds.figures : [],
  }
  return useTextPointer(page, layers, {
    hover: (hit) => {
      lit.hover(hit?.mention?.entityId ?? null)
      findCard.hover(hit)
    },
    click: (hit) => {
      const [mark] = hit?.marks ?? []
      const span = mark ?? hit?.mention ?? hit?.figure
      marking.setFocusedId(mark?.id ?? null)
      if (!hit || !span) return marking.close()
      findCard.clear()
      if (!mark && hit.mention) {
        marking.close()
        return findCard.openBeside(hit.mention.entityId, hit.mention)
      }
      const markIds = hit.marks.map(({ id }) => id)
      marking.setOpened({ span, markIds, mention: hit.mention, figure: hit.figure, focus: null })
    },
  })
}
