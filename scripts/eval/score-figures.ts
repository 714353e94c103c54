import type { FoundFigure } from '#shared/domain/extraction.ts'
import type { GoldFigure } from './load-gold.ts'
import { haveSameWords, shareHalf } from './same-words.ts'
import type { Tally } from './tally.ts'

/** What the figures of one document come to. */
export interface FigureTally {
  /** Range overlaps, low and high are the same. */
  readonly value: Tally
  /** Value is right, and what it measures shares half of its content words with the gold phrase. */
  readonly measured: Tally
  /** Value is right, and what it measures has the same content words. */
  readonly measuredExactly: Tally
  /** Of figures whose value is right, those with unit, hedge, source, subject; found and gold count only given ones. */
  readonly unit: Tally
  readonly hedge: Tally
  readonly saidBy: Tally
  readonly subject: Tally
  readonly asOf: Tally
  /** Confidence of each figure found, and whether its value and what it measures are right. */
  readonly sure: readonly { readonly confidence: number; readonly isValue: boolean; readonly isMeasured: boolean }[]
}

interface Pair {
  readonly found: FoundFigure
  readonly gold: GoldFigure
}

/** Pairs each figure found with the first free one of the gold that it overlaps, and counts what agrees. */
export function tallyFigures(found: readonly FoundFigure[], gold: readonly GoldFigure[]): FigureTally {
  const pairs = pairUp(found, gold)
  const right = pairs.filter((pair) => isSameValue(pair.found, pair.gold))
  const measured = right.filter((pair) => shareHalf(pair.found.measures, pair.gold.measures))
  const exactly = right.filter((pair) => haveSameWords(pair.found.measures, pair.gold.measures))
  const of = (pairs: readonly Pair[]): Tally => ({ right: pairs.length, found: found.length, gold: gold.length })
  return {
    value: of(right),
    measured: of(measured),
    measuredExactly: of(exactly),
    unit: tallyField(right, ({ unit }) => unit, isSameUnit),
    hedge: tallyField(right, ({ hedge }) => hedge, shareHalf),
    saidBy: tallyField(right, ({ saidBy }) => saidBy, shareHalf),
    subject: tallyField(right, ({ subject }) => subject, shareHalf),
    asOf: tallyField(right, ({ asOf }) => asOf, shareHalf),
    sure: found.map((figure) => ({
      confidence: figure.confidence,
      isValue: right.some((pair) => pair.found === figure),
      isMeasured: measured.some((pair) => pair.found === figure),
    })),
  }
}

function pairUp(found: readonly FoundFigure[], gold: readonly GoldFigure[]): Pair[] {
  const free = new Set(gold)
  return found.flatMap((figure) => {
    const overlapping = [...free].filter((other) => other.start < figure.end && figure.start < other.end)
    const match = overlapping.find((other) => isSameValue(figure, other)) ?? overlapping[0]
    if (match === undefined) return []
    free.delete(match)
    return [{ found: figure, gold: match }]
  })
}

/** Same bounds, within half a per cent, since the gold rounds fractions as people do. */
export function isSameValue(a: Bounds, b: Bounds): boolean {
  return isSameBound(a.low, b.low) && isSameBound(a.high, b.high)
}

interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

function isSameBound(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a - b) <= 0.005 * Math.abs(b)
}

/** Units of one thing are written in several ways: "ft" and "feet", "mi" and "miles". */
function isSameUnit(a: string, b: string): boolean {
  const known: Readonly<Record<string, string>> = {
    ft: 'feet',
    m: 'meters',
    metres: 'meters',
    kilometres: 'km',
    h: 'hours',
  }
  return (known[a] ?? a).toLowerCase() === (known[b] ?? b).toLowerCase()
}

function tallyField(
  pairs: readonly Pair[],
  read: (figure: FoundFigure | GoldFigure) => string | null | undefined,
  isSame: (a: string, b: string) => boolean,
): Tally {
  const both = pairs.map((pair) => [read(pair.found) ?? null, read(pair.gold) ?? null] as const)
  return {
    right: both.filter(([a, b]) => a !== null && b !== null && isSame(a, b)).length,
    found: both.filter(([a]) => a !== null).length,
    gold: both.filter(([, b]) => b !== null).length,
  }
}
