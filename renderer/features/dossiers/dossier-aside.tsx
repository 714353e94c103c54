import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { PassageLink } from '#renderer/ui/passage-link.tsx'
import type { Dossier, Figure } from '#shared/contract/entity.ts'
import type { Card } from '#shared/contract/study.ts'
import { cardLine } from '#shared/domain/card-line.ts'
import { formatFigure } from '#shared/domain/format-figure.ts'
import { dueInWords } from '#shared/domain/memory-words.ts'
import { cardPath, dossierPath, routes } from '#shared/domain/routes.ts'
import classes from './dossier-aside.module.css'

const QUOTATIONS_SHOWN = 3
const ROWS_SHOWN = 8

/** What else the folder holds: words said, figures, company, cards. Empty parts are left away. */
export function DossierAside({ dossier }: { dossier: Dossier }) {
  return (
    <aside className={classes.aside} aria-label={`More on ${dossier.name}`}>
      <Company appearsWith={dossier.appearsWith} />
      <Quotations quotations={dossier.quotations} />
      <Figures entityId={dossier.id} />
      <Cards entityId={dossier.id} />
    </aside>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  )
}

function Company({ appearsWith }: Pick<Dossier, 'appearsWith'>) {
  if (appearsWith.length === 0) return null
  return (
    <Part title="Appears with">
      <ul className={classes.company}>
        {appearsWith.map((other) => (
          <li key={other.id}>
            <Link to={dossierPath(other.id)} className={classes.other} data-kind={other.kind}>
              {other.name}
            </Link>{' '}
            <span className={classes.quiet}>{formatCount(other.shared, 'sentence', 'sentences')}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Quotations({ quotations }: Pick<Dossier, 'quotations'>) {
  const [isOpen, setOpen] = useState(false)
  if (quotations.length === 0) return null
  const shown = isOpen ? quotations : quotations.slice(0, QUOTATIONS_SHOWN)
  return (
    <Part title="In their words">
      {shown.map((quotation) => (
        <blockquote key={`${quotation.articleId}:${quotation.start}`} className={classes.quotation}>
          <PassageLink articleId={quotation.articleId} start={quotation.start} end={quotation.end}>
            {quotedWords(quotation)}
          </PassageLink>
          <footer className={classes.quiet}>{formatDay(quotation.publishedOn) || quotation.articleTitle}</footer>
        </blockquote>
      ))}
      {shown.length < quotations.length && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {quotations.length - shown.length} more
        </button>
      )}
    </Part>
  )
}

/** The quoted words where the sentence holds them whole, else the sentence. */
function quotedWords({ start, end, sentence, sentenceStart }: Dossier['quotations'][number]): string {
  const [from, to] = [start - sentenceStart, end - sentenceStart]
  return from >= 0 && to <= sentence.length ? sentence.slice(from, to) : sentence
}

function Figures({ entityId }: { entityId: Dossier['id'] }) {
  const figures = useQuery(api.figure.list.queryOptions({ input: { entityId, limit: ROWS_SHOWN } })).data
  if (!figures || figures.items.length === 0) return null
  return (
    <Part title="Figures beside it">
      <ul className={classes.figures}>
        {figures.items.map((figure) => (
          <li key={figure.id}>
            <FigureLine figure={figure} />
          </li>
        ))}
      </ul>
      {figures.total > figures.items.length && (
        <Link to={`${routes.figures}?entity=${entityId}`} className={classes.more}>
          All {formatCount(figures.total, 'figure', 'figures')}
        </Link>
      )}
    </Part>
  )
}

function FigureLine({ figure }: { figure: Figure }) {
  const { hedge, value } = formatFigure(figure)
  return (
    <PassageLink articleId={figure.articleId} start={figure.start} end={figure.end} className={classes.figure ?? ''}>
      <span className={classes.value}>
        {hedge && <span className={classes.quiet}>{hedge} </span>}
        {value}
      </span>
      <span className={classes.measures}>{figure.measures ?? figure.subject ?? 'not said of what'}</span>
    </PassageLink>
  )
}

function Cards({ entityId }: { entityId: Dossier['id'] }) {
  const cards = useQuery(api.card.list.queryOptions({ input: { entityId, limit: ROWS_SHOWN } })).data
  if (!cards || cards.items.length === 0) return null
  return (
    <Part title="Cards">
      <ul className={classes.cards}>
        {cards.items.map((card) => (
          <li key={card.id}>
            <CardLine card={card} />
          </li>
        ))}
      </ul>
      {cards.total > cards.items.length && (
        <p className={classes.quiet}>and {formatCount(cards.total - cards.items.length, 'more', 'more')}</p>
      )}
    </Part>
  )
}

function CardLine({ card }: { card: Card }) {
  return (
    <Link to={cardPath(card.id)} className={classes.card}>
      <span className={classes.question}>{cardLine(card)}</span>
      <span className={classes.quiet}>{dueInWords(card, Date.now())}</span>
    </Link>
  )
}
