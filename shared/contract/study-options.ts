import { z } from 'zod'

const step = z.number().int().min(1).max(1439)

/** How cards are asked. Each has a default that is good; a deck may have its own. */
export const studyOptions = z.object({
  newCardsPerDay: z.number().int().min(0).max(9999).default(20),
  reviewsPerDay: z.number().int().min(0).max(99999).default(200),
  /** Share of answers to be remembered, that intervals aim at. Source: FSRS-6. */
  desiredRetention: z.number().min(0.7).max(0.99).default(0.9),
  /** Minutes between the first answers to a new card, each below a day. */
  learningStepsMinutes: z.array(step).max(10).default([1, 10]),
  /** Minutes until a forgotten card is asked again. */
  relearningStepsMinutes: z.array(step).max(10).default([10]),
  maximumIntervalDays: z.number().int().min(1).max(36_500).default(36_500),
  newOrder: z.enum(['oldest', 'newest', 'random']).default('oldest'),
  /** Due first: by day; shaky: least likely to be remembered; firm: most stable; hard: most difficult. */
  reviewOrder: z.enum(['due', 'random', 'shaky', 'firm', 'hard']).default('due'),
  /** When new cards come: after the reviews, before them, or among them. */
  newPlace: z.enum(['after', 'before', 'among']).default('after'),
  /** Whether cards of one family are kept to different days. */
  burySiblings: z.boolean().default(true),
  /** After how many times forgotten a card counts as a leech; 0 never. */
  leechAfter: z.number().int().min(0).max(99).default(8),
  leechAction: z.enum(['suspend', 'tag']).default('suspend'),
  /** How intervals of days are moved a little: to quieter days, by chance, or not at all. */
  spread: z.enum(['balance', 'chance', 'exact']).default('balance'),
})
export type StudyOptions = z.output<typeof studyOptions>

/** What a deck has of its own; for the rest it follows the settings. */
export const ownStudyOptions = z.object({
  newCardsPerDay: studyOptions.shape.newCardsPerDay.unwrap().optional(),
  reviewsPerDay: studyOptions.shape.reviewsPerDay.unwrap().optional(),
  desiredRetention: studyOptions.shape.desiredRetention.unwrap().optional(),
  learningStepsMinutes: studyOptions.shape.learningStepsMinutes.unwrap().optional(),
  relearningStepsMinutes: studyOptions.shape.relearningStepsMinutes.unwrap().optional(),
  maximumIntervalDays: studyOptions.shape.maximumIntervalDays.unwrap().optional(),
  newOrder: studyOptions.shape.newOrder.unwrap().optional(),
  reviewOrder: studyOptions.shape.reviewOrder.unwrap().optional(),
  newPlace: studyOptions.shape.newPlace.unwrap().optional(),
  burySiblings: studyOptions.shape.burySiblings.unwrap().optional(),
  leechAfter: studyOptions.shape.leechAfter.unwrap().optional(),
  leechAction: studyOptions.shape.leechAction.unwrap().optional(),
  spread: studyOptions.shape.spread.unwrap().optional(),
})
