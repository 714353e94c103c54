import { paragraphs } from '#electron/extraction/sentences.ts'
import type { Extraction, ExtractionInput, FoundFigure } from '#shared/domain/extraction.ts'
import type { GoldDocument } from './load-gold.ts'
import { type FigureTally, tallyFigures } from './score-figures.ts'
import { tallyLinks } from './score-links.ts'
import { tallyQuotations } from './score-quotations.ts'
import { tallyRoles } from './score-roles.ts'
import { addTallies, harmonicMean, type Scores, toScores } from './tally.ts'

type FigureAspect = Exclude<keyof FigureTally, 'sure'>

/** Figures, roles, quotations and links of a set of articles, in per cent. */
export interface FindScores {
  readonly figures: Readonly<Record<FigureAspect, Scores>>
  readonly roles: { readonly same: Scores; readonly alike: Scores }
  readonly quotations: Scores
  /** B-cubed; `coverage` is the share of the gold's mentions that were found with the same range. */
  readonly links: Scores & { readonly coverage: number }
  readonly calibration: readonly Bucket[]
}

/** Figures whose confidence lies from `from` on, and how many in a hundred of them are right. */
export interface Bucket {
  readonly from: number
  readonly count: number
  readonly confidence: number
  readonly value: number
  readonly measured: number
}

const ASPECTS: readonly FigureAspect[] = [
  'value',
  'measured',
  'measuredExactly',
  'unit',
  'hedge',
  'saidBy',
  'subject',
  'asOf',
]
const BUCKETS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0]

/** The gold marks who says a figure only where that has a name. */
function saidByName(figure: FoundFigure): FoundFigure {
  return figure.saidAt ? figure : { ...figure, saidBy: null }
}

/** Runs `extract` on each article as it is imported, in paragraphs, and compares. */
export function scoreFinds(
  documents: readonly GoldDocument[],
  extract: (input: ExtractionInput, gold: GoldDocument) => Extraction,
): FindScores {
  const all = documents.map((gold) => {
    const { title, text, date } = gold
    const found = extract({ title, text, blocks: paragraphs(text), publishedOn: date ?? null }, gold)
    return {
      figures: tallyFigures(found.figures.map(saidByName), gold.figures),
      roles: tallyRoles(found, gold),
      quotations: tallyQuotations(found, gold),
      links: tallyLinks(found.mentions, gold),
    }
  })
  const aspects = ASPECTS.map((aspect) => [aspect, toScores(addTallies(all.map(({ figures }) => figures[aspect])))])
  return {
    // The entries name every aspect; `fromEntries` cannot say so in its type.
    figures: Object.fromEntries(aspects) as Record<FigureAspect, Scores>,
    roles: {
      same: toScores(addTallies(all.map(({ roles }) => roles.same))),
      alike: toScores(addTallies(all.map(({ roles }) => roles.alike))),
    },
    quotations: toScores(addTallies(all.map(({ quotations }) => quotations))),
    links: linkScores(all.map(({ links }) => links)),
    calibration: toBuckets(all.flatMap(({ figures }) => figures.sure)),
  }
}

function linkScores(tallies: readonly ReturnType<typeof tallyLinks>[]): FindScores['links'] {
  const sum = (of: (tally: (typeof tallies)[number]) => number) => tallies.reduce((total, one) => total + of(one), 0)
  const mentions = Math.max(
    1,
    sum((tally) => tally.mentions),
  )
  const precision = (100 * sum((tally) => tally.precisionSum)) / mentions
  const recall = (100 * sum((tally) => tally.recallSum)) / mentions
  const coverage =
    (100 * sum((tally) => tally.mentions)) /
    Math.max(
      1,
      sum((tally) => tally.gold),
    )
  return { precision, recall, f1: harmonicMean(precision, recall), coverage }
}

function toBuckets(sure: FigureTally['sure']): Bucket[] {
  return BUCKETS.flatMap((from, index) => {
    const below = BUCKETS[index - 1] ?? Infinity
    const inside = sure.filter(({ confidence }) => confidence >= from && confidence < below)
    const share = (of: (one: FigureTally['sure'][number]) => number) =>
      (100 * inside.reduce((total, one) => total + of(one), 0)) / inside.length
    if (inside.length === 0) return []
    const value = share(({ isValue }) => (isValue ? 1 : 0))
    const measured = share(({ isMeasured }) => (isMeasured ? 1 : 0))
    return [{ from, count: inside.length, confidence: share(({ confidence }) => confidence), value, measured }]
  })
}
