import type { StudyOptions } from '#shared/contract/study-options.ts'
import type { Choice } from './setting-fields.tsx'

/** In which order new cards come. */
export const newOrders: readonly Choice<StudyOptions['newOrder']>[] = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'random', label: 'By chance' },
]

/** In which order reviews come. */
export const reviewOrders: readonly Choice<StudyOptions['reviewOrder']>[] = [
  { value: 'due', label: 'Longest due first' },
  { value: 'shaky', label: 'Shakiest first' },
  { value: 'firm', label: 'Firmest first' },
  { value: 'hard', label: 'Hardest first' },
  { value: 'random', label: 'By chance' },
]

/** Where new cards stand among the reviews. */
export const newPlaces: readonly Choice<StudyOptions['newPlace']>[] = [
  { value: 'after', label: 'After the reviews' },
  { value: 'before', label: 'Before the reviews' },
  { value: 'among', label: 'Among the reviews' },
]

/** How intervals are moved a little. */
export const spreads: readonly Choice<StudyOptions['spread']>[] = [
  { value: 'balance', label: 'To quieter days' },
  { value: 'chance', label: 'By chance' },
  { value: 'exact', label: 'Not at all' },
]

/** What becomes of a leech. */
export const leechActions: readonly Choice<StudyOptions['leechAction']>[] = [
  { value: 'suspend', label: 'Set it aside' },
  { value: 'tag', label: 'Tag it only' },
]
