import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { sentencesOf } from '#renderer/anchoring/sentences.ts'
import { trimSpan } from '#renderer/anchoring/span.ts'
import { endWithoutLastWord, nextWordEnd, nextWordStart, previousWordStart } from '#renderer/anchoring/words.ts'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { PassageMark } from './pending-marks.ts'
import type { ReaderModel } from './use-reader-model.ts'

/** Which end of a mark a key moves, and to where. */
const ends = {
  'end-later': (text: string, { end }: PassageMark) => ({ end: nextWordEnd(text, end) }),
  'end-earlier': (text: string, { end }: PassageMark) => ({ end: endWithoutLastWord(text, end) }),
  'start-earlier': (text: string, { start }: PassageMark) => ({ start: previousWordStart(text, start) }),
  'start-later': (text: string, { start }: PassageMark) => ({ start: nextWordStart(text, start) }),
} as const

/** Keys that change where the mark in hand begins and ends, join it with the next one, or cut it in two. */
export function useMarkShape(reader: ReaderModel, isActive: boolean): void {
  const { article, page, marks, passageMarks, marking, selection } = reader
  const { text } = article
  const queries = useQueryClient()

  const reshape = (by: keyof typeof ends) => () => {
    const mark = marking.focused
    if (!mark) return announce('Go to a mark first.')
    const span = { start: mark.start, end: mark.end, ...ends[by](text, mark) }
    if (span.start >= span.end) return announce('A mark needs at least one word.')
    if (span.start === mark.start && span.end === mark.end) return announce('The text goes no further.')
    const quote = text.slice(span.start, span.end)
    announce(quote)
    void marks.update(mark.id, { ...span, quote })
  }

  const merge = async () => {
    const mark = marking.focused
    const next = mark && nextOf(mark, passageMarks)
    if (!mark || !next) return announce('There is no other mark to merge with.')
    await settle(queries, async () => {
      // One that was made a moment ago has its name by then.
      await marks.stored()
      const ids = [mark.id, next.id].map(marks.inLibrary)
      const { id } = await client.annotation.merge({ annotationIds: ids })
      marking.setFocusedId(ids[0] === id ? mark.id : next.id)
      return 'Two marks are one now.'
    })
  }

  const split = async () => {
    const mark = marking.focused
    const at = mark && placeToSplit(reader, mark)
    if (!mark || at === null) return announce('Select where the second part of the mark begins.')
    selection.select(null)
    await settle(queries, async () => {
      await marks.stored()
      await client.annotation.split({ annotationId: marks.inLibrary(mark.id), at })
      return 'The mark is two now.'
    })
  }

  const handlers = {
    'reader.mark-end-later': reshape('end-later'),
    'reader.mark-end-earlier': reshape('end-earlier'),
    'reader.mark-start-earlier': reshape('start-earlier'),
    'reader.mark-start-later': reshape('start-later'),
    'reader.merge': () => void merge(),
    'reader.split': () => void split(),
  }
  // Of two texts side by side the keys are those of the active one.
  useCommands(isActive ? handlers : {})

  /** Where the selection begins inside the mark, else where its second sentence does. */
  function placeToSplit({ selection: { span } }: ReaderModel, mark: PassageMark): number | null {
    if (span && mark.start < span.start && span.start < mark.end) return span.start
    const sentences = page.blocks.flatMap((block) =>
      block.start < mark.end && mark.start < block.end ? sentencesOf(text, block) : [],
    )
    return sentences.find(({ start }) => mark.start < start && trimSpan(text, { start, end: mark.end }))?.start ?? null
  }
}

/** The mark that overlaps this one or comes after it; at the last, the one before. */
function nextOf(mark: PassageMark, all: readonly PassageMark[]): PassageMark | null {
  const others = all.filter(({ id }) => id !== mark.id)
  const touching = others.find(({ start, end }) => start <= mark.end && mark.start <= end)
  return touching ?? others.find(({ start }) => start >= mark.end) ?? others.at(-1) ?? null
}

/** Does something with marks that shows once the page has them anew, and offers to take it back. */
async function settle(queries: QueryClient, work: () => Promise<string>): Promise<void> {
  try {
    const words = await work()
    await queries.invalidateQueries({ queryKey: api.annotation.key() })
    showUndoToast(words, await holdUndo())
  } catch (error) {
    showErrorToast(error)
  }
}
