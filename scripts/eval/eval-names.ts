import { type Counts, countNames, type Scores, type TypedRange, toScores } from './score.ts'

/** A document with the names it should have. */
export interface GoldText {
  readonly text: string
  readonly names: readonly (TypedRange & { readonly sub?: string })[]
}

/** What is measured, and which labels of the gold files it stands for. */
export const NAME_KINDS = {
  all: ['PER', 'ORG', 'LOC'],
  person: ['PER'],
  group: ['ORG'],
  place: ['LOC'],
  people: ['NORP'],
} as const

export type NameKind = keyof typeof NAME_KINDS

export interface NameReport {
  readonly scores: Readonly<Record<NameKind, Scores>>
  readonly tokensPerSecond: number
}

/** A way to find names, telling how many tokens it read. */
export type NameFinder = (text: string) => { readonly names: readonly TypedRange[]; readonly tokens: number }

/**
 * Scores a finder on raw text, exact range and type. Nationalities and faiths (`people`) count apart, since most sources
 * do not label them. The speed is by the time of one thread on the processor.
 */
export function evaluateNames(documents: readonly GoldText[], find: NameFinder): NameReport {
  const before = process.threadCpuUsage()
  const found = documents.map(({ text }) => find(text))
  const { user, system } = process.threadCpuUsage(before)
  const tokens = found.reduce((sum, one) => sum + one.tokens, 0)
  const counts = Object.fromEntries(Object.keys(NAME_KINDS).map((kind) => [kind, { right: 0, found: 0, gold: 0 }]))
  for (const [index, { names: gold }] of documents.entries()) {
    const wanted = gold.map((name) => (name.sub === 'NORP' ? { ...name, type: 'NORP' } : name))
    for (const [kind, types] of Object.entries(NAME_KINDS)) {
      countNames(found[index]?.names ?? [], wanted, types, counts[kind] as Counts)
    }
  }
  const scores = Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, toScores(count)]))
  return { scores: scores as Record<NameKind, Scores>, tokensPerSecond: Math.round((tokens * 1e6) / (user + system)) }
}

/** One line of the table that people read. */
export function nameRow(label: string, { scores, tokensPerSecond }: NameReport): string {
  const cells = Object.values(scores).map(({ precision, recall, f1 }) =>
    `${precision.toFixed(1)} ${recall.toFixed(1)} ${f1.toFixed(1)}`.padEnd(17),
  )
  return `${label.padEnd(36)}${cells.join('')}${tokensPerSecond}`
}

/** The heading of those lines. */
export function nameHeading(): string {
  return `${'precision, recall, F1 (%)'.padEnd(36)}${Object.keys(NAME_KINDS)
    .map((kind) => kind.padEnd(17))
    .join('')}tokens/s`
}
