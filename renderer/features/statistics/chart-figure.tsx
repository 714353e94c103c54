import { type ReactNode, useId } from 'react'
import classes from './chart-figure.module.css'

interface ChartFigureProps {
  readonly title: string
  /** What it shows in one or two sentences: also what a person reads who can't see the chart. */
  readonly sentence: string
  /** The numbers of the chart, for the table that says the same. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly children: ReactNode
}

/** A chart with its title, a sentence that says what it means, and its numbers as a table. */
export function ChartFigure({ title, sentence, head, rows, children }: ChartFigureProps) {
  const id = useId()
  return (
    <section className={classes.root} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <div className={classes.chart} aria-hidden="true">
        {children}
      </div>
      <p className={classes.sentence}>{sentence}</p>
      {rows.length > 0 && (
        <details className={classes.numbers}>
          <summary>The numbers</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
          <section className={classes.scroller} tabIndex={0} aria-label={`${title}: the numbers`}>
            <table>
              <thead>
                <tr>
                  {head.map((cell) => (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([first, ...cells]) => (
                  <tr key={first}>
                    <th scope="row">{first}</th>
                    {cells.map((cell, index) => (
                      <td key={head[index + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </section>
  )
}
