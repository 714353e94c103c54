import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { Figure } from '#shared/contract/entity.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'
import { formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import { ExtractionNote, isSearched } from './extraction-note.tsx'
import classes from './figures-tab.module.css'
import parts from './panel-parts.module.css'
import { useReader } from './reader-context.tsx'
import { onRowKey } from './use-row-keys.ts'

/** The numbers of the article, as a small ledger. */
export function FiguresTab() {
  const { article, finds } = useReader()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the rows within, is no control itself
    <div className={parts.list} onKeyDown={onRowKey}>
      <ExtractionNote article={article} />
      {finds.figures.length === 0 && article.extraction === 'done' && isSearched(article) && (
        <p className={parts.state}>No figures were found in this text.</p>
      )}
      {finds.figures.length > 0 && (
        <VirtualList
          items={finds.figures}
          label="Figures"
          itemKey={(figure) => figure.id}
          estimateHeightPx={56}
          renderItem={(figure) => <FigureRow figure={figure} />}
        />
      )}
    </div>
  )
}

function FigureRow({ figure }: { figure: Figure }) {
  const { show } = useReader()
  const { hedge, value } = formatFigure(figure)
  const asOf = dateAsOf(figure)
  const said = speakerOf(figure)
  const about = [figure.subject, asOf?.date, said && `says ${said}`].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      data-row={figure.id}
      className={`${parts.row} ${classes.figure}`}
      onClick={() => show(figure)}
    >
      <span className={classes.value}>
        {hedge && <span className={classes.hedge}>{hedge} </span>}
        {value}
      </span>
      <span className={classes.words}>
        <span>{figure.measures ?? figure.surface}</span>
        {about && (
          <span className={classes.about} title={asOf?.words}>
            {about}
          </span>
        )}
      </span>
    </button>
  )
}
