import type { PracticeOutcome } from '#shared/contract/practice.ts'

type Judged = Pick<PracticeOutcome, 'correct' | 'reason' | 'detail'>

/** Why a typed answer counts or not, in one sentence; empty where nothing needs saying. */
export function verdictInWords({ correct, reason, detail }: Judged): string {
  switch (reason) {
    case null:
    case 'same':
    case 'form':
    case 'different':
    case 'empty':
      return ''
    case 'alias':
      return 'That is another name for it.'
    case 'last-name':
      return 'The last name is enough: nobody else here bears it.'
    case 'initials':
      return 'The initials are enough.'
    case 'spelling':
      return 'Spelled a little differently, but meant.'
    case 'equal':
      return 'The same number, written differently.'
    case 'within-hedge':
      return `The source is not exact: ${detail ?? ''} counts.`
    case 'unit-left-out':
      return 'Right, the unit aside.'
    case 'other-entity':
      return detail ? `That is ${detail}.` : 'That is somebody else.'
    case 'ambiguous':
      return detail ? `That could also be ${detail}.` : 'That could be more than one.'
    case 'incomplete':
      return 'Part of it is missing.'
    case 'too-much':
      return 'That is more than was asked, and could be something else.'
    case 'other-quantity':
      return 'That is another number.'
    case 'other-unit':
      return 'The number is right, but of something else.'
    case 'other-bound':
      return 'That is the wrong side of the number.'
    default:
      return correct ? '' : String(reason satisfies never)
  }
}
