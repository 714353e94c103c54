import { type FocusEvent, useEffect, useId, useMemo, useState } from 'react'
import { canHighlight } from '#renderer/anchoring/highlight-layer.ts'
import type { Article } from '#shared/contract/article.ts'
import { ArticleEnd } from './article-end.tsx'
import { ArticleHead } from './article-head.tsx'
import { ArticleText } from './article-text.tsx'
import { CardDialog } from './card-dialog.tsx'
import './drawing.css'
import { drawFinds, drawMarks, drawMoment } from './drawing.ts'
import { FindBar } from './find-bar.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { PassagePopover } from './passage-popover.tsx'
import classes from './reader.module.css'
import type { CardRequest } from './reader-context.tsx'
import { ReaderProvider } from './reader-context.tsx'
import { ReaderLine } from './reader-line.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { SidePanel } from './side-panel.tsx'
import { useArticleMenu } from './use-article-menu.ts'
import { useMarginRoom } from './use-margin-room.ts'
import { useDrawings } from './use-page.ts'
import { useTextPointer } from './use-pointer.ts'
import { useReaderAccess } from './use-reader-access.ts'
import { useReaderCommands } from './use-reader-commands.ts'
import { type ReaderModel, useReaderModel } from './use-reader-model.ts'
import { useReadingLine } from './use-reading-line.ts'

/** One open article: the text in the middle, everything else around it. */
export function Reader({ article }: { article: Article }) {
  const reader = useReaderModel(article)
  const [card, setCard] = useState<CardRequest | null>(null)
  const access = useReaderAccess(reader, setCard)
  const { panel } = reader
  useReaderDrawings(reader)
  useReaderCommands(access.commands)
  return (
    <ReaderProvider value={access.shared}>
      <div className={classes.reader}>
        <Desk reader={reader} commands={access.commands} />
        {panel.isOpen && (
          <SidePanel
            tab={panel.tab}
            onTab={panel.setTab}
            isWritingNote={reader.isWritingNote}
            onNoteDone={() => reader.setWritingNote(false)}
          />
        )}
      </div>
      {card && <CardDialog request={card} onClose={() => setCard(null)} />}
    </ReaderProvider>
  )
}

interface DeskProps {
  readonly reader: ReaderModel
  readonly commands: ReturnType<typeof useReaderAccess>['commands']
}

/** The text with what floats over it. */
function Desk({ reader, commands }: DeskProps) {
  const { article, page, marking, find, panel } = reader
  const line = useReadingLine(page.scrollRef)
  const menu = useArticleMenu(article)
  const hasRoom = useMarginRoom(page)
  const notes = useMemo(() => reader.passageMarks.filter((mark) => mark.note.trim() !== ''), [reader.passageMarks])
  return (
    <div className={classes.desk}>
      <ReaderLine
        {...line}
        title={article.title}
        areNamesShown={reader.areNamesShown}
        isPanelOpen={panel.isOpen}
        onFind={find.open}
        onNames={reader.toggleNames}
        onPanel={() => panel.setOpen(!panel.isOpen)}
        onArticleNote={reader.writeArticleNote}
        onExport={() => void menu.exportArticle()}
        onDelete={() => void menu.remove()}
      />
      {find.isOpen && <FindBar find={find} />}
      <div ref={page.scrollRef} className={classes.scroll}>
        <div className={classes.progress} aria-hidden="true" />
        <div ref={page.sheetRef} className={classes.sheet} data-notes={hasRoom && notes.length > 0}>
          <Sheet reader={reader} />
          {hasRoom && <MarginNotes page={page} notes={notes} />}
          <Floating reader={reader} commands={commands} />
        </div>
      </div>
      {marking.opened === null && !canHighlight() && (
        <p className={classes.plain}>This browser cannot draw marks on text. They are listed in the side panel.</p>
      )}
    </div>
  )
}

/** Head, text and end of the article. */
function Sheet({ reader }: { reader: ReaderModel }) {
  const { article, page, cursor, panel, areNamesShown, focusText } = reader
  const headingId = useId()
  const pointer = useReaderPointer(reader)
  useEffect(() => focusText(), [focusText])
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    // By keyboard one sees where one is; a click needs no telling.
    if (event.target.matches(':focus-visible') && cursor.index < 0) cursor.move(0)
  }
  const isFull = panel.isOpen && (panel.tab === 'people' || panel.tab === 'figures')
  return (
    <article aria-labelledby={headingId}>
      <ArticleHead article={article} headingId={headingId} />
      <div
        ref={page.textRef}
        className={classes.text}
        role="document"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one reads, moves and selects in it by keyboard
        tabIndex={0}
        aria-label="Text of the article"
        lang={article.language ?? undefined}
        data-names={areNamesShown ? (isFull ? 'full' : 'quiet') : 'off'}
        onFocus={onFocus}
        {...pointer}
      >
        <ArticleText chunks={page.chunks} lengthChars={article.text.length} />
      </div>
      <ArticleEnd onCards={() => openCards(reader)} />
    </article>
  )
}

function openCards({ panel }: ReaderModel): void {
  panel.setOpen(true)
  panel.setTab('cards')
}

/** The bar at the selection and the popover at a passage. */
function Floating({ reader, commands }: DeskProps) {
  const { page, marks, passageMarks, selection, marking } = reader
  const { opened } = marking
  const here = useMemo(
    () => passageMarks.filter((mark) => opened?.markIds.includes(mark.id)),
    [passageMarks, opened?.markIds],
  )
  const isEmpty = here.length === 0 && !opened?.mention && !opened?.figure
  return (
    <>
      {selection.span && !selection.isDragging && !opened && (
        <SelectionBar
          page={page}
          span={selection.span}
          categories={marks.categories}
          onMark={commands.mark}
          onNote={commands.note}
          onCard={commands.card}
          onCopy={commands.copy}
        />
      )}
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

/** Clicks and hovering on the text. Names and figures that are not shown are not there to be clicked either. */
function useReaderPointer(reader: ReaderModel) {
  const { page, passageMarks, finds, areNamesShown, marking, lit } = reader
  const layers = {
    marks: passageMarks,
    mentions: areNamesShown ? finds.mentions : [],
    figures: areNamesShown ? finds.figures : [],
  }
  return useTextPointer(page, layers, {
    hover: (hit) => lit.hover(hit?.mention?.entityId ?? null),
    click: (hit) => {
      const [mark] = hit?.marks ?? []
      const span = mark ?? hit?.mention ?? hit?.figure
      marking.setFocusedId(mark?.id ?? null)
      if (!hit || !span) return marking.close()
      const markIds = hit.marks.map(({ id }) => id)
      marking.setOpened({ span, markIds, mention: hit.mention, figure: hit.figure, focusNote: false })
    },
  })
}

function useReaderDrawings({
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
