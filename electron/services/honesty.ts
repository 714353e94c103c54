import type { CorrectionRow } from '#electron/store/queries/corrections.ts'
import type { CorrectionRecord, FoundBefore, Honesty } from '#shared/contract/correction.ts'
import { bandOf } from '#shared/domain/honesty.ts'

type Outcome = Honesty['judged'][number]['outcome']

interface Judgement {
  /** The same for all that was said of one find. */
  readonly key: string
  readonly outcome: Outcome
  readonly found: FoundBefore | undefined
}

/**
 * What corrections and confirmations say of how right finds are. Each find counts once: as it had been found first, by
 * what was said of it last.
 */
export function foldJudgements(rows: readonly CorrectionRow[]): Omit<Honesty, 'corrections'> {
  const finds = new Map<string, Judgement>()
  const missed = new Map<FoundBefore['kind'], number>()
  for (const { record } of rows) {
    const judgement = judge(record)
    if (!judgement) continue
    const first = finds.get(judgement.key)
    if (!first && isTheirs(judgement)) continue
    if (!first && record.kind === 'mention' && !record.found) missed.set(record.as, (missed.get(record.as) ?? 0) + 1)
    finds.set(judgement.key, first ? { ...judgement, found: first.found } : judgement)
  }
  const added = [...missed.values()].reduce((sum, count) => sum + count, 0)
  const all = [...finds.values()]
  return {
    judged: tally(all),
    missed: [...missed].map(([kind, count]) => ({ kind, count })),
    unknown: all.filter(({ found }) => !found).length - added,
  }
}

/** Whether it is about what the person had said before: of that nothing can be measured. */
function isTheirs({ found }: Judgement): boolean {
  return found !== undefined && found.kind !== 'figure' && found.confidence === 1
}

function tally(judgements: readonly Judgement[]): Honesty['judged'] {
  const counts = new Map<string, Honesty['judged'][number]>()
  for (const { outcome, found } of judgements) {
    if (!found) continue
    const { kind, asked } = found
    const band = bandOf(found.confidence)
    const key = [kind, band, outcome, asked].join(' ')
    counts.set(key, { kind, band, outcome, asked, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

function judge(record: CorrectionRecord): Judgement | null {
  switch (record.kind) {
    case 'confirm':
      return { key: record.place ? placeKey(record.place) : record.entity.id, outcome: 'right', found: record.found }
    case 'confirm-figure':
      return { key: placeKey(record.place), outcome: 'right', found: record.found }
    case 'measure':
      return { key: placeKey(record.place), outcome: 'other-measure', found: record.found }
    case 'not-mention':
      return { key: placeKey(record.place), outcome: 'no-name', found: record.found }
    case 'not-entity':
      return { key: record.entities[0]?.id ?? '', outcome: 'no-name', found: record.found }
    case 'retype':
      return { key: record.entity.id, outcome: 'other-kind', found: record.found }
    case 'mention':
      return { key: placeKey(record.place), outcome: outcomeOf(record), found: record.found }
    default:
      return null
  }
}

function outcomeOf({ as, found, place }: CorrectionRecord & { kind: 'mention' }): Outcome {
  if (found && found.kind !== as) return 'other-kind'
  return found?.surface === undefined || found.surface === place.quote ? 'other-entity' : 'other-words'
}

const placeKey = ({ contentSha256, start, end }: { contentSha256: string; start: number; end: number }) =>
  `${contentSha256}:${start}:${end}`
