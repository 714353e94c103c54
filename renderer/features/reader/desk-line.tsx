import { memo } from 'react'
import { useNavigate } from 'react-router'
import { linkToPlace, openInWindow } from '#renderer/client/place.ts'
import { copyToClipboard } from '#renderer/ui/copy-link.ts'
import { articlePath, practicePath } from '#shared/domain/routes.ts'
import type { Beside } from './beside.ts'
import { LookMenu } from './look-menu.tsx'
import { OutlineMenu } from './outline-menu.tsx'
import { ReaderLine } from './reader-line.tsx'
import { useArticleMenu } from './use-article-menu.ts'
import type { ReaderModel } from './use-reader-model.ts'

interface DeskLineProps {
  readonly reader: ReaderModel
  readonly beside: Beside
  readonly isTitleShown: boolean
  readonly isQuiet: boolean
  /** Hears that the article is being deleted, or that it stays after all. */
  readonly onLeaving: (isLeaving: boolean) => void
  readonly onUpdateText: (isOpen: true) => void
  readonly onDeadline: (isOpen: true) => void
}

/** The line over the text, with all that can be done with the article. */
export const DeskLine = memo(function DeskLine(props: DeskLineProps) {
  const { reader, beside, isTitleShown, isQuiet, onLeaving, onUpdateText, onDeadline } = props
  const { article, panel, find } = reader
  const menu = useArticleMenu(article, onLeaving)
  const navigate = useNavigate()
  return (
    <ReaderLine
      isTitleShown={isTitleShown}
      isQuiet={isQuiet}
      title={article.title}
      areNamesShown={reader.areNamesShown}
      isPanelOpen={panel.isOpen}
      onFind={find.open}
      onNames={reader.toggleNames}
      onPanel={() => panel.setOpen(!panel.isOpen)}
      onArticleNote={reader.writeArticleNote}
      onPractise={() => void navigate(practicePath({ articleId: article.id }))}
      onDeadline={() => onDeadline(true)}
      onUpdateText={() => onUpdateText(true)}
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
  )
})
