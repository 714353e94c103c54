import { createRandom } from './practice/random.ts'
import type { StudyDay } from './study-days.ts'

/** A mark that could be shown again. */
export interface OldMark {
  readonly id: string
  /** The study day on which it was made. */
  readonly madeOn: StudyDay
  /** The study day on which it was shown last, or null. */
  readonly shownOn: StudyDay | null
  readonly hasCard: boolean
}

/** From so many days on age adds nothing more. */
const OLD_DAYS = 60
/** So long after it was shown a mark is as good as never shown. */
const REST_DAYS = 90
/** How much less what has a card is chosen: it comes back by itself. */
const CARDED = 0.3

/**
 * Up to `count` marks of a day by weighted chance: rather old ones, not shown for long, without a card. The same day
 * and marks give the same choice. Source: Efraimidis and Spirakis 2006, weighted sampling without replacement.
 */
export function chooseOldMarks<Mark extends OldMark>(marks: readonly Mark[], day: StudyDay, count: number): Mark[] {
  const random = createRandom(day)
  return [...marks]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((mark) => ({ mark, key: Math.log(1 - random()) / weightOf(mark, day) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ mark }) => mark)
}

function weightOf({ madeOn, shownOn, hasCard }: OldMark, day: StudyDay): number {
  const age = 0.2 + 0.8 * Math.min(1, Math.max(0, day - madeOn) / OLD_DAYS)
  const rest = shownOn === null ? 1 : Math.max(0.01, Math.min(1, (day - shownOn) / REST_DAYS)) ** 2
  return age * rest * (hasCard ? CARDED : 1)
}
