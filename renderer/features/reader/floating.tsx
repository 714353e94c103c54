import { useMemo } from 'react'
import { AskedPopover } from './asked-popover.tsx'
import { FindCard } from './find-card.tsx'
import { PassagePopover } from './passage-popover.tsx'
import { SelectionBar } from './selection-bar.tsx'
import type { ReaderCommands } from './use-reader-commands.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface FloatingProps {
  readonly reader: ReaderModel
  readonly commands: ReaderCommands
}

/** The bar at the selection, the card at a name or figure, and the popover at a passage. */
export function Floating({ reader, commands }: FloatingProps) {
  const { page, marks, selection, marking, correcting } = reader
  const { asked } = correcting
  const { opened } = marking
  // A mark that loses its place to another text stays open: its note may be half written.
  const here = useMemo(
    () => marks.all.filter((mark) => opened?.markIds.includes(mark.id)),
    [marks.all, opened?.markIds],
  )
  const isEmpty = here.length === 0 && !opened?.mention && !opened?.figure
  return (
    <>
      {selection.span && !selection.isDragging && !opened && !asked && (
        <SelectionBar
          page={page}
          span={selection.span}
          categories={marks.categories}
          onMark={commands.mark}
          onNote={commands.note}
          onCard={commands.card}
          onCopy={commands.copy}
          onIdentify={commands.identify}
        />
      )}
      <FindCard reader={reader} isQuiet={opened !== null || asked !== null || selection.span !== null} />
      {asked && <AskedPopover key={`${asked.span.start}-${asked.span.end}`} reader={reader} asked={asked} />}
      {opened && !isEmpty && (
        <PassagePopover
          key={`${opened.span.start}-${opened.span.end}`}
          page={page}
          opened={opened}
          marks={here}
          onFocusMark={marking.setFocusedId}
          onClose={() => {
            marking.close()
            reader.focusText()
          }}
        />
      )}
    </>
  )
}
