import type { FindScores } from './score-finds.ts'
import type { Scores } from './tally.ts'

const LABELS: readonly (readonly [keyof FindScores['figures'], string])[] = [
  ['value', 'figures: value'],
  ['measured', 'figures: value and half of what it measures'],
  ['measuredExactly', 'figures: value and all of what it measures'],
  ['unit', 'of those with the value right: unit'],
  ['hedge', 'of those with the value right: hedge'],
  ['saidBy', 'of those with the value right: who says it'],
  ['subject', 'of those with the value right: of whom or where'],
  ['asOf', 'of those with the value right: as of when'],
]

/** The scores of one set as lines of a table: precision, recall, F1. */
export function findLines(name: string, scores: FindScores): string[] {
  const { figures, roles, quotations, links, calibration } = scores
  return [
    `${name.padEnd(50)}     P     R    F1`,
    ...LABELS.map(([aspect, label]) => line(label, figures[aspect])),
    line('roles: entity and the same role', roles.same),
    line('roles: entity and half of the role', roles.alike),
    line('quotations with the right speaker', quotations),
    `${line('names of one entity joined (B-cubed)', links)}  over ${links.coverage.toFixed(0)} % of mentions`,
    'confidence of figures: count, mean, value right, measure right too',
    ...calibration.map(
      ({ from, count, confidence, value, measured }) =>
        `  from ${from.toFixed(1)} ${String(count).padStart(6)} ${[confidence, value, measured].map(percent).join(' ')}`,
    ),
  ]
}

function line(label: string, { precision, recall, f1 }: Scores): string {
  return `  ${label.padEnd(48)} ${[precision, recall, f1].map(percent).join(' ')}`
}

function percent(value: number): string {
  return value.toFixed(1).padStart(5)
}
