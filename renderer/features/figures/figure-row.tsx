import { formatDay } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Figure } from '#shared/contract/entity.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'
import { type FigureBar, formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import classes from './figure-row.module.css'

/** The heads of the columns; each cell names itself for screen readers. */
export function LedgerHead() {
  return (
    <div className={classes.head} aria-hidden="true">
      <span>What is measured</span>
      <span className={classes.number}>How many</span>
      <span />
      <span>As of</span>
      <span>Said by</span>
      <span>Source</span>
    </div>
  )
}

interface FigureRowProps {
  readonly figure: Figure
  /** Where it lies among figures of the same measure; null without one to hold it against. */
  readonly bar: FigureBar | null
  readonly isActive: boolean
  readonly onFocus: () => void
}

/** One line of the ledger; it opens the passage that states the figure. */
export function FigureRow({ figure, bar, isActive, onFocus }: FigureRowProps) {
  const { hedge, value } = formatFigure(figure)
  const asOf = dateAsOf(figure)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: follows the focus of the link within, is no control itself
    <div data-active={isActive} className={classes.frame} onFocus={onFocus}>
      <PassageLink articleId={figure.articleId} start={figure.start} end={figure.end} className={classes.row ?? ''}>
        <span className={classes.what}>
          {figure.measures ? (
            <span className={classes.measures}>{figure.measures}</span>
          ) : (
            <span className={classes.sentence}>{figure.sentence}</span>
          )}
          {figure.subject && <span className={classes.subject}>{figure.subject}</span>}
        </span>
        <span className={classes.number}>
          {hedge && <span className={classes.hedge}>{hedge} </span>}
          <span className={classes.value}>{value}</span>
        </span>
        <span className={classes.scale}>{bar && <Bar bar={bar} />}</span>
        <Cell label="as of" value={asOf?.date ?? null} title={asOf?.words ?? null} />
        <Cell label="said by" value={speakerOf(figure)} title={figure.saidBy} />
        <span className={classes.source}>
          <span className={classes.cell}>{figure.source ?? figure.articleTitle}</span>
          <span className={classes.date}>{formatDay(figure.publishedOn)}</span>
        </span>
      </PassageLink>
    </div>
  )
}

function Cell({ label, value, title = value }: { label: string; value: string | null; title?: string | null }) {
  if (!value) return <span />
  return (
    <span className={classes.cell} title={title ?? value}>
      <span className="visually-hidden">{label} </span>
      {value}
    </span>
  )
}

/** A range as a bar, a single number as a tick, on the scale of its measure. */
function Bar({ bar }: { bar: FigureBar }) {
  const width = Math.max(bar.end - bar.start, 0.02)
  const x = Math.min(bar.start, 1 - width)
  return (
    <svg className={classes.bar} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={classes.axis} x={0} y={0.46} width={1} height={0.08} />
      <rect
        className={classes.range}
        data-open={bar.openLow || bar.openHigh}
        x={x}
        y={0.2}
        width={width}
        height={0.6}
      />
    </svg>
  )
}
