/** Why a typed answer was or was not accepted; words for it are the renderer's. */
export type GradeReason =
  /** Just as expected. */
  | 'same'
  /** Another known name. */
  | 'alias'
  /** Other accents, case, titles, order, or a name left out that nobody needs. */
  | 'form'
  /** The last name alone, which no other known person bears. */
  | 'last-name'
  /** The initials of the name. */
  | 'initials'
  /** A small slip of the pen, or another way to write it in our letters. */
  | 'spelling'
  /** The same quantity, written otherwise. */
  | 'equal'
  /** As near as the hedge of the source allows. */
  | 'within-hedge'
  /** The quantity is right, the unit was left out. */
  | 'unit-left-out'
  | 'empty'
  /** It names somebody or something else that is known. */
  | 'other-entity'
  /** It could mean more than one that is known. */
  | 'ambiguous'
  /** Part of the answer is missing. */
  | 'incomplete'
  /** A word too many, which could make it somebody else. */
  | 'too-much'
  /** Another number. */
  | 'other-quantity'
  /** The right number of the wrong thing, or bounded on the wrong side. */
  | 'other-unit'
  | 'other-bound'
  | 'different'

/** What became of a typed answer. */
export interface Verdict {
  readonly accepted: boolean
  readonly reason: GradeReason
  /** The known name that was matched or mistaken, the bounds that were allowed, or null. */
  readonly detail: string | null
}

/** An answer that counts. */
export function accept(reason: GradeReason, detail: string | null = null): Verdict {
  return { accepted: true, reason, detail }
}

/** An answer that does not. */
export function reject(reason: GradeReason, detail: string | null = null): Verdict {
  return { accepted: false, reason, detail }
}

/** How surely one name means another, from 0 for not at all to 4 for the very name. */
export interface NameMatch {
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly reason: GradeReason
}
