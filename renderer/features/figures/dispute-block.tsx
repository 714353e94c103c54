import { Button } from '@mantine/core'
import { DisagreementTitle } from '#renderer/ui/disagreement-title.tsx'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Dispute, Figure } from '#shared/contract/entity.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'
import { formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import classes from './dispute-block.module.css'
import { DisputePairs } from './dispute-pairs.tsx'

interface DisputeBlockProps {
  readonly dispute: Dispute
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly onFocus: () => void
  readonly onToggle: () => void
  readonly onDismiss: () => void
}

/** One thing on which figures disagree: every value that is stated, by whom and where. */
export function DisputeBlock({ dispute, isActive, isOpen, onFocus, onToggle, onDismiss }: DisputeBlockProps) {
  const { measures, subject, figures, figureCount, pairCount } = dispute
  return (
    <article className={classes.block} data-active={isActive} onFocus={onFocus}>
      <header className={classes.head}>
        <h3 className={classes.title}>
          <DisagreementTitle measures={measures} subject={subject} />
        </h3>
        <div className={classes.actions}>
          <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? 'Hide the pairs' : formatCount(pairCount, 'pair with its passages', 'pairs with their passages')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={onDismiss}>
            Not a disagreement
          </Button>
        </div>
      </header>
      <ul className={classes.values}>
        {figures.map((figure) => (
          <li key={figure.id}>
            <Value figure={figure} />
          </li>
        ))}
      </ul>
      {figureCount > figures.length && (
        <p className={classes.more}>
          {formatCount(figureCount, 'figure', 'figures')} in all; each value is shown once, and at most eight.
        </p>
      )}
      {isOpen && <DisputePairs dispute={dispute.key} />}
    </article>
  )
}

function Value({ figure }: { figure: Figure }) {
  const { hedge, value } = formatFigure(figure)
  const asOf = dateAsOf(figure)
  const said = speakerOf(figure)
  return (
    <PassageLink articleId={figure.articleId} start={figure.start} end={figure.end} className={classes.value ?? ''}>
      <span className={classes.number}>
        {hedge && <span className={classes.quiet}>{hedge} </span>}
        {value}
      </span>
      <span className={classes.said}>{said ?? <span className={classes.quiet}>nobody named</span>}</span>
      <span className={classes.quiet} title={asOf?.words}>
        {asOf?.date}
      </span>
      <span className={classes.source}>
        {[figure.source ?? figure.articleTitle, formatDay(figure.publishedOn)].filter((part) => part !== '').join(', ')}
      </span>
    </PassageLink>
  )
}
