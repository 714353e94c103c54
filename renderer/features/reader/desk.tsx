import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { canHighlight } from '#renderer/anchoring/highlight-layer.ts'
import { ArticleDeadline } from './article-deadline.tsx'
import type { Beside } from './beside.ts'
import classes from './desk.module.css'
import { DeskLine } from './desk-line.tsx'
import { FindBar } from './find-bar.tsx'
import { Floating } from './floating.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { PrintSheet } from './print-sheet.tsx'
import lineClasses from './reader-line.module.css'
import { Sheet } from './sheet.tsx'
import { UpdateTextDialog } from './update-text-dialog.tsx'
import { useMarginRoom } from './use-margin-room.ts'
import type { ReaderCommands } from './use-reader-commands.ts'
import type { ReaderModel } from './use-reader-model.ts'
import { useReadingLine } from './use-reading-line.ts'

const noMarks: readonly never[] = []

interface DeskProps {
  readonly reader: ReaderModel
  readonly commands: ReaderCommands
  /** Hears that the article is being deleted, or that it stays after all. */
  readonly onLeaving: (isLeaving: boolean) => void
  readonly beside: Beside
}

/** The text with what floats over it. */
export function Desk({ reader, commands, onLeaving, beside }: DeskProps) {
  const { article, page, marking, find } = reader
  const line = useReadingLine(page.scrollRef)
  const [isUpdating, setUpdating] = useState(false)
  const [isDeadlineOpen, setDeadlineOpen] = useState(false)
  // The line is drawn again after what a key has done to the text.
  const later = useDeferredValue(reader)
  const hasRoom = useMarginRoom(page)
  const { setPrinting } = reader
  const onPrinted = useCallback(() => setPrinting(null), [setPrinting])
  const notes = useMemo(() => reader.passageMarks.filter((mark) => mark.note.trim() !== ''), [reader.passageMarks])
  return (
    <div className={classes.desk}>
      {reader.isPainted ? (
        <DeskLine
          {...line}
          reader={later}
          beside={beside}
          onLeaving={onLeaving}
          onUpdateText={setUpdating}
          onDeadline={setDeadlineOpen}
        />
      ) : (
        <div className={lineClasses.line} />
      )}
      {isDeadlineOpen && <ArticleDeadline article={article} onClose={() => setDeadlineOpen(false)} />}
      {isUpdating && <UpdateTextDialog article={article} onClose={() => setUpdating(false)} />}
      {find.isOpen && <FindBar find={find} />}
      <div ref={page.scrollRef} className={classes.scroll}>
        <div className={classes.progress} aria-hidden="true" />
        <div ref={page.sheetRef} className={classes.sheet} data-notes={hasRoom && notes.length > 0}>
          <Sheet reader={reader} />
          {hasRoom && <MarginNotes page={page} notes={notes} />}
          <Floating reader={reader} commands={commands} />
        </div>
      </div>
      {reader.printing && (
        <PrintSheet
          article={article}
          blocks={page.blocks}
          marks={reader.printing.withMarks ? reader.passageMarks : noMarks}
          to={reader.printing.to}
          categories={reader.marks.categories}
          onDone={onPrinted}
        />
      )}
      {marking.opened === null && !canHighlight() && (
        <p className={classes.plain}>This browser cannot draw marks on text. They are listed in the side panel.</p>
      )}
    </div>
  )
}
