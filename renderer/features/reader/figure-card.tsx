import { Button } from '@mantine/core'
import type { Figure } from '#shared/contract/entity.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'
import { formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import classes from './figure-card.module.css'

interface FigureCardProps {
  readonly figure: Figure
  readonly isAlone: boolean
  readonly onCorrect?: () => void
}

/** A figure as it was understood: how much, of what, of whom, when and by whose word. */
export function FigureCard({ figure, isAlone, onCorrect }: FigureCardProps) {
  const { hedge, value } = formatFigure(figure)
  const asOf = dateAsOf(figure)
  const facts = [
    ['Of', figure.subject],
    ['As of', asOf && (asOf.date === asOf.words ? asOf.date : `${asOf.date} (“${asOf.words}”)`)],
    ['Said by', speakerOf(figure)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  return (
    // Where nothing else in the popover can have the focus it is the card's, so that Escape and screen readers find it.
    <div className={classes.card} {...(isAlone ? { tabIndex: -1, 'data-autofocus': true } : {})}>
      <p className={classes.value}>
        {hedge && <span className={classes.hedge}>{hedge} </span>}
        {value}
        {figure.measures && <span className={classes.measures}> {figure.measures}</span>}
      </p>
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {onCorrect && (
        <Button size="compact-xs" variant="subtle" className={classes.correct ?? ''} onClick={onCorrect}>
          Correct this figure
        </Button>
      )}
    </div>
  )
}
