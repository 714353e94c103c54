import { readFileSync } from 'node:fs'
import { z } from 'zod'

const name = z.object({
  start: z.number().int(),
  end: z.number().int(),
  type: z.enum(['PER', 'ORG', 'LOC', 'MISC']),
  sub: z.string().nullish(),
  /** The canonical name of whom or what is meant, the same for all its mentions. */
  entity: z.string().nullish(),
})

const figure = z.object({
  start: z.number().int(),
  end: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  hedge: z.string().nullish(),
  unit: z.string().nullish(),
  measures: z.string().nullish(),
  subject: z.string().nullish(),
  saidBy: z.string().nullish(),
  asOf: z.string().nullish(),
})

const role = z.object({ entity: z.string(), role: z.string(), start: z.number().int(), end: z.number().int() })

/** `speaker` is null when the text does not name who speaks. */
const quote = z.object({ speaker: z.string().nullable(), start: z.number().int(), end: z.number().int() })

const document = z.object({
  id: z.string(),
  title: z.string().default(''),
  date: z.string().nullish(),
  half: z.enum(['development', 'held-out']).optional(),
  text: z.string(),
  entities: z.array(name),
  figures: z.array(figure),
  roles: z.array(role),
  quotes: z.array(quote),
})

/** One article with what is true of it. Offsets: UTF-16 code units of `text`, end excluded. */
export type GoldDocument = z.infer<typeof document>
export type GoldFigure = GoldDocument['figures'][number]

/**
 * Whole articles of a gold file, one JSON object a line, as the Wikinews files of `shared/data/ner` hold them. Throws on
 * a line of another shape.
 */
export function loadGold(file: string | URL): GoldDocument[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => document.parse(JSON.parse(line)))
}
