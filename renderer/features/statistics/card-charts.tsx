import { Link } from 'react-router'
import { formatCount, formatNumber, formatPercent } from '#renderer/ui/format.ts'
import type { CardStats } from '#shared/contract/stats.ts'
import { articlePath } from '#shared/domain/routes.ts'
import { Bars } from './bars.tsx'
import classes from './card-charts.module.css'
import { ChartFigure } from './chart-figure.tsx'

const kindNames = { person: 'People', group: 'Groups', place: 'Places', other: 'Everything else' } as const
const count = (value: number) => formatCount(value, 'card', 'cards')

/** How cards stand: new, being learned, young, old, set aside. */
export function StatesChart({ states }: { states: CardStats['states'] }) {
  const rows = [
    ['New', states.new],
    ['Being learned', states.learning],
    ['Young', states.young],
    ['Old', states.old],
    ['Set aside', states.suspended],
  ] as const
  const total = rows.reduce((sum, [, cards]) => sum + cards, 0)
  return (
    <ChartFigure
      title="Your cards"
      sentence={`${count(total)}: ${formatNumber(states.old)} sit firmly (three weeks and more), ${formatNumber(states.young)} are young, ${formatNumber(states.new)} are still new.`}
      head={['State', 'Cards']}
      rows={rows.map(([name, cards]) => [name, formatNumber(cards)])}
    >
      <Bars bars={rows.map(([name, value]) => ({ name, value }))} measure="Cards" color="var(--accent)" />
    </ChartFigure>
  )
}

/** How long cards are remembered. */
export function StabilityChart({ bins }: { bins: CardStats['stability'] }) {
  const named = bins.map(({ from, to, cards }) => ({ name: daysInWords(from, to), value: cards }))
  const total = bins.reduce((sum, { cards }) => sum + cards, 0)
  const long = bins.filter(({ from }) => from >= 30).reduce((sum, { cards }) => sum + cards, 0)
  return (
    <ChartFigure
      title="How long they hold"
      sentence={
        total === 0
          ? 'No card has been answered yet.'
          : `${formatPercent(long / total)} of the cards you have begun would be remembered for a month or more.`
      }
      head={['Stability', 'Cards']}
      rows={named.map(({ name, value }) => [name, formatNumber(value)])}
    >
      <Bars bars={named} measure="Cards" color="var(--kind-place)" />
    </ChartFigure>
  )
}

function daysInWords(from: number, to: number | null): string {
  const days = (value: number) => (value < 60 ? `${value} d` : `${Math.round(value / 30)} mo`)
  return to === null ? `${days(from)} +` : `${value(from)}–${days(to)}`
  function value(start: number): string {
    return start < 60 && (to ?? 0) <= 60 ? String(start) : days(start)
  }
}

/** How hard cards are. */
export function DifficultyChart({ bins }: { bins: CardStats['difficulty'] }) {
  const named = bins.map(({ from, to, cards }) => ({ name: `${from}–${to ?? 10}`, value: cards }))
  const total = bins.reduce((sum, { cards }) => sum + cards, 0)
  const hard = bins.filter(({ from }) => from >= 7).reduce((sum, { cards }) => sum + cards, 0)
  return (
    <ChartFigure
      title="How hard they are"
      sentence={
        total === 0
          ? 'No card has been answered yet.'
          : `${count(hard)} of ${formatNumber(total)} are hard (seven and more of ten). Shorter questions make them easier.`
      }
      head={['Difficulty', 'Cards']}
      rows={named.map(({ name, value }) => [name, formatNumber(value)])}
    >
      <Bars bars={named} measure="Cards" color="var(--kind-figure)" />
    </ChartFigure>
  )
}

/** What is remembered of people, groups, places and the rest. */
export function KindChart({ kinds }: { kinds: CardStats['byKind'] }) {
  const seen = kinds.filter(({ answers }) => answers > 0)
  const hardest = [...seen].filter(({ answers }) => answers >= 20).sort((a, b) => shareOf(a) - shareOf(b))[0]
  return (
    <ChartFigure
      title="By what they are about"
      sentence={
        hardest
          ? `${kindNames[hardest.kind]} are forgotten most: ${formatPercent(1 - shareOf(hardest))} of ${formatCount(hardest.answers, 'review', 'reviews')}.`
          : 'There are too few reviews to tell kinds apart.'
      }
      head={['About', 'Cards', 'Reviews', 'Remembered']}
      rows={kinds.map((kind) => [
        kindNames[kind.kind],
        formatNumber(kind.cards),
        formatNumber(kind.answers),
        kind.answers === 0 ? 'none yet' : formatPercent(shareOf(kind)),
      ])}
    >
      <Bars
        bars={seen.map((kind) => ({ name: kindNames[kind.kind], value: Math.round(shareOf(kind) * 100) }))}
        measure="Remembered"
        color="var(--kind-group)"
        isShare
      />
    </ChartFigure>
  )
}

const shareOf = ({ answers, recalled }: { answers: number; recalled: number }) => recalled / answers

/** The articles whose cards are forgotten most. */
export function HardArticles({ articles }: { articles: CardStats['byArticle'] }) {
  if (articles.length === 0) return null
  return (
    <section className={classes.articles} aria-labelledby="hard-articles">
      <h2 id="hard-articles" className={classes.title}>
        Articles forgotten most
      </h2>
      <ol className={classes.list}>
        {articles.map((article) => (
          <li key={article.articleId} className={classes.row}>
            <Link to={articlePath(article.articleId)} className={classes.link}>
              {article.title}
            </Link>
            <span className={classes.fact}>
              {formatPercent(shareOf(article))} of {formatCount(article.answers, 'review', 'reviews')} remembered
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
