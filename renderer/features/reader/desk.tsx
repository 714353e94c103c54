import { useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { canHighlight } from '#renderer/anchoring/highlight-layer.ts'
import { linkToPlace, openInWindow } from '#renderer/client/place.ts'
import { copyToClipboard } from '#renderer/ui/copy-link.ts'
import { articlePath, practicePath } from '#shared/domain/routes.ts'
import { ArticleDeadline } from './article-deadline.tsx'
import type { Beside } from './beside.ts'
import classes from './desk.module.css'
import { FindBar } from './find-bar.tsx'
import { Floating } from './floating.tsx'
import { LookMenu } from './look-menu.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { OutlineMenu } from './outline-menu.tsx'
import { PrintSheet } from './print-sheet.tsx'
import lineClasses from './reader-line.module.css'
import { ReaderLine } from './reader-line.tsx'
import { Sheet } from './sheet.tsx'
import { UpdateTextDialog } from './update-text-dialog.tsx'
import { useArticleMenu } from './use-article-menu.ts'
import { useMarginRoom } from './use-margin-room.ts'
import type { ReaderCommands } from './use-reader-commands.ts'
import type { ReaderModel } from './use-reader-model.ts'
import { useReadingLine } from './use-reading-line.ts'

const noMarks: readonly never[] = []

interface DeskProps {
  readonly reader: ReaderModel
  readonly commands: ReaderCommands
  /** Whether the text has been painted: the tools over it wait for that. */
  readonly isPainted: boolean
  /** Hears that the article is being deleted, or that it stays after all. */
  readonly onLeaving: (isLeaving: boolean) => void
  readonly beside: Beside
}

/** The text with what floats over it. */
export function Desk({ reader, commands, isPainted, onLeaving, beside }: DeskProps) {
  const { article, page, marking, find, panel } = reader
  const line = useReadingLine(page.scrollRef)
  const [isUpdating, setUpdating] = useState(false)
  const [isDeadlineOpen, setDeadlineOpen] = useState(false)
  const menu = useArticleMenu(article, onLeaving)
  const navigate = useNavigate()
  const hasRoom = useMarginRoom(page)
  const { setPrinting } = reader
  const onPrinted = useCallback(() => setPrinting(null), [setPrinting])
  const notes = useMemo(() => reader.passageMarks.filter((mark) => mark.note.trim() !== ''), [reader.passageMarks])
  return (
    <div className={classes.desk}>
      {isPainted ? (
        <ReaderLine
          {...line}
          title={article.title}
          areNamesShown={reader.areNamesShown}
          isPanelOpen={panel.isOpen}
          onFind={find.open}
          onNames={reader.toggleNames}
          onPanel={() => panel.setOpen(!panel.isOpen)}
          onArticleNote={reader.writeArticleNote}
          onPractise={() => void navigate(practicePath({ articleId: article.id }))}
          onDeadline={() => setDeadlineOpen(true)}
          onUpdateText={() => setUpdating(true)}
          onExport={() => void menu.exportArticle()}
          onExportAs={menu.exportAs}
          onFindNames={() => void menu.findNames()}
          onOpenOriginal={article.originalName === null ? null : () => void menu.openOriginal()}
          onDelete={() => void menu.remove()}
          onPrint={reader.setPrinting}
          onWindow={() => openInWindow(articlePath(article.id))}
          onLink={() => void copyToClipboard(linkToPlace(articlePath(article.id)))}
          onBeside={beside.choose}
          onClose={beside.close}
        >
          <OutlineMenu reader={reader} />
          <LookMenu isActive={reader.isActive} />
        </ReaderLine>
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
