import { useCallback, useDeferredValue, useState } from 'react'
import type { Article } from '#shared/contract/article.ts'
import type { Beside } from './beside.ts'
import { CardDialog } from './card-dialog.tsx'
import { Desk } from './desk.tsx'
import './drawing.css'
import classes from './reader.module.css'
import { type CardRequest, ReaderProvider } from './reader-context.tsx'
import { SideDossier } from './side-dossier.tsx'
import panelClasses from './side-panel.module.css'
import { SidePanel } from './side-panel.tsx'
import { useMarkShape } from './use-mark-shape.ts'
import { useReaderAccess } from './use-reader-access.ts'
import { useReaderCommands } from './use-reader-commands.ts'
import { useReaderDrawings } from './use-reader-drawings.ts'
import { type ReaderSide, useReaderModel } from './use-reader-model.ts'

interface ReaderProps {
  readonly article: Article
  /** Hears that the article is being deleted, or that it stays after all. */
  readonly onLeaving: (isLeaving: boolean) => void
  readonly side: ReaderSide
  readonly beside: Beside
}

/** One open article: the text in the middle, everything else around it. */
export function Reader({ article, onLeaving, side, beside }: ReaderProps) {
  const reader = useReaderModel(article, side)
  const [card, setCard] = useState<CardRequest | null>(null)
  const access = useReaderAccess(reader, setCard)
  // A new mark is drawn first; what is told of it beside the text may come a moment later.
  const later = useDeferredValue(access.shared)
  const { panel, findCard, focusText, setWritingNote } = reader
  const isPainted = useDeferredValue(reader.isPainted)
  /** Keys go on in the text when what held the focus has gone, and stay where else the person has gone since. */
  const keepFocus = useCallback(() => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusText()
    })
  }, [focusText])
  const onNoteDone = useCallback(() => {
    setWritingNote(false)
    keepFocus()
  }, [setWritingNote, keepFocus])
  useReaderDrawings(reader)
  useReaderCommands(access.commands, side.isActive)
  useMarkShape(reader, side.isActive)
  return (
    <ReaderProvider value={access.shared}>
      <div className={classes.reader}>
        <Desk reader={reader} commands={access.commands} onLeaving={onLeaving} beside={beside} />
        {findCard.besideId && (
          <SideDossier
            key={findCard.besideId}
            entityId={findCard.besideId}
            mention={findCard.besideMention}
            onOther={findCard.openBeside}
            onClose={() => {
              findCard.closeBeside()
              focusText()
            }}
          />
        )}
        {panel.isOpen && !findCard.besideId && !reader.isAlone && !isPainted && <div className={panelClasses.panel} />}
        {panel.isOpen && !findCard.besideId && !reader.isAlone && isPainted && (
          <ReaderProvider value={later}>
            <SidePanel
              tab={panel.tab}
              onTab={panel.setTab}
              isWritingNote={reader.isWritingNote}
              onNoteDone={onNoteDone}
            />
          </ReaderProvider>
        )}
      </div>
      {card && (
        <CardDialog
          request={card}
          onClose={() => {
            setCard(null)
            keepFocus()
          }}
        />
      )}
    </ReaderProvider>
  )
}
