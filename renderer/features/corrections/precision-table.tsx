import { useId } from 'react'
import { formatNumber, formatPercent } from '#renderer/ui/format.ts'
import { wilsonInterval } from '#shared/domain/honesty.ts'
import classes from './honesty-screen.module.css'

/** How many finds of a sort were judged, and how many of them were right. */
export interface PrecisionRow {
  readonly label: string
  readonly judged: number
  readonly right: number
  /** Of those that are not right, how many are named rightly and linked to the wrong one. Shown where a row has it. */
  readonly wrongLinks?: number
  /** What the search itself says of how many are right, 0..1. */
  readonly claimed?: { readonly from: number; readonly to: number }
}

interface PrecisionTableProps {
  readonly title: string
  /** What the rows are told apart by. */
  readonly head: string
  readonly rows: readonly PrecisionRow[]
  readonly note?: string
}

/** Shares with their ranges, as a table whose last column draws them. */
export function PrecisionTable({ title, head, rows, note }: PrecisionTableProps) {
  const id = useId()
  const hasLinks = rows.some(({ wrongLinks }) => wrongLinks !== undefined)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Right</th>
            {hasLinks && <th scope="col">Wrong link</th>}
            <th scope="col">Judged</th>
            <th scope="col">Share</th>
            <th scope="col">Between</th>
            <td className={classes.scale} aria-hidden>
              <span>0</span>
              <span>50</span>
              <span>{formatPercent(1)}</span>
            </td>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} hasLinks={hasLinks} />
          ))}
        </tbody>
      </table>
      {note && <p className={classes.note}>{note}</p>}
    </section>
  )
}

function Row({ row, hasLinks }: { readonly row: PrecisionRow; readonly hasLinks: boolean }) {
  const { label, right, judged, claimed, wrongLinks } = row
  const interval = wilsonInterval(right, judged)
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{judged === 0 ? '' : formatNumber(right)}</td>
      {hasLinks && <td>{judged === 0 || wrongLinks === undefined ? '' : formatNumber(wrongLinks)}</td>}
      <td>{formatNumber(judged)}</td>
      <td>{interval ? formatPercent(interval.share) : <span className={classes.unknown}>not known</span>}</td>
      <td>{interval && `${formatPercent(interval.low)} and ${formatPercent(interval.high)}`}</td>
      <td className={classes.chart} aria-hidden>
        <span className={classes.line}>
          {claimed && <span className={classes.claimed} style={barStyle(claimed.from, claimed.to)} />}
          {interval && <span className={classes.range} style={barStyle(interval.low, interval.high)} />}
          {interval && <span className={classes.share} style={{ insetInlineStart: percent(interval.share) }} />}
        </span>
      </td>
    </tr>
  )
}

const percent = (share: number) => `${share * 100}%`

function barStyle(from: number, to: number) {
  return { insetInlineStart: percent(from), width: percent(to - from) }
}
