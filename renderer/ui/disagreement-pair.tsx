import type { ReactNode } from 'react'
import type { Disagreement, Figure } from '#shared/contract/entity.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'
import { formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import classes from './disagreement-pair.module.css'
import { DisagreementTitle } from './disagreement-title.tsx'
import { formatDay } from './format.ts'
import { LitText } from './lit-text.tsx'
import { PassageLink } from './passage-link.tsx'

interface DisagreementPairProps {
  readonly disagreement: Disagreement
  /** Left away where the page is about the subject itself. */
  readonly showSubject?: boolean
  /** Left away where the page says it already. */
  readonly showTitle?: boolean
  /** What a person can say of the pair. */
  readonly children?: ReactNode
}

/** Two figures that cannot both hold, side by side with their passages. */
export function DisagreementPair({
  disagreement,
  showSubject = true,
  showTitle = true,
  children,
}: DisagreementPairProps) {
  const { measures, subject, first, second } = disagreement
  return (
    <article className={classes.pair}>
      <h3 className={showTitle ? classes.title : 'visually-hidden'}>
        <DisagreementTitle measures={measures} subject={showSubject ? subject : null} />
      </h3>
      <div className={classes.sides}>
        <Side figure={first} />
        <Side figure={second} />
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </article>
  )
}

function Side({ figure }: { figure: Figure }) {
  const { hedge, value } = formatFigure(figure)
  const { start, end, sentenceStart } = figure
  const asOf = dateAsOf(figure)
  const said = speakerOf(figure)
  const facts = [said && `said by ${said}`, asOf?.date].filter(Boolean).join(' · ')
  return (
    <PassageLink articleId={figure.articleId} start={start} end={end} className={classes.side ?? ''}>
      <span className={classes.value}>
        {hedge && <span className={classes.hedge}>{hedge} </span>}
        {value}
      </span>
      {facts !== '' && (
        <span className={classes.quiet} title={asOf?.words}>
          {facts}
        </span>
      )}
      <span className={classes.sentence}>
        <LitText
          text={figure.sentence}
          ranges={[{ start: start - sentenceStart, end: end - sentenceStart }]}
          render={(words) => <mark className={classes.stated}>{words}</mark>}
        />
      </span>
      <span className={classes.quiet}>
        {[formatDay(figure.publishedOn), figure.source ?? figure.articleTitle]
          .filter((word) => word !== '')
          .join(' · ')}
      </span>
    </PassageLink>
  )
}
